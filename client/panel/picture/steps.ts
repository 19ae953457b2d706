import type { Seconds } from '../../../server/protocol/requests.ts';
import { type Instant, instantOf, microsecondsPerSecond } from '../../../server/simulator/engine/clock.ts';
import { readRun } from '../../../server/simulator/run/read-run.ts';
import type { Run } from '../../../server/simulator/run/run.ts';
import type { PodLives } from './pod-lives.ts';

/** The second, in tenths, of the next change of a Job, a pod or the CronJob; undefined after the last. */
export function nextChange(run: Run, second: Seconds): Seconds | undefined {
  const next = Math.min(...changesOf(run).map(({ at, until }) => at[until(instantOf(second))] ?? Infinity));
  return next === Infinity ? undefined : upToTenth(next);
}

/** That of the change before; undefined before the first. */
export function changeBefore(run: Run, second: Seconds): Seconds | undefined {
  const earlier = instantOf(second - 0.1);
  const last = Math.max(...changesOf(run).map(({ at, until }) => at[until(earlier) - 1] ?? -1));
  return last < 0 ? undefined : upToTenth(last);
}

/** The next pod that fails after this second, and when; the first of all after the last. */
export function nextFailure(
  { count, failed, ended }: PodLives,
  second: Seconds,
): { readonly pod: number; readonly t: Seconds } | undefined {
  const failures = Array.from({ length: count }, (_, pod) => ({ pod, t: tenthAfter(ended[pod] ?? Infinity) })).filter(
    ({ pod }) => failed[pod] === 1,
  );
  const inOrder = failures.sort((a, b) => a.t - b.t || a.pod - b.pod);
  return inOrder.find(({ t }) => t > second) ?? inOrder[0];
}

/** Lives are told in rounded tenths. */
function tenthAfter(second: Seconds): Seconds {
  return Math.round(second * 10 + 1) / 10;
}

function changesOf(run: Run) {
  const reading = readRun(run);
  return [reading.jobs(), reading.pods(), reading.cronJob()];
}

/** A moment then has the change. */
function upToTenth(instant: Instant): Seconds {
  return Math.ceil(instant / (microsecondsPerSecond / 10)) / 10;
}
