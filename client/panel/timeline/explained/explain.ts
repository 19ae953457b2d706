import { t } from '@vscode/l10n';
import type { ReasonInRun, Seconds } from '../../../../server/protocol/requests.ts';
import { fieldBehind } from '../../../../server/simulator/run/field-behind.ts';
import { podName, readRun } from '../../../../server/simulator/run/read-run.ts';
import type { Run } from '../../../../server/simulator/run/run.ts';
import type { Wait } from '../../../../server/simulator/run/waits-of.ts';
import { duration } from '../../axis/axis.ts';
import { failuresUsed, isLimited } from '../../picture/failures.ts';
import type { Limit } from '../../picture/limits.ts';
import type { Picture } from '../../picture/picture.ts';
import type { JobLine, Segment } from '../../picture/segments.ts';
import type { Explained, Selected } from '../../state/page-state.ts';
import { stateName } from '../signs/state-names.ts';
import { exitWords } from './exit-words.ts';

/** What was clicked. */
export type Pointed =
  /** The line itself: nothing of it in particular. */
  | { readonly kind: 'line' }
  | { readonly kind: 'state'; readonly segment: Segment }
  | { readonly kind: 'job-state'; readonly segment: Segment; readonly job: JobLine }
  | { readonly kind: 'wait'; readonly wait: Wait; readonly from: Seconds; readonly to: Seconds; readonly failure: Segment | undefined };

/** In words, with the field that has caused it; undefined of a line as such. */
export function explain(pointed: Pointed, selected: Selected, { run }: Picture, reasons: readonly ReasonInRun[]): Explained | undefined {
  switch (pointed.kind) {
    case 'line':
      return undefined;
    case 'state':
      return explainState(pointed.segment, selected.ordinal, run, reasons);
    case 'job-state':
      return explainJobState(pointed, run, reasons);
    case 'wait':
      return explainWait(pointed, selected.ordinal, run);
  }
}

function explainState(segment: Segment, pod: number, run: Run, reasons: readonly ReasonInRun[]): Explained {
  const { state, status, exitCode } = segment;
  const why = reasons.filter((one) => one.pod === pod && isWithin(one.t, segment)).map(({ text }) => text);
  return {
    title: `#${pod} ${podName(readRun(run), pod)}: ${status} · ${stateName(state)}`,
    lines: [lasting(segment), ...(exitCode === undefined ? [] : [exitWords(exitCode)]), ...why],
    ...pathOf(run, state === 'failed' ? 'command' : state),
  };
}

function explainJobState({ segment, job }: Extract<Pointed, { kind: 'job-state' }>, run: Run, reasons: readonly ReasonInRun[]): Explained {
  const used = failuresUsed(run, job);
  const counts = used && (isLimited(used.limit) ? t('{0} of {1} failures used', used.failed, used.limit) : t('{0} failures', used.failed));
  const why = reasons.filter((one) => one.pod === undefined && isWithin(one.t, segment)).map(({ text }) => text);
  const reason = segment.last && run.kind === 'Job' ? run.summary.reason : '';
  return {
    title: `${job.name}: ${segment.status} ${segment.more}`,
    lines: [lasting(segment), ...(reason ? [reason] : []), ...(counts ? [counts] : []), ...why.slice(0, 3)],
    ...pathOf(run, reason),
  };
}

function explainWait({ wait, from, to, failure }: Extract<Pointed, { kind: 'wait' }>, pod: number, run: Run): Explained {
  return {
    title: t('Back-off of {0}', duration(wait.whole)),
    lines: [
      t('Nothing is created from {0} to {1}, as #{2} has failed.', duration(from), duration(to), pod),
      ...(failure?.exitCode === undefined ? [] : [exitWords(failure.exitCode)]),
      t('The wait is 10 s after the first failure in a row, twice as long after each further one, and 10 min at most.'),
    ],
    ...pathOf(run, wait.for === 'index' ? 'FailedIndexes' : 'BackoffLimitExceeded'),
  };
}

/** A deadline, or the time to live after the end. */
export function explainLimit({ kind, at, seconds }: Limit, run: Run): Explained {
  const title = kind === 'deadline' ? t('Deadline after {0}', duration(seconds)) : t('Removed {0} after its end', duration(seconds));
  const text =
    kind === 'deadline'
      ? t('At {0} activeDeadlineSeconds is over: pods that still run are stopped, and the Job fails.', duration(at))
      : t('At {0} ttlSecondsAfterFinished is over: the Job is deleted with its pods.', duration(at));
  return { title, lines: [text], ...pathOf(run, kind === 'deadline' ? 'DeadlineExceeded' : 'TtlOver') };
}

function pathOf(run: Run, cause: string): Pick<Explained, 'path'> {
  const path = fieldBehind(run, cause);
  return path ? { path } : {};
}

function lasting({ from, to, last }: Segment): string {
  return last
    ? t('from {0}', duration(from))
    : t('{0} to {1}, for {2}', duration(from), duration(to), duration(Math.round((to - from) * 10) / 10));
}

/** What happened as the state began, or in it. */
function isWithin(second: Seconds, { from, to }: Segment): boolean {
  return second >= from - 0.1 && (second < to || second === from);
}
