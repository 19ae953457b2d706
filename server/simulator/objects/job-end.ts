import { microsecondsPerSecond } from '../engine/clock.ts';
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
}

export function jobEnd({ finished, status }: JobObject): JobEnd {
  const suspended = status.conditions.some(({ type, status: value }) => type === 'Suspended' && value === 'True');
  const end = status.conditions.find(({ type }) => type === finished);
  return {
    outcome: finished ?? (suspended ? 'Suspended' : 'Running'),
    reason: status.conditions.at(-1)?.reason ?? '',
    duration: end && status.startTime !== undefined ? Math.floor((end.changed - status.startTime) / microsecondsPerSecond) : null,
  };
}
