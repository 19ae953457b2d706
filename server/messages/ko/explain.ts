import type { explain as english } from '../en/explain.ts';
import { translationOf } from '../table/message-table.ts';

/** Why a Job of a cluster ended as it did, or does not end, and what nobody knows any more. */
export const explain = translationOf<typeof english>()({
  'why-backoff-limit': '파드 실패나 컨테이너 재시작이 backoffLimit({limit})보다 많았습니다.',
  'why-deadline': 'activeDeadlineSeconds({seconds}초)보다 오래 실행되어 파드가 중지되었습니다.',
  'why-policy': 'podFailurePolicy 규칙에 따라 실패했습니다: {message}',
  'why-condition': '잡의 상태 {reason}: {message}',
  'why-suspended': '일시 중지된 상태입니다. 누군가 재개할 때까지 아무것도 실행되지 않습니다.',
  'why-pods-refused': 'API 서버가 파드를 거부합니다: {message}',
  'why-out-of-memory': ({ pods, container, limit, code }) =>
    `컨테이너 ${container}: 파드 ${pods}개에서 메모리가 ${limit ? `제한(${limit})을 넘어` : '모자라'} 강제 종료되었습니다(OOMKilled, 종료 코드 ${code}). resources.limits.memory 값을 늘리거나 덜 쓰십시오.`,
  'why-not-started': ({ pods, container, code, message }) =>
    `컨테이너 ${container}: 파드 ${pods}개에서 시작하지 못했습니다(종료 코드 ${code}): ${message.quoted}`,
  'why-exit': ({ pods, container, code, meaning }) =>
    `컨테이너 ${container}: 파드 ${pods}개에서 종료 코드 ${code} 상태로 끝났습니다. ${meaning || '이유는 컨테이너 로그에 있습니다.'}`,
  'why-evicted': ({ pods, message }) => `노드가 파드 ${pods}개를 축출했습니다: ${message.quoted}`,
  'why-disrupted': ({ pods, reason, message }) => `파드 ${pods}개가 외부에서 중지되었습니다(${reason}): ${message.quoted}`,
  'why-pod-deadline': ({ pods, seconds }) =>
    `파드 자신의 activeDeadlineSeconds(${seconds}초)를 넘겨 kubelet이 파드 ${pods}개를 중지했습니다.`,
  'why-pod-reason': ({ pods, reason, message }) => `파드 ${pods}개, ${reason}: ${message.quoted}`,
  'why-image': ({ pods, container, image, reason, message }) =>
    `컨테이너 ${container}: 파드 ${pods}개에서 이미지 ${image} 가져오기에 실패합니다(${reason}): ${message.quoted}`,
  'why-waits': ({ pods, container, reason, message }) =>
    `컨테이너 ${container}: 파드 ${pods}개에서 기다립니다(${reason}): ${message.quoted}`,
  'why-unschedulable': ({ pods, message }) => `파드 ${pods}개를 받을 노드가 없습니다: ${message.quoted}`,
  'why-mount': ({ pods, message }) => `파드 ${pods}개의 볼륨을 마운트할 수 없습니다: ${message.quoted}`,
  'why-probe': ({ pods, message }) => `파드 ${pods}개의 프로브가 실패했습니다: ${message.quoted}`,
  'why-restarted': ({ pods, container }) => `컨테이너 ${container}: 파드 ${pods}개에서 거듭 실패해 점점 긴 간격으로 다시 시작되었습니다.`,
  'why-deleted': ({ pods }) => `누군가 끝나기 전에 파드 ${pods}개를 지우거나 축출했습니다.`,
  'why-still-running': ({ pods }) => `아직 파드 ${pods}개가 실행 중입니다.`,

  'unknown-pods': ({ pods, names }) => `파드 ${pods}개가 사라져(${names.join(', ')}) 컨테이너가 어떻게 끝났는지 알 수 없습니다.`,
  'unknown-all-pods': '이 잡의 파드가 기록에 없습니다. 함께 요청하십시오(kubectl get jobs,pods,events -o json).',
  'unknown-all-events': '이 잡의 이벤트가 기록에 없습니다. 클러스터는 이벤트를 한 시간만 보관합니다.',
  'unknown-old-events': '이벤트는 한 시간만 보관됩니다. {time} 이전 이벤트는 남아 있지 않습니다.',
  'unknown-restarts': '컨테이너 {container}(파드 {pod}): {restarts}번 재시작했지만 마지막 것만 남아 있습니다.',

  'explain-manifest': '매니페스트만으로는: {outcome}',
  'explain-scenario': '컨테이너가 실제로 한 대로 재생하면: {outcome}',
  'explain-why': '이유',
  'explain-unknown': '기록에 없는 것',
  'explain-happened': '일어난 일',
  'explain-expected': '시뮬레이션 결과',
  'explain-no-job': '잡이 없습니다. kubectl get jobs,pods,events -o json의 출력을 주십시오.',
  'explain-manifest-alone':
    '{name} 잡은 매니페스트이고 클러스터의 기록이 아닙니다. kubectl get jobs,pods,events -o json의 출력을 주거나, 매니페스트를 시뮬레이션하십시오.',
  'explain-no-such-job': '{name} 잡이 없습니다. 있는 잡: {names}',
  'cluster-not-trusted': '신뢰하지 않는 작업 영역에서는 아무것도 실행하지 않습니다.',
  'cluster-no-kubectl': 'kubectl을 찾지 못했습니다. 설치하거나 PATH에 두거나 kubejob.kubectl.path에 지정하십시오.',
  'cluster-too-long': '60초 동안 응답이 없어 kubectl을 중지했습니다.',
  'cluster-too-much': '출력이 20MB를 넘어 kubectl을 중지했습니다.',
  'cluster-cancelled': 'kubectl을 중지했습니다.',
  'cluster-no-namespace': '네임스페이스 이름이 될 수 없습니다: "{name}".',
  'cluster-no-version': '클러스터가 버전을 알려 주지 않았습니다.',
  'cluster-refused': ({ words }) => `kubectl이 거부했습니다: ${words}`,
});
