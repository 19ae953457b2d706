import type { namespace as english } from '../en/namespace.ts';
import { translationOf } from '../table/message-table.ts';

/** What is said of namespaces: Pod Security, LimitRange, ResourceQuota. */
export const namespace = translationOf<typeof english>()({
  'namespace-warns': 'API 서버가 이 {kind}에 대해 경고할 내용입니다: {said}',
  'pods-refused': '이 {kind} 자체는 받아들여지지만 파드는 거부됩니다: {said}',
  'pods-invalid': '이 {kind} 자체는 받아들여지지만 파드는 어느 네임스페이스에서나 거부됩니다: {said}',
  'quota-of-objects': '네임스페이스의 할당량에 이 {kind} 하나를 더 만들 자리가 없습니다: {said}',
  'quota-room':
    '잡이 한 번에 실행할 파드 {wanted}개 중 {pods}개만 할당량에 들어가고, 나머지는 앞의 파드가 끝날 때까지 기다립니다. 그다음 파드: {said}',
  'assumed-facts': '네임스페이스에 적용되는 것: {facts}',
  'facts-in-force': '이 네임스페이스에 적용되는 것으로 알려진 항목:',
  'account-pulls': '파드에 imagePullSecrets가 없으면 이 ServiceAccount의 것으로 이미지를 가져옵니다: {secrets}',
});
