import type { Seconds } from '../../../server/protocol/requests.ts';
import { secondsOf, wholeSecond } from '../../../server/simulator/engine/clock.ts';
import { formOf } from '../../../server/simulator/run/jobs-at.ts';
import { readRun } from '../../../server/simulator/run/read-run.ts';
import type { Run } from '../../../server/simulator/run/run.ts';

/** A time that a field of the Job sets. */
export interface Limit {
  readonly kind: 'deadline' | 'ttl';
  readonly at: Seconds;
  /** What the field says. */
  readonly seconds: Seconds;
}

/** Of a Job: its deadline, counted from each start, a resumed Job's anew; and when its TTL is over. Of a CronJob none. */
export function limitsOf(run: Run): readonly Limit[] {
  if (run.kind !== 'Job') return [];
  const reading = readRun(run);
  const { activeDeadlineSeconds, ttlSecondsAfterFinished } = formOf(reading, 0, Infinity).spec ?? {};
  const { each, at } = reading.jobs();
  const [starts, ends] = [new Set<Seconds>(), new Set<Seconds>()];
  for (const change of each(0, Infinity)) {
    const { startTime, conditions = [] } = run.jobs.steps[run.jobs.step[change] ?? -1]?.status ?? {};
    const instant = at[change] ?? 0;
    if (typeof startTime === 'number') starts.add(secondsOf(wholeSecond(run.epoch, instant) - startTime));
    if (conditions.some(({ type, status }) => (type === 'Complete' || type === 'Failed') && status === 'True'))
      ends.add(secondsOf(instant));
  }
  return [...timed('deadline', activeDeadlineSeconds, [...starts]), ...timed('ttl', ttlSecondsAfterFinished, [...ends])];
}

function timed(kind: Limit['kind'], seconds: Seconds | undefined, since: readonly Seconds[]): readonly Limit[] {
  return seconds === undefined ? [] : since.map((start) => ({ kind, at: start + seconds, seconds }));
}
