import type { Seconds } from '../../../server/protocol/requests.ts';
import { secondsOf } from '../../../server/simulator/engine/clock.ts';
import { jobTimes } from '../../../server/simulator/run/job-times.ts';
import { formOf } from '../../../server/simulator/run/jobs-at.ts';
import { type RunReading, readRun, storedAt } from '../../../server/simulator/run/read-run.ts';
import type { Run } from '../../../server/simulator/run/run.ts';

/** A time that a field sets. */
export interface Limit {
  /** Until when a Job may be active, until when a CronJob may start one, when a finished one is removed, when a pod is killed that was told to stop. */
  readonly kind: 'deadline' | 'starting-deadline' | 'ttl' | 'grace';
  readonly at: Seconds;
  /** What the field says. */
  readonly seconds: Seconds;
}

/** Of a Job, by its ordinal: its deadline, counted from each start, a resumed Job's anew; and when its TTL is over. */
export function limitsOf(run: Run, job: number): readonly Limit[] {
  const reading = readRun(run);
  const { activeDeadlineSeconds, ttlSecondsAfterFinished } = formOf(reading, job, Infinity).spec ?? {};
  const { starts, ended } = jobTimes(reading, job);
  return [
    ...startingDeadline(reading, job),
    ...timed('deadline', activeDeadlineSeconds, starts),
    ...timed('ttl', ttlSecondsAfterFinished, ended === undefined ? [] : [ended]),
  ];
}

/** Of a Job that a CronJob made: until when that might have been. */
function startingDeadline(reading: RunReading, job: number): readonly Limit[] {
  const due = reading.jobDues()[job];
  if (due === undefined) return [];
  const { startingDeadlineSeconds } = storedAt(reading.storedCronJob(), due)?.spec ?? {};
  return timed('starting-deadline', startingDeadlineSeconds, [secondsOf(due)]);
}

function timed(kind: Limit['kind'], seconds: Seconds | undefined, since: readonly Seconds[]): readonly Limit[] {
  return seconds === undefined ? [] : since.map((start) => ({ kind, at: start + seconds, seconds }));
}
