import { type Instant, pastSecond, secondsOf, shownSeconds, wholeSecond } from '../engine/clock.ts';
import type { CronJobLine, Seen } from '../kubectl/moment.ts';
import { cronJobWithStatus, writeTime } from '../objects/object-status.ts';
import type { CronJobStep } from '../watch/log.ts';
import { jobName, type RunReading, storedAt } from './read-run.ts';

/** The CronJob while it exists. */
export function cronJobsAt(reading: RunReading, instant: Instant): readonly CronJobLine[] {
  const last = changeOf(reading, reading.cronJob().until(instant) - 1);
  return last && last.event !== 'DELETED' ? [cronJobLine(reading, last)] : [];
}

export function* seenCronJobs(reading: RunReading, until: Instant): Iterable<Seen<CronJobLine>> {
  for (const change of cronJobChanges(reading, until)) {
    const { at, event } = change;
    yield { t: shownSeconds(at), event, line: cronJobLine(reading, change) };
  }
}

/** A change of the CronJob, and how it stands then. */
export interface CronJobChange {
  readonly at: Instant;
  readonly event: CronJobStep['event'];
  readonly columns: Pick<CronJobLine, 'SCHEDULE' | 'TIMEZONE' | 'SUSPEND' | 'ACTIVE'>;
  readonly step: CronJobStep;
  /** The Job from which the step counts. */
  readonly job: number;
}

/** The changes up to then that kubectl's columns show. */
export function* cronJobChanges(reading: RunReading, until: Instant): Iterable<CronJobChange> {
  const end = reading.cronJob().until(until);
  for (let change = 0; change < end; change++) {
    const found = changeOf(reading, change);
    if (found && !found.step.hidden) yield found;
  }
}

function changeOf({ run, cronJob, cronJobCounts, storedCronJob }: RunReading, change: number): CronJobChange | undefined {
  const step = run.cronJob?.steps[run.cronJob.step[change] ?? -1];
  if (!step) return undefined;
  const at = cronJob().at[change] ?? 0;
  const { schedule = '', timeZone = '<none>', suspend = false } = storedAt(storedCronJob(), at)?.spec ?? {};
  const columns = { SCHEDULE: schedule, TIMEZONE: timeZone, SUSPEND: suspend ? 'True' : 'False', ACTIVE: countOf(step) };
  return { at, event: step.event, columns, step, job: cronJobCounts()[change] ?? 0 };
}

function cronJobLine(reading: RunReading, { at, columns, step, job }: CronJobChange): CronJobLine {
  const { run, cronJob, storedCronJob } = reading;
  const second = wholeSecond(run.epoch, at);
  const before = (time: Instant | undefined) => (time === undefined ? undefined : second - time);
  const lastScheduleTime = before(step.lastScheduleTime);
  const created = cronJob().at[0] ?? 0;
  return {
    kind: 'CronJob',
    name: run.name,
    created: secondsOf(created),
    ...columns,
    lastSchedule: lastScheduleTime === undefined ? undefined : secondsOf(lastScheduleTime + pastSecond),
    get object() {
      const stored = storedAt(storedCronJob(), at) ?? {};
      const active = activeIn(step).map((before) => ({ name: jobName(reading, job - before) }));
      const times = { created, lastScheduleTime, lastSuccessfulTime: before(step.lastSuccessfulTime) };
      return cronJobWithStatus({ stored, active, ...times }, writeTime(run.epoch));
    },
  };
}

/** How many before the latest of the active Jobs each of them was created. */
function activeIn({ active }: CronJobStep): readonly number[] {
  return active.flatMap(([first, count]) => Array.from({ length: count }, (_, place) => first - place));
}

function countOf({ active }: CronJobStep): number {
  return active.reduce((sum, [, count]) => sum + count, 0);
}
