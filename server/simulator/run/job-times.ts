import { secondsOf, wholeSecond } from '../engine/clock.ts';
import type { Seconds } from '../engine/time.ts';
import { type RunReading, readRun } from './read-run.ts';
import type { CronJobOutcome, Run } from './run.ts';

/** When a Job started, each time that it did, and when it had ended, in seconds from the create request of the run. */
export interface JobTimes {
  /** As its status tells them, in whole seconds of the wall clock. One that was suspended starts anew. */
  readonly starts: readonly Seconds[];
  readonly ended: Seconds | undefined;
  /** It was suspended, and resumed later. */
  readonly resumed: boolean;
}

export function jobTimes({ run, jobs }: RunReading, job: number): JobTimes {
  const { each, at } = jobs();
  const starts = new Set<Seconds>();
  let ended: Seconds | undefined;
  let resumed = false;
  for (const change of each(job, Infinity)) {
    const { startTime, conditions = [] } = run.jobs.steps[run.jobs.step[change] ?? -1]?.status ?? {};
    const instant = at[change] ?? 0;
    if (typeof startTime === 'number') starts.add(secondsOf(wholeSecond(run.epoch, instant) - startTime));
    if (conditions.some(({ type, status }) => (type === 'Complete' || type === 'Failed') && status === 'True'))
      ended ??= secondsOf(instant);
    if (conditions.some(({ type, status }) => type === 'Suspended' && status === 'False')) resumed = true;
  }
  return { starts: [...starts], ended, resumed };
}

/** Of a Job that was suspended and resumed: when it started last, in seconds from the create request; undefined of all others. */
export function resumedAt(run: Run | CronJobOutcome): Seconds | undefined {
  if (run.kind !== 'Job') return undefined;
  const { starts, resumed } = jobTimes(readRun(run), 0);
  return resumed ? starts.at(-1) : undefined;
}
