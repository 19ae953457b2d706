import type { Counts, Ended, outcome as english } from '../en/outcome.ts';
import { translationOf } from '../table/message-table.ts';

const pods = ({ podsCreated, podsFailed }: Counts) => `파드 ${podsCreated}개${podsFailed > 0 ? `, 그중 ${podsFailed}개 실패` : ''}`;
const restarts = (args: Counts) => (args.restarts > 0 ? `, 컨테이너 재시작 ${args.restarts}회` : '');
const reason = (args: Ended) => (args.reason ? `(${args.reason})` : '');

/** How a simulation ended, in one sentence; and durations. */
export const outcome = translationOf<typeof english>()({
  'outcome-Complete': (args) => `${args.duration} 만에 완료: ${pods(args)}${restarts(args)}.`,
  'outcome-Failed': (args) => `${args.duration} 만에 실패${reason(args)}: ${pods(args)}${restarts(args)}.`,
  'outcome-Suspended': '일시 중지: suspend가 false가 될 때까지 파드가 시작되지 않습니다.',
  'outcome-Running': (args) => `${args.until} 뒤에도 실행 중: ${pods(args)}${restarts(args)}.`,
  'outcome-Deleted': (args) => `끝난 뒤 삭제됨(총 ${args.until}): ${pods(args)}${restarts(args)}.`,
  'outcome-Scheduled': (args) => `${args.until} 동안 잡 ${args.jobs}개 시작: ${pods(args)}${restarts(args)}.`,
  'outcome-stopped-early': '실행이 너무 길어 끝까지 지켜보지 못했습니다.',
  'outcome-too-many-pods': '파드가 동시에 {count}개가 될 때까지만 지켜보았습니다: 그보다 많이는 시뮬레이션하지 않습니다.',
  'outcome-assumption-behaviour': '어느 버전을 선택하든 컨트롤러는 쿠버네티스 {newest}의 것입니다.',

  'duration-day': '{count}일',
  'duration-hour': '{count}시간',
  'duration-minute': '{count}분',
  'duration-second': '{count}초',
});
