import { t } from '@vscode/l10n';
import type { Seconds } from '../../../../server/protocol/requests.ts';
import { podName, readRun } from '../../../../server/simulator/run/read-run.ts';
import { fieldBehind } from '../../../../server/simulator/run/reasons/field-behind.ts';
import type { ReasonInRun } from '../../../../server/simulator/run/reasons/reasons-of.ts';
import type { Wait } from '../../../../server/simulator/run/reasons/waits-of.ts';
import type { Run } from '../../../../server/simulator/run/run.ts';
import { duration } from '../../axis/axis.ts';
import { type WallClock, whenText } from '../../axis/wall-clock.ts';
import type { FieldPath } from '../../host/messages.ts';
import { failuresUsed } from '../../picture/failures.ts';
import type { Picture } from '../../picture/picture.ts';
import type { JobLine, Segment } from '../../picture/segments.ts';
import type { Explained, Selected } from '../../state/page-state.ts';
import { stateName } from '../signs/state-names.ts';
import { exitWords } from './exit-words.ts';
import { failureWords } from './failure-words.ts';

/** What was clicked. */
export type Pointed =
  /** The line itself: nothing of it in particular. */
  | { readonly kind: 'line' }
  | { readonly kind: 'state'; readonly segment: Segment }
  | { readonly kind: 'job-state'; readonly segment: Segment; readonly job: JobLine }
  | { readonly kind: 'wait'; readonly wait: Wait; readonly from: Seconds; readonly to: Seconds; readonly failure: Segment | undefined };

/** In words, with the field that has caused it; undefined of a line as such. */
export function explain(pointed: Pointed, selected: Selected, picture: Picture, reasons: readonly ReasonInRun[]): Explained | undefined {
  switch (pointed.kind) {
    case 'line':
      return undefined;
    case 'state':
      return explainState(pointed.segment, selected.ordinal, picture, reasons);
    case 'job-state':
      return explainJobState(pointed, picture, reasons);
    case 'wait':
      return explainWait(pointed, selected.ordinal, picture);
  }
}

function explainState(segment: Segment, pod: number, { run, clock }: Picture, reasons: readonly ReasonInRun[]): Explained {
  const { state, status } = segment;
  return {
    title: `${podTitle(run, pod)}: ${status} · ${stateName(state)}`,
    lines: [lasting(segment, clock), ...whyOfPod(segment, pod, reasons)],
    ...firstOf(segment.fields()),
  };
}

/** Its number and its name. */
export function podTitle(run: Run, pod: number): string {
  return `#${pod} ${podName(readRun(run), pod)}`;
}

/** What the exit code of a pod's state tells, and what else happened as it began, a sentence each. */
export function whyOfPod(segment: Segment, pod: number, reasons: readonly ReasonInRun[]): readonly string[] {
  const { exitCode } = segment;
  const why = reasons.filter((one) => one.pod === pod && isWithin(one.t, segment)).map(({ text }) => text);
  return [...(exitCode === undefined ? [] : [exitWords(exitCode)]), ...why];
}

type JobState = Extract<Pointed, { kind: 'job-state' }>;

function explainJobState({ segment, job }: JobState, { run, clock }: Picture, reasons: readonly ReasonInRun[]): Explained {
  return {
    title: `${job.name}: ${segment.status} ${segment.more}`,
    lines: [lasting(segment, clock), ...whyOfJob(segment, job, run, reasons)],
    ...firstOf(segment.fields()),
  };
}

/** The reason that a Job's condition gives, how many failures were used, and what happened in that state, a sentence each. */
export function whyOfJob(segment: Segment, job: JobLine, run: Run, reasons: readonly ReasonInRun[]): readonly string[] {
  const used = failuresUsed(run, job, segment.to);
  const why = reasons.filter((one) => one.pod === undefined && isWithin(one.t, segment)).map(({ text }) => text);
  const { reason } = segment;
  return [...(reason ? [reason] : []), ...(used ? [failureWords(used)] : []), ...why.slice(0, 3)];
}

function explainWait({ wait, from, to, failure }: Extract<Pointed, { kind: 'wait' }>, pod: number, { run, clock }: Picture): Explained {
  return {
    title: t('Back-off of {0}', duration(wait.whole)),
    lines: [
      t('Nothing is created from {0} to {1}, as #{2} has failed.', whenText(from, clock), whenText(to, clock), pod),
      ...(failure?.exitCode === undefined ? [] : [exitWords(failure.exitCode)]),
      t('The wait is 10 s after the first failure in a row, twice as long after each further one, and 10 min at most.'),
    ],
    ...firstOf(fieldsBehindWait(run, wait)),
  };
}

/** What bounds how often it is tried again. */
export function fieldsBehindWait(run: Picture['run'], { for: kind }: Pick<Wait, 'for'>): readonly FieldPath[] {
  return [fieldBehind(run, kind === 'index' ? 'FailedIndexes' : 'BackoffLimitExceeded') ?? []];
}

function firstOf([path]: readonly FieldPath[]): Pick<Explained, 'path'> {
  return path ? { path } : {};
}

function lasting({ from, to, last }: Segment, clock: WallClock | undefined): string {
  if (last) return t('from {0}', whenText(from, clock));
  return t('{0} to {1}, for {2}', whenText(from, clock), whenText(to, clock), duration(Math.round((to - from) * 10) / 10));
}

/** What happened as the state began, or in it. */
function isWithin(second: Seconds, { from, to }: Segment): boolean {
  return second >= from - 0.1 && (second < to || second === from);
}
