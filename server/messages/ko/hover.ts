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

  'type-list': '{items} 목록',
  'type-map': '{items} 맵',
});
