import type { hover as english } from '../en/hover.ts';
import { translationOf } from '../table/message-table.ts';

/** What hovers say around the words for a field. */
export const hover = translationOf<typeof english>()({
  'hover-documentation': '문서',
  'hover-default': '기본값: `{value}`',
  'hover-values': '값: {values}',
  'hover-required': '필수',
  'hover-since': '쿠버네티스 {since}부터',
  'hover-since-stable': '쿠버네티스 {since}부터, {stable}부터 안정 버전',
  'hover-until': '쿠버네티스 {until}까지만 있음',
  'hover-change-yes': '나중에 바꿀 수 있음',
  'hover-change-no': '이미 있는 오브젝트에서는 바꿀 수 없음',
  'hover-change-with-parallelism': '나중에는 Indexed 잡에서 `parallelism`과 함께 같은 수로만 바꿀 수 있음',
  'hover-change-while-suspended': '이미 있는 잡에서는 일시 중지되어 파드가 없는 동안에만 바꿀 수 있음',
  'hover-change-partly-while-suspended':
    '이미 있는 잡에서는 일시 중지되어 파드가 없는 동안에 이 안의 일부 필드만 바꿀 수 있음. 필드마다 호버에 표시됨',
  'hover-goes-with': '함께 쓰는 필드: {fields}',
  'hover-fields': '하위 필드: {fields}',

  'annotation-helm-hook': '릴리스가 아니라 이 단계에서 Helm이 만들고 끝나기를 기다립니다. 실패하면 릴리스도 실패합니다.',
  'annotation-helm-hook-delete-policy':
    'Helm이 훅을 지우는 때입니다. `before-hook-creation`(기본값)은 다음 훅을 만들기 전, `hook-succeeded`와 `hook-failed`는 그렇게 끝났을 때입니다.',
  'annotation-helm-hook-weight': '한 단계의 훅은 차례로 실행합니다. 가중치가 낮은 것부터(기본값 0), 같으면 이름 순서입니다.',
  'annotation-argo-cd-hook': '동기화할 때마다 이 단계에서 Argo CD가 만들고 끝나기를 기다립니다. 실패하면 동기화도 실패합니다.',
  'annotation-argo-cd-hook-delete-policy':
    'Argo CD가 훅을 지우는 때입니다. `BeforeHookCreation`(기본값)은 다음 훅을 만들기 전, `HookSucceeded`와 `HookFailed`는 동기화가 그렇게 끝났을 때입니다.',
  'annotation-argo-cd-sync-wave':
    'Argo CD는 낮은 웨이브(기본값 0)부터 적용하고, 모두 정상이 되면 다음으로 넘어갑니다. 잡은 완료되어야 정상입니다.',
  'annotation-argo-cd-sync-options':
    '`Force=true`이면 변경이 거부될 때 Argo CD가 잡을 지우고 새로 만듭니다. `Replace=true`만 쓰거나 `Force=true`를 `ServerSideApply=true`와 함께 쓰면 그대로 거부됩니다.',
  'annotation-flux-force': '`enabled`이면 변경이 거부될 때 Flux가 잡을 지우고 새로 만듭니다.',
  'annotation-flux-substitute': '`disabled`이면 Flux가 이 오브젝트의 변수를 채우지 않습니다.',

  'type-list': '{items} 목록',
  'type-map': '{items} 맵',
});
