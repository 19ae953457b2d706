import { type Instant, microsecondsPerSecond } from '../engine/clock.ts';
import type { Seconds } from '../engine/time.ts';
import type { Outcome } from '../recording/recording.ts';
import type { JobObject } from './objects.ts';

/** How a Job stands, in short. */
export interface JobEnd {
  readonly outcome: Outcome;
  /** Of its last condition. */
  readonly reason: string;
  /** From its start to the condition that ended it. */
  readonly duration: Seconds | null;
  /** From that condition to its deletion. */
  readonly deletedAfter: Seconds | null;
}

/** `stored` cuts a time to the whole second, as statuses hold it. */
export function jobEnd({ finished, status, deleted }: JobObject, stored: (instant: Instant) => Instant): JobEnd {
  const suspended = status.conditions.some(({ type, status: value }) => type === 'Suspended' && value === 'True');
  const end = status.conditions.find(({ type }) => type === finished);
  return {
    outcome: finished ?? standing(deleted !== undefined, suspended),
    reason: status.conditions.at(-1)?.reason ?? '',
    duration: end && status.startTime !== undefined ? Math.floor((end.changed - status.startTime) / microsecondsPerSecond) : null,
    deletedAfter: end && deleted !== undefined ? (stored(deleted) - stored(end.changed)) / microsecondsPerSecond : null,
  };
}

/** Of a Job that has not ended. */
function standing(deleted: boolean, suspended: boolean): Outcome {
  if (deleted) return 'Deleted';
  return suspended ? 'Suspended' : 'Running';
}
