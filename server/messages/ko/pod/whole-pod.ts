import type { wholePod as english } from '../../en/pod/whole-pod.ts';
import { translationOf } from '../../table/message-table.ts';

export const wholePod = translationOf<typeof english>()({
  'dns-config-missing': 'None 정책에서는 직접 설정해야 합니다. nameservers가 있는 dnsConfig를 추가하십시오.',
  'dns-nameservers-missing': 'None 정책에는 네임 서버가 하나 이상 필요합니다.',
  'dns-option-name': '옵션에 이름을 붙이십시오.',
  'dns-search': '"{value}": 검색 도메인이 아닙니다. 소문자, 숫자, "-", "_", "."만 쓰십시오.',
  'dns-searches-length': '검색 도메인이 모두 {length}자입니다. 합쳐서 최대 {limit}자로 줄이십시오.',
  'ip-address': '"{value}": IP 주소가 아닙니다. 10.9.8.7이나 2001:db8::1처럼 쓰십시오.',
  'ip-address-zeros': '"{value}": 앞의 0 때문에 8진수로 읽는 프로그램이 있습니다. 이렇게 쓰십시오: "{canonical}".',
  'ip-address-mapped': '"{value}": IPv6에 담긴 IPv4 주소입니다. 이렇게 쓰십시오: "{canonical}".',
  'hostname-override-fqdn': 'hostnameOverride와 setHostnameAsFQDN이 모두 호스트 이름을 정합니다. 하나를 삭제하십시오.',
  'hostname-override-network': '호스트 네트워크의 파드는 호스트의 이름을 씁니다. hostnameOverride를 삭제하십시오.',
  'annotation-mirror': '이 어노테이션은 노드가 직접 실행하는 파드를 표시합니다. 삭제하십시오.',
  'annotation-tolerations': '어노테이션에 JSON으로 된 톨러레이션이 없습니다. tolerations 필드를 쓰십시오.',
  'annotation-deletion-cost': '"{value}": -100이나 5처럼 32비트 정수여야 합니다.',
  'annotation-profile': '"{value}": 프로파일이 아닙니다. runtime/default, unconfined, 또는 localhost/ 뒤에 이름을 쓰십시오.',
  'annotation-container-unknown': '키의 끝은 컨테이너 이름인데 "{value}" 컨테이너가 없습니다.',
  'annotation-differs': '어노테이션이 이 필드와 다릅니다. 어노테이션을 삭제하십시오.',
});
