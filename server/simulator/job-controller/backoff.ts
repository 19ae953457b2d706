import { newPodWait } from '../../estimate/bounds/retry-waits.ts';
import { type Instant, instantOf } from '../engine/clock.ts';
import type { Pod } from '../objects/objects.ts';

/** What the controller remembers of a Job's failures (pkg/controller/job/backoff_utils.go). */
export interface BackoffRecord {
  readonly failuresAfterLastSuccess: number;
  readonly lastFailure: Instant | undefined;
}

export const noFailures: BackoffRecord = { failuresAfterLastSuccess: 0, lastFailure: undefined };

/** A success starts the count anew; of the failures found with it only later ones count. */
export function nextBackoffRecord(
  record: BackoffRecord,
  succeeded: readonly Pod[],
  failed: readonly Pod[],
  finishTime: (pod: Pod) => Instant,
): BackoffRecord {
  const lastSuccess = succeeded.reduce<number>((latest, pod) => Math.max(latest, finishTime(pod)), -Infinity);
  const counted = failed.map(finishTime).filter((time) => time > lastSuccess);
  const before = succeeded.length > 0 ? noFailures : record;
  if (counted.length === 0) return before;
  return {
    failuresAfterLastSuccess: before.failuresAfterLastSuccess + counted.length,
    lastFailure: counted.reduce((latest, time) => Math.max(latest, time), -Infinity),
  };
}

/** What is left, at `now`, of the wait after that many failures in a row: 10 s, 20 s, 40 s … 600 s. */
export function remainingBackoff(failures: number, lastFailure: Instant, now: Instant): Instant {
  return failures === 0 ? 0 : Math.max(0, lastFailure + backoffDelay(failures) - now);
}

export function backoffDelay(failures: number): Instant {
  return instantOf(newPodWait(failures));
}
