import type { simulation as english } from '../en/simulation.ts';
import { translationOf } from '../table/message-table.ts';

const failureActions = {
  Ignore: '실패로 세지 않습니다',
  Count: '실패로 셉니다',
  FailIndex: '이 인덱스를 다시 시도하지 않습니다',
  FailJob: '잡이 실패합니다',
} as const;

/** Why things happened in a simulation, what it takes for granted, and why an edit during it was refused. */
export const simulation = translationOf<typeof english>()({
  'trace-created': '생성: 지금까지 {succeeded}개가 성공했고 파드를 더 실행할 수 있습니다.',
  'trace-created-retry': '다시 시도하려고 생성: 지금까지 {failed}개가 실패하고 {succeeded}개가 성공했습니다.',
  'trace-pod-refused': 'FailedCreate 이벤트에 적힌 대로 API 서버가 파드를 거부합니다. 거부될 때마다 더 늦게 다시 시도합니다.',
  'trace-waits-after-failures': '{seconds}초 동안 새 파드가 없습니다: 마지막 성공 이후 실패가 {failures}회라서 백오프가 {whole}초입니다.',
  'trace-index-waits': '실패한 인덱스를 {seconds}초 뒤에 다시 시도합니다: 실패 뒤의 백오프가 {whole}초입니다.',
  'trace-restart-waits': '{container} 컨테이너는 {seconds}초 기다린 뒤 다시 시작합니다: 백오프가 {whole}초입니다.',
  'trace-restart-all': '재시작 규칙에 따라 파드의 모든 컨테이너를 다시 시작합니다.',
  'trace-waits-for-room': '클러스터에 자리가 나기를 기다립니다.',
  'trace-scheduling-gated': '스케줄하지 않습니다: 스케줄링 게이트가 있어 누군가 없애야 합니다.',
  'trace-probe-failed': '{container} 컨테이너를 멈춥니다: {probe} 프로브가 {failures}번 연속 실패했습니다.',
  'trace-pod-deadline': '중지: 파드 자신의 activeDeadlineSeconds가 허용하는 {seconds}초가 지났습니다.',
  'trace-failure-rule': ({ rule, action }) => `실패가 podFailurePolicy.rules[${rule}](${action})에 해당합니다. ${failureActions[action]}.`,
  'trace-deleted-surplus': '삭제: 지금 필요한 것보다 많은 파드가 실행되었습니다.',
  'trace-deleted-suspended': '잡이 일시 중지되어 삭제되었습니다. 실패로 세지 않습니다.',
  'trace-deleted-job-ends': '잡이 끝나 삭제되었습니다: {reason}.',
  'trace-node-gone': '실패: 노드가 사라졌습니다({node}).',
  'trace-ttl-over': '끝난 잡이 파드와 함께 삭제됩니다: {seconds}초가 지났습니다(ttlSecondsAfterFinished).',
  'trace-scheduled': '{time} 실행을 위해 잡을 시작합니다: {job}.',
  'trace-forbidden': '{time} 잡은 아직 만들지 않습니다: 다른 잡이 실행 중이고 concurrencyPolicy가 Forbid입니다.',
  'trace-too-late': '{time} 잡은 만들지 않습니다: startingDeadlineSeconds가 지났습니다.',
  'trace-replaced': '다음 잡을 위해 앞의 잡을 삭제합니다: {job}. concurrencyPolicy가 Replace입니다.',
  'trace-history-full': '이력에 끝난 잡을 더 보관하지 않아 삭제합니다: {job}.',
  'assumed-queue-admits': 'Kueue는 `{queue}` 큐가 받아들일 때까지 잡을 일시 중단합니다. 곧바로 받아들여진다고 가정합니다.',
  'assumed-queue-waits':
    'Kueue는 `{queue}` 큐가 받아들일 때까지 잡을 일시 중단합니다. 그 과정은 재현하지 않으며, 시나리오의 동작으로 suspend를 false로 바꿀 수 있습니다.',
  'assumed-start': '파드의 컨테이너는 노드가 정해지고 {seconds}초 뒤에 시작합니다.',
  'assumed-stop-ignores': (args) =>
    `\`${args.container}\` 컨테이너는 SIGTERM을 받으면 곧바로 종료 코드 143으로 끝납니다. 시나리오가 실행만 정하고 종료 방식은 정하지 않았기 때문입니다. 명령대로라면 SIGKILL을 받을 때까지 계속 실행됩니다: \`stop: {after: ${args.grace}, exit: 137}\`.`,
  'assumed-stop-handles':
    '`{container}` 컨테이너는 SIGTERM을 받으면 곧바로 종료 코드 143으로 끝납니다. 시나리오가 실행만 정하고 종료 방식은 정하지 않았기 때문입니다. 스크립트는 SIGTERM에 다르게 반응하므로 `stop`으로 정할 수 있습니다.',
  'assumed-nodes': 'nodeSelector나 노드 어피니티가 요구하는 레이블을 가진 노드가 있습니다.',
  'assumed-objects': '파드가 이름으로 가리키지만 이 파일이 만들지 않는 다음 객체는 이미 있습니다: {objects}',
  'assumed-readiness-gates': '준비성 게이트의 조건을 아무도 설정하지 않습니다. 그래서 어떤 파드도 준비된 것으로 세지 않습니다.',
  'not-simulated-refused': 'API 서버가 받아들이지 않습니다. 고치기 전에는 시뮬레이션하거나 보여 줄 것이 없습니다.',
  'not-simulated-patch': '이 파일은 패치입니다. 패치할 매니페스트나 `kustomize build`의 결과를 시뮬레이션하십시오.',
  'not-simulated-template': '이것은 템플릿입니다. `helm template` 출력처럼 렌더링한 결과를 시뮬레이션하십시오.',
  'not-simulated-unbuilt': '지금의 값과 파일로는 여기서 아무것도 만들어지지 않습니다. 시뮬레이션할 것이 없습니다.',
  'not-simulated-unreadable': '지금 상태로는 읽을 수 없습니다. 표시된 곳을 먼저 고치십시오.',
  'not-simulated-scenario': '시나리오를 재현할 수 없습니다. 표시된 곳을 먼저 고치십시오.',
  'not-simulated-nothing': '잡이나 크론잡이 없습니다.',
  'not-simulated-no-such': '이 이름의 잡이나 크론잡이 없습니다: {name}. 있는 것: {names}.',
  'simulation-failed': '시뮬레이션에 실패했습니다. 이유는 출력에 있습니다.',
  'edited-object-gone': '오브젝트가 더 이상 없습니다. 삭제되기 전에 수정하십시오.',
  'action-pod-gone': '그때는 더 이상 없는 파드입니다(#{pod}).',
  'action-pod-to-come': '그때는 아직 없는 파드입니다(#{pod}). 그때까지 만들어진 파드: {count}개.',
  'action-container-idle': '그때는 파드 #{pod}의 컨테이너 `{container}`에 종료할 프로세스가 없습니다.',
});
