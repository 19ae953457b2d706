import type { containers as english } from '../../en/pod/containers.ts';
import { translationOf } from '../../table/message-table.ts';
import { among } from './choices.ts';

export const containers = translationOf<typeof english>()({
  'container-name-twice': (args) =>
    args.value === ''
      ? '이름 없는 컨테이너가 또 있습니다. 각각 이름을 붙이십시오.'
      : `다른 컨테이너의 이름도 "${args.value}"입니다. 서로 다른 이름을 붙이십시오.`,
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
    `${args.field} 필드에 할 일을 쓰십시오: ${String(args.field).endsWith('Probe') ? 'exec, httpGet, tcpSocket 또는 grpc' : 'exec, httpGet 또는 sleep'}.`,
  handlers: '동작은 하나만 쓸 수 있는데 이미 {first} 동작이 있습니다. {other} 동작을 삭제하십시오.',
  'sleep-range': 'sleep 시간은 파드의 terminationGracePeriodSeconds 안에서 {min}초부터 {max}초까지입니다. 지금 값: {value}.',
  'sleep-grace-period': 'sleep 시간은 파드의 terminationGracePeriodSeconds({max}초)보다 길 수 없습니다. 그 값을 먼저 늘리십시오.',
  'probe-success-threshold': '활성 프로브와 스타트업 프로브는 한 번 성공하면 됩니다. successThreshold를 1로 설정하십시오.',
  'probe-grace-period': '유예 기간은 1초 이상이어야 합니다. 지금 값: {value}.',
  'probe-grace-period-readiness': '준비성 프로브는 컨테이너를 멈추지 않습니다. terminationGracePeriodSeconds를 삭제하십시오.',
  'mount-volume-unknown': (args) => {
    if (args.declared) return `볼륨 "${args.value}" 자체가 잘못되었습니다. 볼륨을 먼저 고치십시오.`;
    if (args.value === '') return `파드의 볼륨 이름을 쓰십시오.${among(args.supported)}`;
    return `"${args.value}" 볼륨이 없습니다.${among(args.supported)}`;
  },
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
});
