import type { Message, MessageTable } from '../table/message-table.ts';
import { listed } from './lists.ts';

/** Texts of the rules in `validation/pod/`, by subject; short codes serve many fields, whose name is an argument. */
export const pod: MessageTable = {
  ...shared(),
  ...containers(),
  ...resources(),
  ...security(),
  ...volumes(),
  ...placement(),
  ...wholePod(),
  ...warnings(),
};

function shared(): MessageTable {
  return {
    'field-required': '{field} 필드가 꼭 필요합니다. 설정하십시오.',
    'value-not-supported': (args) =>
      args['value'] === ''
        ? `${args['field']} 필드에 다음 중 하나를 설정하십시오: ${listed(args['supported'])}.`
        : `${args['field']} 필드에는 "${args['value']}" 값을 쓸 수 없습니다. 다음 중 하나를 쓰십시오: ${listed(args['supported'])}.`,
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
    'selector-operator': operator('In, NotIn, Exists 또는 DoesNotExist'),
  };
}

function containers(): MessageTable {
  return {
    'container-name-twice': (args) =>
      args['value'] === ''
        ? '이름 없는 컨테이너가 또 있습니다. 각각 이름을 붙이십시오.'
        : `다른 컨테이너의 이름도 "${args['value']}"입니다. 서로 다른 이름을 붙이십시오.`,
    'image-blanks': '"{value}": 앞이나 뒤의 공백을 삭제하십시오.',
    'init-container-field':
      '{field} 필드는 계속 실행되는 컨테이너에만 쓸 수 있습니다. 삭제하거나 restartPolicy: Always로 사이드카로 만드십시오.',
    'ephemeral-container-field': '임시 컨테이너에는 {field} 필드를 쓸 수 없습니다. 삭제하십시오.',
    'ephemeral-containers-template': '파드 템플릿에는 임시 컨테이너를 쓸 수 없습니다. 실행 중인 파드에 kubectl debug로 추가하십시오.',
    'target-container-unknown': '"{value}" 컨테이너가 없습니다.',
    'container-restart-policy': '이 쿠버네티스 버전에서는 초기화 컨테이너에만 restartPolicy를 쓸 수 있습니다. 삭제하십시오.',
    'restart-rules-policy-missing': '해당하는 규칙이 없을 때 쓸 restartPolicy를 설정하십시오.',
    'restart-rules-sidecar': '이 쿠버네티스 버전에서는 사이드카에 재시작 규칙을 쓸 수 없습니다. 삭제하십시오.',
    'resize-policy-duplicate': '"{value}" 정책이 이미 있습니다. 하나만 남기십시오.',
    'resize-policy-never': '파드의 restartPolicy가 Never라서 크기를 조정할 때 컨테이너를 다시 시작할 수 없습니다. NotRequired를 쓰십시오.',
    'resize-policy-init': '끝까지 실행되는 초기화 컨테이너는 크기를 조정해도 다시 시작되지 않습니다. NotRequired를 쓰십시오.',
    'env-source-missing': 'valueFrom이 비어 있습니다. secretKeyRef, configMapKeyRef, fieldRef처럼 값을 가져올 곳을 쓰십시오.',
    'env-sources': 'valueFrom에 값을 가져올 곳이 둘 이상 있습니다. 하나만 남기십시오.',
    'env-value-and-source': '변수에는 value와 valueFrom 중 하나만 쓸 수 있습니다. 하나를 삭제하십시오.',
    'env-from-source-missing': '변수를 가져올 곳을 쓰십시오: configMapRef 또는 secretRef.',
    'env-from-sources': '항목 하나는 한 곳에서만 변수를 가져옵니다. configMapRef와 secretRef를 다른 항목으로 나누십시오.',
    'field-ref': '"{value}": 여기에 쓸 수 있는 파드의 필드가 아닙니다. 다음 중 하나를 쓰십시오: {supported}.',
    'field-ref-subscript': '"{value}": 키로 읽을 수 있는 것은 metadata.labels와 metadata.annotations뿐입니다.',
    'field-ref-version': 'API 버전 "{value}": 파드에 없는 버전입니다. v1을 쓰거나 apiVersion을 빼십시오.',
    divisor: '"{value}": {resource} 단위(divisor)로 쓸 수 없습니다. 다음 중 하나를 쓰십시오: {supported}.',
    'file-key-volume': '변수 파일은 emptyDir에서만 읽을 수 있습니다. 볼륨 "{value}": emptyDir로 바꾸십시오.',
    'port-name-duplicate': '이 컨테이너에 이름이 "{value}"인 포트가 또 있습니다. 서로 다른 이름을 붙이십시오.',
    'host-port-duplicate': '호스트 포트 {value}번을 두 번 씁니다. 다른 포트를 쓰거나 hostPort를 빼십시오.',
    'related-host-port': '같은 호스트 포트입니다.',
    'host-port-host-network':
      '호스트 네트워크에서는 hostPort가 containerPort와 같은 {containerPort}번이어야 합니다. 지금 값: {value}. 뺄 수도 있습니다.',
    'handler-missing': (args) =>
      `${args['field']} 필드에 할 일을 쓰십시오: ${String(args['field']).endsWith('Probe') ? 'exec, httpGet, tcpSocket 또는 grpc' : 'exec, httpGet 또는 sleep'}.`,
    handlers: '동작은 하나만 쓸 수 있는데 이미 {first} 동작이 있습니다. {other} 동작을 삭제하십시오.',
    'sleep-range': 'sleep 시간은 파드의 terminationGracePeriodSeconds 안에서 {min}초부터 {max}초까지입니다. 지금 값: {value}.',
    'sleep-grace-period': 'sleep 시간은 파드의 terminationGracePeriodSeconds({max}초)보다 길 수 없습니다. 그 값을 먼저 늘리십시오.',
    'probe-success-threshold': '활성 프로브와 스타트업 프로브는 한 번 성공하면 됩니다. successThreshold를 1로 설정하십시오.',
    'probe-grace-period': '유예 기간은 1초 이상이어야 합니다. 지금 값: {value}.',
    'probe-grace-period-readiness': '준비성 프로브는 컨테이너를 멈추지 않습니다. terminationGracePeriodSeconds를 삭제하십시오.',
    'mount-volume-unknown': (args) =>
      args['declared']
        ? `볼륨 "${args['value']}" 자체가 잘못되었습니다. 볼륨을 먼저 고치십시오.`
        : args['value'] === ''
          ? `파드의 볼륨 이름을 쓰십시오.${among(args['supported'])}`
          : `"${args['value']}" 볼륨이 없습니다.${among(args['supported'])}`,
    'mount-path-twice': '"{value}" 경로에 이미 마운트된 것이 있습니다. 다른 경로를 쓰십시오.',
    'mount-and-device': '"{value}" 볼륨이 volumeMounts와 volumeDevices에 모두 있습니다. 마운트와 블록 장치 중 하나로만 쓰십시오.',
    'mount-path-is-device': '"{value}" 경로는 volumeDevices에서 블록 장치로 씁니다. 다른 경로를 쓰십시오.',
    'device-path-is-mount': '"{value}" 경로는 volumeMounts에서 마운트로 씁니다. 다른 경로를 쓰십시오.',
    'sub-paths': 'subPath와 subPathExpr 중 하나만 쓰십시오.',
    'propagation-unprivileged': '특권 컨테이너의 마운트만 호스트로 전파됩니다. HostToContainer나 None을 쓰십시오.',
    'recursive-read-only-writable': 'recursiveReadOnly에는 readOnly: true가 함께 필요합니다.',
    'recursive-read-only-propagation': 'recursiveReadOnly를 쓰면 mountPropagation은 None만 쓸 수 있습니다.',
    'device-twice': '"{value}" 볼륨이 이 목록에 이미 있습니다.',
    'device-not-claim': '"{value}" 볼륨에는 블록 장치가 없습니다. persistentVolumeClaim이나 ephemeral 볼륨을 쓰십시오.',
  };
}

function resources(): MessageTable {
  return {
    'quantity-negative': '{name} 값은 음수일 수 없습니다. 지금 값: {value}.',
    'quantity-whole': '{name} 값은 정수여야 합니다. 지금 값: {value}.',
    'resource-unknown': '"{value}" 리소스가 없습니다. 다음 중 하나를 쓰거나 nvidia.com/gpu처럼 도메인이 있는 이름을 쓰십시오: {supported}.',
    'resource-not-for-containers':
      '컨테이너에는 "{value}" 리소스를 쓸 수 없습니다. cpu, memory, ephemeral-storage나 도메인이 있는 이름을 쓰십시오.',
    'resource-extended': '"{value}": 확장 리소스 이름으로 쓸 수 없습니다. nvidia.com/gpu 같은 이름을 쓰십시오.',
    'resource-limit-missing': '{name} 제한(limit)도 요청과 같은 값으로 설정하십시오.',
    'request-above-limit': '{name} 요청({value})이 제한({limit})보다 큽니다. 요청을 낮추거나 제한을 높이십시오.',
    'request-unlike-limit': '{name} 요청({value})은 제한({limit})과 같아야 합니다.',
    'related-limit': '제한(limit)입니다.',
    'huge-pages-alone': 'huge page에는 cpu나 memory가 함께 필요합니다. 둘 중 하나의 요청이나 제한을 추가하십시오.',
    'huge-pages-size': '{value} 값은 {name} 페이지 크기의 정수배가 아닙니다.',
    'resource-claim-duplicate': '"{value}" 클레임이 이미 여기에 있습니다.',
    'resource-claim-unknown': (args) => `파드의 resourceClaims에 "${args['value']}" 클레임이 없습니다.${among(args['supported'])}`,
    'pod-resources-claims': '클레임은 컨테이너에 씁니다. 여기에서는 삭제하십시오.',
    'pod-request-below-containers': '파드의 요청({value})이 컨테이너들에 한꺼번에 필요한 양({needed})보다 작습니다. 높이십시오.',
    'pod-limit-below-containers': '파드의 제한({value})이 컨테이너들의 제한을 더한 값({needed})보다 작습니다. 높이십시오.',
    'limit-above-pod-limit': '제한({value})이 파드 자체의 {name} 제한({limit})보다 큽니다. 낮추십시오.',
    'claim-name-twice': '이름이 "{value}"인 클레임이 또 있습니다. 서로 다른 이름을 붙이십시오.',
    'claim-source-missing': '어느 클레임인지 쓰십시오: resourceClaimName 또는 resourceClaimTemplateName.',
    'claim-sources': 'resourceClaimName과 resourceClaimTemplateName 중 하나만 쓰십시오.',
  };
}

function security(): MessageTable {
  return {
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
  };
}

function volumes(): MessageTable {
  return {
    'volume-name-twice': '이름이 "{value}"인 볼륨이 또 있습니다. 서로 다른 이름을 붙이십시오.',
    'volume-sources': '볼륨의 소스는 하나인데 이미 {first} 소스가 있습니다. {other} 소스를 삭제하거나 다른 볼륨으로 만드십시오.',
    'iscsi-name': '"{value}": iSCSI 이름이 아닙니다. iqn.YYYY-MM.domain:name 형식이나 eui. 뒤 16자, naa. 뒤 32자로 쓰십시오.',
    'iscsi-name-length': '"{value}": initiatorName이 있으면 볼륨 이름과 targetPortal은 합쳐서 63바이트까지입니다. 줄이십시오.',
    'fc-names-missing': '대상을 쓰십시오: lun과 함께 targetWWNs, 또는 wwids.',
    'fc-names': 'targetWWNs와 wwids 중 하나만 쓰십시오.',
    'flex-volume-option': '"{value}": kubernetes.io와 k8s.io 아래의 옵션은 쿠버네티스가 쓰므로 쓸 수 없습니다.',
    'flocker-dataset-missing': '데이터셋을 쓰십시오: datasetName 또는 datasetUUID.',
    'flocker-datasets': 'datasetName과 datasetUUID 중 하나만 쓰십시오.',
    'flocker-name': '"{value}": "/"는 쓸 수 없습니다.',
    'quobyte-registry': '"{value}": host:port 형식으로 쓰십시오. 여럿은 쉼표로 구분합니다.',
    'quobyte-tenant': '"{value}": 너무 깁니다. 테넌트는 최대 64자의 UUID입니다.',
    'azure-disk-uri': '"{value}": 이런 디스크의 URI는 다음으로 시작해야 합니다: {prefix}.',
    'downward-file-source-missing': '파일에 넣을 것을 쓰십시오: fieldRef 또는 resourceFieldRef.',
    'downward-file-sources': '파일에는 fieldRef와 resourceFieldRef 중 하나만 쓸 수 있습니다. 하나를 삭제하십시오.',
    'projection-sources': '항목 하나는 소스 하나만 담습니다. 나머지는 다른 항목으로 나누십시오.',
    'projected-path-twice': '이 볼륨에 경로가 "{value}"인 파일이 또 있습니다. 다른 경로를 쓰십시오.',
    'trust-bundle-source-missing': '번들을 쓰십시오: name 또는 signerName.',
    'trust-bundle-sources': 'name과 signerName 중 하나만 쓰십시오.',
    'trust-bundle-selector': 'labelSelector는 서명자의 번들 중에서 고릅니다. 삭제하거나 signerName을 쓰십시오.',
    'trust-bundle-name':
      '"{value}": 신뢰 번들 이름이 아닙니다. 소문자, 숫자, "-", "."만 쓰고, 서명자가 있으면 서명자 이름과 ":" 뒤에 쓰십시오.',
    'signer-name': '"{value}": 서명자가 아닙니다. example.com/signer-name 형식으로 쓰십시오.',
    'pod-certificate-paths': '인증서를 둘 곳을 쓰십시오: credentialBundlePath, 또는 keyPath와 certificateChainPath.',
    'user-annotation': '"{value}": example.com/key처럼 앞에 도메인을 붙이십시오.',
    'claim-template-metadata': '클레임의 이름은 파드에서 옵니다. {field} 필드는 쓸 수 없고 레이블과 어노테이션만 쓸 수 있습니다.',
    'access-modes-once-pod': 'ReadWriteOncePod는 혼자만 쓸 수 있습니다. 다른 접근 모드를 삭제하십시오.',
    'storage-not-positive': '스토리지를 0보다 크게 요청하십시오. 지금 값: {value}.',
    'data-source-kind': '"{value}": apiGroup이 없으면 데이터 소스가 될 수 없습니다. PersistentVolumeClaim을 쓰거나 그룹을 쓰십시오.',
    'data-source-namespace': '네임스페이스가 있는 dataSourceRef와 dataSource는 함께 쓸 수 없습니다. dataSource를 삭제하십시오.',
    'data-source-differs': 'dataSource와 dataSourceRef는 같은 오브젝트를 가리켜야 합니다. 하나를 삭제하십시오.',
  };
}

function placement(): MessageTable {
  return {
    'node-selector-terms-missing': 'nodeSelectorTerms에 조건을 하나 이상 추가하십시오.',
    'node-selector-operator': operator('In, NotIn, Exists, DoesNotExist, Gt 또는 Lt'),
    'node-field-operator': operator('In 또는 NotIn'),
    'node-field-key': '"{value}": 노드는 metadata.name 필드로만 고를 수 있습니다.',
    'label-keys-without-selector': '이 키들은 있는 셀렉터를 좁히기만 합니다. labelSelector를 추가하십시오.',
    'label-key-in-selector': '셀렉터에 "{value}" 키가 이미 있습니다. 여기나 거기에서 삭제하십시오.',
    'label-key-both': '"{value}" 키가 matchLabelKeys와 mismatchLabelKeys에 모두 있습니다. 한쪽에서 삭제하십시오.',
    'toleration-key-missing': '키가 없으면 연산자는 모든 테인트를 용인하는 Exists여야 합니다.',
    'toleration-seconds-effect':
      'tolerationSeconds는 effect가 NoExecute일 때만 씁니다. effect를 바꾸거나 tolerationSeconds를 삭제하십시오.',
    'toleration-exists-value': '연산자 Exists는 값과 비교하지 않습니다. "{value}" 값을 삭제하십시오.',
    'toleration-value': '"{value}": 테인트의 값이 될 수 없습니다. 문자, 숫자, "-", "_", "."으로 최대 63자까지 쓰십시오.',
    'topology-spread-twice':
      'topologyKey {topologyKey}, whenUnsatisfiable {whenUnsatisfiable} 조합의 제약 조건이 또 있습니다. 하나만 남기십시오.',
    'min-domains-policy': 'minDomains는 whenUnsatisfiable: DoNotSchedule일 때만 쓸 수 있습니다.',
    'scheduling-gate-twice': '"{value}" 게이트가 이미 있습니다.',
  };
}

function wholePod(): MessageTable {
  return {
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
  };
}

function warnings(): MessageTable {
  return {
    'annotation-unused': '"{value}" 어노테이션은 더 이상 효과가 없습니다. 대신 쓸 것: {replacement}.',
    'annotation-deprecated': '"{value}" 어노테이션은 쿠버네티스 1.30부터 사용 중단되었습니다. 대신 쓸 것: {replacement}.',
    'bytes-fractional': (args) =>
      `${args['value']} 값은 바이트의 정수배가 아닙니다${String(args['value']).endsWith('m') ? '. "m"은 1000분의 1입니다. 혹시 "M"이나 "Mi"입니까?' : '.'}`,
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
      args['replacement']
        ? `노드 레이블 "${args['value']}": 사용 중단되었습니다. 이렇게 쓰십시오: "${args['replacement']}".`
        : `노드 레이블 "${args['value']}": 더 이상 쓰이지 않습니다. 삭제하십시오.`,
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
  };
}

function operator(choices: string): Message {
  return (args) =>
    args['value'] === ''
      ? `연산자가 필요합니다. 쓸 수 있는 값: ${choices}.`
      : `"${args['value']}" 연산자는 여기에 쓸 수 없습니다. 쓸 수 있는 값: ${choices}.`;
}

function among(names: unknown): string {
  return Array.isArray(names) && names.length > 0 ? ` 있는 것: ${names.map((name) => `"${name}"`).join(', ')}.` : '';
}
