import type { Counts, Ended, outcome as english, HookOutcome, Scheduled, Unfinished, Watched } from '../en/outcome.ts';
import { translationOf } from '../table/message-table.ts';

const pods = ({ podsCreated, podsFailed }: Counts) => `파드 ${podsCreated}개${podsFailed > 0 ? `, 그중 ${podsFailed}개 실패` : ''}`;
const restarts = (args: Counts) => (args.restarts > 0 ? `, 컨테이너 재시작 ${args.restarts}회` : '');
const reason = (args: Ended) => (args.reason ? `(${args.reason})` : '');
const after = ({ duration, sinceCreated }: Ended) => (sinceCreated ? `재개 ${duration} 뒤, 생성 ${sinceCreated} 뒤` : `${duration} 만에`);
const deleted = ({ deletedAfter }: Ended) => (deletedAfter ? `, ${deletedAfter} 뒤 삭제` : '');
const goingOn = ({ waiting, endless }: Unfinished) => {
  const words = [waiting, endless ? '스스로 끝나지 않음' : ''].filter(Boolean);
  return words.length ? `(${words.join(', ')})` : '';
};

const stillAfter = ({ until, endless }: Watched) => {
  if (until) return `${until} 뒤에도 실행 중`;
  return endless ? '계속 실행 중' : '실행 중이며 더 일어나는 일이 없음';
};

/** What became of the Jobs that a CronJob started; '' where it is nothing that can be told. */
function fates({ jobs, complete, failed, replaced, running, ...going }: Scheduled): string {
  if (running > 0 && running === jobs) return `아직 끝난 것 없음${goingOn(going)}, `;
  const told = [
    complete > 0 ? `${complete}개 완료` : '',
    failed > 0 ? `${failed}개 실패` : '',
    replaced > 0 ? `${replaced}개 끝나기 전에 교체` : '',
    running > 0 ? `${running}개 실행 중${goingOn(going)}` : '',
  ].filter(Boolean);
  return told.length ? `${told.join(', ')}, ` : '';
}

/** The times for which a CronJob started no Job. */
function notStarted({ forbidden, missed }: Scheduled): string {
  const skipped = ` 앞의 실행이 아직 끝나지 않아 실행 ${forbidden}회를 건너뛰었습니다(Forbid).`;
  const late = ` 잡을 제때 시작하지 못해 실행 ${missed}회를 놓쳤습니다.`;
  return `${forbidden > 0 ? skipped : ''}${missed > 0 ? late : ''}`;
}

function scheduled(args: Scheduled): string {
  const state = `${args.deleted ? ' 크론잡이 삭제되었습니다.' : ''}${args.suspended ? ' 크론잡이 일시 중지되었습니다.' : ''}`;
  return `${args.until} 동안 잡 ${args.jobs}개 시작: ${fates(args)}${pods(args)}${restarts(args)}.${notStarted(args)}${state}`;
}

function spanOf({ shortest, longest }: { readonly shortest: string; readonly longest: string }): string {
  return shortest === longest ? longest : `${shortest}~${longest}`;
}

/** How a simulation ended, in one sentence; and durations. */
export const outcome = translationOf<typeof english>()({
  'outcome-Complete': (args) => `${after(args)} 완료${deleted(args)}: ${pods(args)}${restarts(args)}.`,
  'outcome-Failed': (args) => `${after(args)} 실패${reason(args)}${deleted(args)}: ${pods(args)}${restarts(args)}.`,
  'outcome-Suspended': (args) =>
    `일시 중지: suspend가 false가 될 때까지 파드가 시작되지 않습니다${args.podsCreated > 0 ? `. 지금까지 ${pods(args)}` : ''}.`,
  'outcome-Running': (args) => `${stillAfter(args)}${goingOn(args)}: ${pods(args)}${restarts(args)}.`,
  'outcome-Deleted': (args) => `끝나기 전에 삭제됨: ${pods(args)}${restarts(args)}.`,
  'outcome-Scheduled': scheduled,
  'outcome-never-scheduled': ({ suspended }) =>
    suspended
      ? '시작되는 잡이 없습니다. suspend가 false가 될 때까지 크론잡이 일시 중지됩니다.'
      : '시작되는 잡이 없습니다. 컨트롤러가 내다보는 5년 안에 스케줄에 맞는 날짜가 없어 한 번도 실행되지 않습니다.',
  'outcome-stopped-early': '실행이 너무 길어 끝까지 지켜보지 못했습니다.',
  'outcome-too-many-jobs': '잡이 동시에 {count}개가 될 때까지만 지켜보았습니다: 그보다 많이는 시뮬레이션하지 않습니다.',
  'outcome-too-many-pods': '끝난 파드까지 합쳐 파드가 {count}개 존재할 때까지만 지켜보았습니다: 그보다 많이는 시뮬레이션하지 않습니다.',
  'outcome-told-until': '메모리에 담을 수 있는 처음 {until} 동안 일어난 일만 보여 줍니다. --until로 더 짧은 기간을 지정하십시오.',
  'hook-outcome': hookOutcome,
  'watched-day': '기간을 지정하지 않아 24시간 동안 지켜보았습니다',
  'watched-hour': '기간을 지정하지 않아 크론잡을 한 시간 동안 지켜보았고, 그 안에 세 번째 실행이 끝났습니다',
  'watched-missed': '기간을 지정하지 않아 잡 없이 예약 시각이 세 번 지날 때까지 크론잡을 지켜보았습니다',
  'watched-third-run': '기간을 지정하지 않아 크론잡을 세 번째 실행이 끝날 때까지 지켜보았습니다',
  'watched-years': '기간을 지정하지 않아 크론잡을 {years}년 동안 지켜보았지만, 세 번째 실행이 끝나지 않았습니다',
  'watched-events': '이벤트 수의 한도까지 지켜보았습니다',
  'watched-jobs': '잡 수의 한도까지 지켜보았습니다',
  'watched-pods': '파드 수의 한도까지 지켜보았습니다',
  'likelihood-too-many': '가능성: 파드가 너무 많아 여러 번 시뮬레이션하지 않습니다. `kubejob simulate --runs`로 볼 수 있습니다.',
  'likelihood-fails-by-itself': '가능성: 확률의 문제가 아닙니다. 컨테이너가 스스로 실패합니다.',
  likelihood: (args) =>
    `실패율 ${args.rate} %: ${args.complete} % 완료, ${args.shortest === '' ? '끝난 실행 없음' : spanOf(args)}, 파드 최대 ${args.pods}개. 실행 ${args.runs}회 기준.`,

  'duration-day': '{count}일',
  'duration-hour': '{count}시간',
  'duration-minute': '{count}분',
  'duration-second': '{count}초',
});

function hookOutcome({ tool, phases, order, ended, then }: HookOutcome): string {
  const [what, place] = tool === 'Helm' ? ['릴리스', '가중치'] : ['동기화', '웨이브'];
  const hook = `훅(${phases}, ${place} ${order})`;
  if (ended === 'not') return `${tool}: 이 ${hook} 실행이 끝나기를 기다리며, 너무 오래 걸리면 ${what} 실패.`;
  const begins = ended === 'complete' ? `${tool}: 이 ${hook} 다음 단계로 넘어감` : `${tool}: 이 ${hook}에서 ${what} 실패`;
  return `${begins}. ${afterwards(then)}.`;
}

function afterwards(then: HookOutcome['then']): string {
  switch (then) {
    case 'deleted':
      return '그 뒤 삭제됨';
    case 'replaced':
      return '다시 실행할 때까지 남아 있다가 그때 먼저 삭제됨';
    case 'in-the-way':
      return '그대로 남으므로 누군가 삭제하지 않으면 다음번에는 "already exists"에서 멈춤';
  }
}
