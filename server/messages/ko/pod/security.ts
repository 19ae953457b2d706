import type { security as english } from '../../en/pod/security.ts';
import { translationOf } from '../../table/message-table.ts';

export const security = translationOf<typeof english>()({
  'proc-mount-host-users': 'procMount: Unmasked에는 파드의 hostUsers: false가 필요합니다.',
  'privilege-escalation-privileged':
    '특권 컨테이너는 언제나 권한을 얻을 수 있습니다. allowPrivilegeEscalation: false나 privileged: true를 삭제하십시오.',
  'privilege-escalation-admin':
    'CAP_SYS_ADMIN이 있는 컨테이너는 언제나 권한을 얻을 수 있습니다. 그 기능이나 allowPrivilegeEscalation: false를 삭제하십시오.',
  'localhost-profile-missing': 'Localhost 유형에는 프로파일 이름이 필요합니다. localhostProfile을 설정하십시오.',
  'localhost-profile-unused': 'localhostProfile은 Localhost 유형에만 씁니다. 삭제하거나 유형을 바꾸십시오.',
  'localhost-profile-blanks': '"{value}": 앞이나 뒤의 공백을 삭제하십시오.',
  'sysctl-name': '"{value}": 커널 설정 이름이 아닙니다. net.core.somaxconn 같은 이름을 쓰십시오.',
  'sysctl-twice': '"{value}" 설정이 두 번 있습니다. 하나만 남기십시오.',
  'sysctl-host':
    '{field} 때문에 파드가 호스트의 네임스페이스를 함께 쓰므로 "{value}" 설정은 호스트를 바꾸게 됩니다. 둘 중 하나를 삭제하십시오.',
  'host-users': 'hostUsers: false인 파드에는 {field} 필드를 쓸 수 없습니다. 둘 중 하나를 삭제하십시오.',
  'process-namespaces': 'hostPID를 쓰면 프로세스를 다시 공유할 수 없습니다. shareProcessNamespace와 hostPID 중 하나만 쓰십시오.',
  'windows-empty': '{field} 필드는 비워 둘 수 없습니다. 삭제하거나 채우십시오.',
  'windows-credential-spec-length': '자격 증명 사양이 {length}바이트입니다. 최대 65536바이트로 줄이십시오.',
  'windows-user-name': '"{value}": Windows 사용자가 아닙니다. USER나 DOMAIN\\USER 형식으로 쓰십시오.',
  'host-process-differs': '파드의 hostProcess 값은 {pod}입니다. 컨테이너에서도 같은 값을 쓰십시오.',
  'host-process-mixed': '파드의 컨테이너는 모두 HostProcess 컨테이너이거나 모두 아니어야 합니다.',
  'host-process-network': 'HostProcess 컨테이너에는 호스트 네트워크가 필요합니다. hostNetwork: true를 설정하십시오.',
  'not-on-windows': 'Windows 파드에는 {field} 필드를 쓸 수 없습니다. 삭제하십시오.',
  'not-on-linux': 'Linux 파드에는 {field} 필드를 쓸 수 없습니다. 삭제하십시오.',
});
