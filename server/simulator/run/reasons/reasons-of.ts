import type { Seconds } from '../../engine/time.ts';
import type { Run } from '../run.ts';
import { type TraceRow, traceOf } from './trace-of.ts';
import { withoutRepeatedWaits } from './waits-of.ts';

/** Why something happened in a run, in a sentence; `pod` is the ordinal of the pod that it is about. */
export interface ReasonInRun {
  readonly t: Seconds;
  readonly pod?: number;
  readonly text: string;
}

/** What stands in a sentence where the Job of a time of the schedule, or that time, is meant: they follow from the run. */
export const reasonPlaces = { job: '{job}', time: '{time}' };

/** More of them than anyone reads would only slow a page down. */
const mostReasons = 200;

/** Why pods were made, deleted, retried, refused or waited for, in order of time: the first of them, where there are very many. */
export function toldReasons(run: Run): readonly TraceRow[] {
  return withoutRepeatedWaits(traceOf(run, mostReasons));
}

/** The same in words. `sentences` has one for each reason in the run's table of them, so that what is said often is sent once. */
export function reasonsOf(run: Run, sentences: readonly string[]): readonly ReasonInRun[] {
  return toldReasons(run).map(({ t, pod, step, args }) => ({
    t,
    ...(pod === undefined ? {} : { pod }),
    text: filledIn(sentences[step] ?? '', args),
  }));
}

function filledIn(sentence: string, args: object): string {
  const named = 'job' in args ? sentence.replace(reasonPlaces.job, `${args.job}`) : sentence;
  return 'time' in args ? named.replace(reasonPlaces.time, `${args.time}`) : named;
}
