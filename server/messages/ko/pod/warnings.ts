import type { warnings as english } from '../../en/pod/warnings.ts';
import { translationOf } from '../../table/message-table.ts';

export const warnings = translationOf<typeof english>()({
  'annotation-unused': '"{value}" 어노테이션은 더 이상 효과가 없습니다. 대신 쓸 것: {replacement}.',
  'annotation-deprecated': '"{value}" 어노테이션은 쿠버네티스 1.30부터 사용 중단되었습니다. 대신 쓸 것: {replacement}.',
  'bytes-fractional': (args) =>
    `${args.value} 값은 바이트의 정수배가 아닙니다${String(args.value).endsWith('m') ? '. "m"은 1000분의 1입니다. 혹시 "M"이나 "Mi"입니까?' : '.'}`,
  'env-hidden': '앞의 변수 "{value}": 이 항목에 가려지고 kubectl apply가 지울 수 있습니다. 하나만 남기십시오.',
  'grace-period-negative': '{value} 값은 1로 취급됩니다. 0초 이상을 쓰십시오.',
  'host-alias-twice': '주소 "{value}": 목록에 이미 있습니다. 호스트 이름을 한 항목에 모으십시오.',
  'image-pull-secret-empty': '이름이 없어 아무 효과가 없는 항목입니다. 시크릿 이름을 쓰거나 항목을 삭제하십시오.',
  'image-pull-secret-twice': '시크릿 "{value}": 목록에 이미 있습니다.',
  'ip-address-unusual': '"{value}": 흔히 쓰는 주소 형식이 아닙니다. 이렇게 쓰십시오: "{canonical}".',
  'ip-address-canonical': '"{value}": 이렇게 쓰는 편이 좋습니다: "{canonical}".',
  'label-selector-null': 'labelSelector가 없으면 어떤 파드와도 일치하지 않습니다. 추가하십시오. 모든 파드는 {}입니다.',
  'label-value-unmatchable': '"{value}": 레이블 값이 될 수 없어 일치하는 노드가 없습니다.',
  'node-label-deprecated': (args) =>
    args.replacement
      ? `노드 레이블 "${args.value}": 사용 중단되었습니다. 이렇게 쓰십시오: "${args.replacement}".`
      : `노드 레이블 "${args.value}": 더 이상 쓰이지 않습니다. 삭제하십시오.`,
  'port-host-ip': 'hostIP "{value}": hostPort가 없으면 효과가 없습니다. hostPort를 추가하거나 hostIP를 삭제하십시오.',
  'port-twice': '포트 {value}번이 두 번 있습니다. 하나만 남기십시오.',
  'port-overlap': '포트 {value}번이 hostPort가 있는 항목과 없는 항목에 모두 있습니다. 하나만 남기십시오.',
  'port-ambiguous':
    '포트 {value}번이 같은 호스트 포트를 주소가 있는 항목과 없는 항목에서 함께 씁니다. 결과가 정해져 있지 않으니 하나로 정하십시오.',
  'port-name-twice': '다른 컨테이너에 이름이 "{value}"인 포트가 있어, 이름으로 찾으면 그쪽이 쓰입니다. 다른 이름을 붙이십시오.',
  'related-port': '다른 포트입니다.',
  'projection-empty': '아무것도 담지 않는 항목입니다. 소스를 쓰거나 삭제하십시오.',
  'volume-deprecated':
    '{value} 볼륨은 쿠버네티스 {deprecated}부터 사용 중단되었고 {gone}부터는 기본 설정에서 동작하지 않습니다. 다른 볼륨을 쓰십시오.',
  'volume-paths-overlap': '한 볼륨의 파일 "{value}", "{other}": 경로가 겹칩니다. 서로 다른 경로를 쓰십시오.',
});
