import type { charts as english } from '../en/charts.ts';
import { translationOf } from '../table/message-table.ts';

/** What is said of Helm's charts. */
export const charts = translationOf<typeof english>()({
  'chart-value': '이 값이 들어갑니다.',
  'chart-no-helm': 'helm을 찾지 못해 템플릿을 있는 그대로 검사합니다. helm을 설치하거나 PATH에 두십시오.',
  'chart-too-long': 'helm이 30초를 넘겨 중지했습니다. 차트를 직접 렌더링한 뒤 그 결과를 검사하십시오.',
  'chart-too-much': 'helm이 50MB 넘게 출력해 중지했습니다. 일부를 빼는 값으로 차트를 더 작게 렌더링하십시오.',
  'chart-refused': ({ words }) => `helm이 이 차트를 렌더링하지 못했습니다: ${words}`,
  'chart-cancelled': 'helm을 중지했습니다.',
});
