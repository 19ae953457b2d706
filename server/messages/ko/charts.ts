import type { charts as english } from '../en/charts.ts';
import { translationOf } from '../table/message-table.ts';

/** What is said of Helm's charts, and of kustomizations that are built. */
export const charts = translationOf<typeof english>()({
  'chart-value': '이 값이 들어갑니다.',
  'chart-no-helm': 'helm을 찾지 못해 템플릿을 있는 그대로 검사합니다. helm을 설치하거나 PATH에 두십시오.',
  'chart-too-long': 'helm이 30초를 넘겨 중지했습니다. 차트를 직접 렌더링한 뒤 그 결과를 검사하십시오.',
  'chart-too-much': 'helm이 50MB 넘게 출력해 중지했습니다. 일부를 빼는 값으로 차트를 더 작게 렌더링하십시오.',
  'chart-refused': ({ words }) => `helm이 이 차트를 렌더링하지 못했습니다: ${words}`,
  'chart-cancelled': 'helm을 중지했습니다.',
  'kustomize-no-tool': 'kubectl도 kustomize도 찾지 못해 파일을 있는 그대로 검사합니다. 둘 중 하나를 설치하거나 PATH에 두십시오.',
  'kustomize-refused': ({ words }) => `kustomize가 빌드하지 못했습니다: ${words}`,
  'kustomize-fetches': ({ what }) =>
    `${what} 부분은 네트워크에서 가져오므로 저절로 빌드하지 않습니다. \`kubejob validate --kustomize\`를 실행하십시오.`,
  'kustomize-too-long': '빌드가 30초를 넘겨 중지했습니다. 직접 빌드한 뒤 그 결과를 검사하십시오.',
  'kustomize-too-much': '빌드가 50MB 넘게 출력해 중지했습니다. 나누어 빌드하십시오.',
  'kustomize-cancelled': '빌드를 중지했습니다.',
  'kustomize-generate-name': 'kustomize는 metadata.name으로 오브젝트를 구별하므로 generateName 대신 이름을 쓰십시오',
  'patch-container-unknown': ({ container, nearest, names }) =>
    `이름이 \`${container}\`인 컨테이너가 없어 새로 추가될 뿐 바뀌지 않습니다. ${nearest === '' ? `다음 중 하나를 쓰십시오: ${names}` : `혹시 ${nearest}입니까?`}`,
});
