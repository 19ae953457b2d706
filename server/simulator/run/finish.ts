import { type Instant, microsecondsPerSecond, secondsOf } from '../engine/clock.ts';
import type { Seconds } from '../engine/time.ts';
import { type RunReading, readRun } from './read-run.ts';
import type { Run } from './run.ts';

/**
 * The second, rounded up to a tenth where that is not too late, at which all has happened that a run shows: the last change of one that has come to rest,
 * the end of the watch where it goes on. A Job that its TTL removes counts up to where that removal begins, so a moment then
 * still has the Job and its pods, however much later they go.
 */
export function finishOf(run: Run): Seconds {
  const { outcome } = run.summary;
  if (outcome === 'Running' || outcome === 'Scheduled') return run.until;
  const reading = readRun(run);
  const removal = removalOf(reading);
  const last = Math.max(...[reading.jobs(), reading.pods(), reading.cronJob()].map((changes) => lastBefore(changes, removal)));
  const tenths = Math.ceil(last / (microsecondsPerSecond / 10)) / 10;
  return tenths * microsecondsPerSecond < removal ? tenths : secondsOf(last);
}

/** The second at which its TTL removes the Job; undefined where none does while the run is told. */
export function removedAt(run: Run): Seconds | undefined {
  const removal = removalOf(readRun(run));
  return removal === Infinity ? undefined : removal / microsecondsPerSecond;
}

/** Of a Job that had ended: when its deletion begins. Its pods go with it or after it. */
function removalOf(reading: RunReading): Instant {
  const { run } = reading;
  if (run.kind !== 'Job' || run.summary.deletedAfter === null) return Infinity;
  const jobs = reading.jobs();
  const deleted = jobs.last(0, Infinity);
  const gone = deleted === undefined ? Infinity : (jobs.at[deleted] ?? Infinity);
  const marked = [...jobs.each(0, gone)].find((change) => run.jobs.steps[run.jobs.step[change] ?? -1]?.deleting);
  return marked === undefined ? gone : (jobs.at[marked] ?? gone);
}

interface Timed {
  readonly at: Float64Array;
  until(instant: Instant): number;
}

function lastBefore({ at, until }: Timed, removal: Instant): Instant {
  const count = removal === Infinity ? at.length : until(removal - 1);
  return at[count - 1] ?? 0;
}
