import type { advice as english } from '../en/advice.ts';
import { type ArgumentsIn, translationOf } from '../table/message-table.ts';

function cannotStart({ command, nearest, cause, image }: ArgumentsIn<(typeof english)['command-cannot-start']>): string {
  if (cause === 'spaces')
    return `\`${command}\` 전체가 프로그램 이름 하나로 읽히므로 시작할 수 없습니다. 단어마다 목록 항목으로 나누거나 sh -c로 실행하십시오.`;
  if (cause === 'in-script')
    return `\`${command}\` 프로그램이 없어 스크립트가 이를 건너뛰고 계속되거나 종료 코드 127로 끝납니다. 혹시 \`${nearest}\`입니까?`;
  if (cause === 'misspelt') return `\`${command}\` 프로그램이 없어 컨테이너가 시작할 수 없습니다. 혹시 \`${nearest}\`입니까?`;
  return `이미지 ${image}에 \`${command}\` 프로그램이 없어 컨테이너가 시작할 수 없습니다. 다른 이미지나 프로그램을 쓰십시오.`;
}

function clockChange({ zone, skipped, doubled }: ArgumentsIn<(typeof english)['schedule-clock-change']>): string {
  const two = doubled.length ? `${doubled.join(', ')}에는 두 번 실행됩니다` : '';
  const none = skipped.length ? `${skipped.join(', ')}에는 실행되지 않${two ? '고 ' : '습니다'}` : '';
  return `${zone} 시간대의 시계가 바뀔 때 ${none}${two}. 변경에 걸리지 않는 시각이나 Etc/UTC를 쓰십시오.`;
}

/** Our own advice, by the code of its rule. */
export const advice = translationOf<typeof english>()({
  'command-cannot-start': cannotStart,
  'deadline-before-work': ({ deadline, work, waves }) =>
    `작업이 끝나기 전에 ${deadline}초 제한 시간이 지납니다. 명령대로라면 ${waves > 1 ? `${waves}차례에 걸쳐 ` : ''}적어도 ${work}초가 걸립니다. 제한을 늘리십시오.`,
  'image-latest': '이미지 `{image}`의 내용은 파드가 시작될 때마다 달라질 수 있습니다. 버전이나 다이제스트를 지정하십시오.',
  'image-name': ({ image, replacement }) =>
    replacement
      ? `이미지 이름으로 읽을 수 없는 \`${image}\` 때문에 파드가 InvalidImageName 상태로 멈춰 시작되지 않습니다. 소문자로 쓰십시오: ${replacement}`
      : `이미지 이름으로 읽을 수 없는 \`${image}\` 때문에 파드가 InvalidImageName 상태로 멈춰 시작되지 않습니다. registry/name:tag 형식으로 쓰십시오.`,
  'liveness-probe':
    '활성 프로브는 `{container}` 컨테이너가 {seconds}초 동안 응답하지 않으면 작업 중이라도 종료시킵니다. 잡에서는 빼고 activeDeadlineSeconds를 설정하십시오.',
  'logs-gone-at-limit': 'OnFailure에서는 backoffLimit에 이르면 파드와 로그가 삭제됩니다. 실패한 이유를 확인하려면 Never를 쓰십시오.',
  'many-retries':
    '{name}: {limit} 설정이면 작업이 계속 실패할 때 잡이 포기하기까지 파드가 최대 {pods}개 시작됩니다. 값을 낮추거나 activeDeadlineSeconds를 설정하십시오.',
  'never-ending-work':
    '`{container}` 컨테이너는 누가 멈출 때까지 실행되므로 잡이 완료되지 않습니다. 명령이 끝나게 하거나 activeDeadlineSeconds를 설정하십시오.',
  'no-memory-request':
    '`{container}` 컨테이너에 메모리 요청이 없어 메모리가 부족한 노드에 배치되거나 먼저 축출될 수 있습니다. resources.requests.memory를 설정하십시오.',
  'overlapping-runs':
    '실행 한 번에 약 {seconds}초가 걸리는데 다음 실행이 {interval}초 뒤에 시작될 수 있습니다. concurrencyPolicy를 Forbid나 Replace로 하지 않으면 실행이 겹칩니다.',
  'parallelism-above-completions':
    '필요한 파드는 {completions}개뿐이라 그보다 많이 동시에 실행되지 않습니다. parallelism({parallelism})을 낮추거나 completions를 올리십시오.',
  'replaced-before-done':
    '실행 한 번에 약 {seconds}초가 걸리는데 늦어도 {longest}초 뒤에는 다음 실행으로 교체되어 한 번도 완료되지 않습니다. Forbid를 쓰거나 덜 자주 실행하십시오.',
  'schedule-clock-change': clockChange,
  'schedule-either-day': ({ everyDay }) =>
    everyDay
      ? '일과 요일이 모두 지정되어 있고 둘 중 하나만 맞아도 되므로 매일 실행됩니다. 한쪽을 *로 두십시오.'
      : '일과 요일이 모두 지정되어 있으면 둘 다가 아니라 하나만 맞아도 실행됩니다. 의도한 것이 아니면 한쪽을 *로 두십시오.',
  'schedule-never-fires': '일정 `{schedule}`에 해당하는 날이 어느 해에도 없어 실행되지 않습니다. 일이나 월을 고치십시오.',
  'script-in-pieces':
    'sh -c는 바로 뒤의 `{script}`만 실행하고, 나머지(`{rest}`)는 그 명령이 쓰지 않는 매개변수가 됩니다. 명령 전체를 한 문자열로 쓰십시오.',
  'short-starting-deadline':
    '{seconds}초 안에 시작하지 못한 실행은 건너뛰는데, 컨트롤러는 그보다 더 늦을 수 있습니다. 10 이상, 가능하면 몇 분을 설정하십시오.',
  'sidecar-as-container': ({ container, init }) =>
    init
      ? `\`${container}\` 컨테이너가 끝나지 않아 그다음 컨테이너가 시작되지 않습니다. restartPolicy: Always를 설정해 사이드카로 만드십시오.`
      : `\`${container}\` 컨테이너가 끝나지 않아 잡이 완료되지 않습니다. initContainers로 옮기고 restartPolicy: Always를 설정해 사이드카로 만드십시오.`,
  'unreachable-policy-rule': ({ rule, cause, earlier }) =>
    cause === 'earlier'
      ? `규칙 ${rule}에 해당하는 것은 모두 앞의 규칙 ${earlier}에서 처리되므로 적용되지 않습니다. 앞으로 옮기거나 삭제하십시오.`
      : `규칙 ${rule}의 종료 코드로 끝나는 프로그램은 없으므로 적용되지 않습니다. 1부터 255까지의 코드를 쓰십시오.`,
  'unremoved-job': '끝난 잡과 파드를 지우는 것이 없습니다. ttlSecondsAfterFinished를 설정하십시오. 예: 하루는 86400.',
});
