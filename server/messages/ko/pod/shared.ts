import type { shared as english } from '../../en/pod/shared.ts';
import { listed } from '../../table/listed.ts';
import { translationOf } from '../../table/message-table.ts';
import { operator } from './choices.ts';

export const shared = translationOf<typeof english>()({
  'field-required': '{field} 필드가 꼭 필요합니다. 설정하십시오.',
  'value-not-supported': (args) =>
    args.value === ''
      ? `${args.field} 필드에 다음 중 하나를 설정하십시오: ${listed(args.supported)}.`
      : `${args.field} 필드에는 "${args.value}" 값을 쓸 수 없습니다. 다음 중 하나를 쓰십시오: ${listed(args.supported)}.`,
  'number-range': '{field} 값은 {min}부터 {max}까지의 숫자여야 합니다. 지금 값: {value}.',
  'number-positive': '0보다 큰 숫자를 쓰십시오. 지금 값: {value}.',
  'list-too-long': '목록의 항목이 {count}개입니다. 최대 {limit}개로 줄이십시오.',
  'file-mode': '파일 권한은 8진수 0부터 0777까지(10진수 511까지)입니다. 지금 값: {value}.',
  'path-absolute': '"{value}": 상대 경로여야 합니다. 맨 앞의 "/"를 삭제하십시오.',
  'path-relative': '"{value}": 절대 경로여야 합니다. "/"로 시작하십시오.',
  'path-parent': '"{value}": 위로 올라가는 경로는 쓸 수 없습니다. ".."을 삭제하십시오.',
  'path-reserved': '"{value}": ".."으로 시작하는 이름은 kubelet이 쓰므로 쓸 수 없습니다.',
  'selector-values-missing': '연산자 {operator}: 비교할 값이 하나 이상 필요합니다.',
  'selector-value-one': '연산자 {operator}: 값이 정확히 하나 필요합니다.',
  'selector-values-forbidden': '연산자 {operator}: 값과 비교하지 않습니다. 값을 삭제하십시오.',
  'selector-operator': operator,
});
