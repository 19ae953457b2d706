import type { values as english, Lasting } from '../en/values.ts';
import { translationOf } from '../table/message-table.ts';

const whole = ({ sinceCreated }: Lasting) => (sinceCreated ? `(재개한 뒤, 모두 ${sinceCreated})` : '');

/** What values amount to: for hovers, lenses and hints. */
export const values = translationOf<typeof english>()({
  'value-tries-new-pod': (args) =>
    args.tries === 1
      ? '한 번만 시도합니다. 처음 실패하면 잡이 실패합니다.'
      : `새 파드로 모두 ${args.tries}번 시도합니다. 바로바로 실패하면 시작 시각은 다음과 같습니다: ${args.times}.`,
  'value-tries-new-pod-of-index': (args) =>
    args.tries === 1
      ? '인덱스마다 한 번만 시도합니다.'
      : `인덱스마다 새 파드로 모두 ${args.tries}번 시도합니다. 바로바로 실패하면 시작 시각은 다음과 같습니다: ${args.times}.`,
  'value-tries-restart': (args) =>
    args.tries === 1
      ? '한 번만 시도합니다. 처음 실패하면 잡이 실패하고 파드가 삭제됩니다.'
      : `같은 파드에서 모두 ${args.tries}번 시도합니다. 바로바로 실패하면 시작 시각은 다음과 같습니다: ${args.times}. 그다음 잡이 실패하고 파드가 삭제됩니다.`,
  'value-most-pods': '파드는 모두 최대 {count}개입니다.',
  'value-most-pods-a-run': '파드는 실행마다 최대 {count}개입니다.',
  'value-no-pods': '이 값이 0인 동안에는 파드가 시작되지 않습니다.',
  'value-work-queue': '작업 큐: 하나가 성공하고 모두 끝날 때까지 파드를 한 번에 {parallelism}개 실행합니다.',
  'value-waves': '완료 {completions}회를 {waves}차례에 나누어, 한 번에 파드를 최대 {parallelism}개 실행합니다.',
  'value-of-index': '인덱스 {index}: {what}',
  'value-about': '실패가 없으면 약 {duration} 걸립니다.',
  'value-next-runs': '다음 실행 ({zone}):',
  'value-next-runs-no-zone': '다음 실행, 클러스터 시계가 UTC일 때 (timeZone 없음):',
  'value-local-time': '내 시각 {time}',
  'value-never-runs': '한 번도 실행되지 않습니다: 앞으로 5년 안에 맞는 날짜가 없습니다.',
  'value-time-zone': '그곳은 지금 {time}입니다({offset}).',
  'value-indexes': '전체 {completions}개 중 인덱스 {count}개',
  'value-cpu': '{cores} CPU = {millicores}m',
  'value-bytes': '{binary} = {decimal} = {bytes}바이트',
  'value-concurrency-policy-Allow': '앞의 실행이 끝나지 않았어도 새 실행을 시작합니다.',
  'value-concurrency-policy-Forbid': '앞의 실행이 끝나기를 기다리고, 그사이 너무 늦어지면 건너뜁니다.',
  'value-concurrency-policy-Replace': '다음 실행 시각이 되면 앞의 실행을 삭제합니다.',
  'value-completion-mode-Indexed': '0부터 completions - 1까지 인덱스마다 파드 하나가 성공해야 합니다.',
  'value-completion-mode-NonIndexed': '파드를 구별하지 않으며, completions 수만큼 성공해야 합니다.',
  'exit-code-126': '126: 권한이 없는 등의 이유로 프로그램을 실행하지 못했습니다.',
  'exit-code-127': '127: 셸이 프로그램을 찾지 못했습니다.',
  'exit-code-137': '137: SIGKILL로 종료되었습니다. 메모리가 부족하거나 유예 기간이 지났을 때 그렇습니다.',
  'exit-code-139': '139: 프로그램 오류(SIGSEGV)로 종료되었습니다.',
  'exit-code-143': '143: SIGTERM으로 끝났습니다. 파드가 삭제될 때 그렇습니다.',
  'exit-code-signal': '시그널 {signal}번으로 끝났습니다.',

  'clock-time': '{date} ({weekday}) {time}',
  'weekday-0': '일',
  'weekday-1': '월',
  'weekday-2': '화',
  'weekday-3': '수',
  'weekday-4': '목',
  'weekday-5': '금',
  'weekday-6': '토',

  'lens-simulate': '시뮬레이션',
  'lens-no-pods': '파드 없음',
  'lens-pods': '파드 {completions}개',
  'lens-pods-at-a-time': '파드 {completions}개, 한 번에 {parallelism}개',
  'lens-work-queue': '작업 큐, 한 번에 {parallelism}개',
  'lens-about': (args) => `약 ${args.duration}${whole(args)}`,
  'lens-deadline': '기한({duration})이 지나면 실패',
  'lens-fails': (args) => `${args.duration} 뒤 실패(${args.reason})${whole(args)}`,
  'lens-endless': '스스로 끝나지 않음',
  'lens-at-most': '파드 최대 {count}개',
  'lens-at-most-a-run': '실행마다 파드 최대 {count}개',
  'lens-suspended': '일시 중지됨',
  'lens-next-run': '다음 실행 {time} {zone}',
  'lens-never-runs': '실행되지 않음',

  'hint-defaults': '기본값: {fields}',
});
