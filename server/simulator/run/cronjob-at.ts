import { type Instant, pastSecond, secondsOf, shownSeconds } from '../engine/clock.ts';
import type { CronJobLine, Seen } from '../kubectl/moment.ts';
import { cronJobWithStatus, writeTime } from '../objects/object-status.ts';
import { type RunReading, storedAt } from './read-run.ts';
import type { CronJobStep } from './run.ts';

/** The CronJob while it exists. */
export function cronJobsAt(reading: RunReading, instant: Instant): readonly CronJobLine[] {
  const last = reading.cronJob.until(instant) - 1;
  const found = changeOf(reading, last);
  return found && found.step.event !== 'DELETED' ? [cronJobLine(reading, found)] : [];
}

export function seenCronJobs(reading: RunReading, until: Instant): readonly Seen<CronJobLine>[] {
  const seen: Seen<CronJobLine>[] = [];
  for (let change = 0; change < reading.cronJob.until(until); change++) {
    const found = changeOf(reading, change);
    if (!found || found.step.hidden) continue;
    seen.push({ t: shownSeconds(found.at), event: found.step.event, line: cronJobLine(reading, found) });
  }
  return seen;
}

interface CronJobChange {
  readonly at: Instant;
  /** The Job from which the step counts. */
  readonly job: number;
  readonly step: CronJobStep;
}

function changeOf({ run, cronJob, cronJobCounts }: RunReading, change: number): CronJobChange | undefined {
  const step = run.cronJob?.steps[run.cronJob.step[change] ?? -1];
  return step && { step, at: cronJob.at[change] ?? 0, job: cronJobCounts[change] ?? 0 };
}

function cronJobLine(reading: RunReading, { at, job, step }: CronJobChange): CronJobLine {
  const { run, storedCronJob } = reading;
  const stored = storedAt(storedCronJob, at) ?? {};
  const { schedule = '', timeZone = '<none>', suspend = false } = stored.spec ?? {};
  const ago = (time: Instant | undefined) => (time === undefined ? undefined : at - time);
  const lastScheduleTime = ago(step.lastScheduleTime);
  const created = reading.cronJob.at[0] ?? 0;
  return {
    kind: 'CronJob',
    name: run.name,
    created: secondsOf(created),
    SCHEDULE: schedule,
    TIMEZONE: timeZone,
    SUSPEND: suspend ? 'True' : 'False',
    ACTIVE: step.active.length,
    lastSchedule: lastScheduleTime === undefined ? undefined : secondsOf(lastScheduleTime + pastSecond),
    get object() {
      const active = step.active.map((before) => ({ name: run.jobs.names[job - before] ?? '' }));
      const times = { created, lastScheduleTime, lastSuccessfulTime: ago(step.lastSuccessfulTime) };
      return cronJobWithStatus({ stored, active, ...times }, writeTime(run.epoch));
    },
  };
}
