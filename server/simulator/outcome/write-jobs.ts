import type { CronJob } from '../../kubernetes/generated/types.ts';
import { findTimeZone, spanAt, utc } from '../../kubernetes/time-zones/time-zone.ts';
import { scheduledJob } from '../cronjob-controller/scheduled-job.ts';
import { type Instant, wallTime } from '../engine/clock.ts';
import { makeUid } from '../engine/random.ts';
import type { Skipped } from '../engine/skipped.ts';
import { scheduledJobName } from '../objects/names.ts';
import { storedJob } from '../objects/stored-objects.ts';
import { differencesOf, timesOf } from '../run/columns.ts';
import type { JobColumns, JobForm, MadeJobs, Run } from '../run/run.ts';
import type { CreatedJobs, JobLog } from '../watch/job-log.ts';
import { withLaterIndexes } from '../watch/later.ts';
import { createTable } from '../watch/table.ts';
import { eachOf, eachRow } from './each-row.ts';
import { createUsedSteps } from './used-steps.ts';
import { createNamesWriter } from './write-named.ts';

/** What Jobs that a CronJob made follow from beside its object. */
type Making = Pick<Run, 'name' | 'seed' | 'version' | 'epoch'>;

/** `making` is there where a CronJob made the Jobs. */
export function writeJobs(log: JobLog, told: Instant, making: Making | undefined): JobColumns {
  const { steps } = log;
  const [at, job, step]: [number[], number[], number[]] = [[], [], []];
  const used = createUsedSteps(steps);
  const names = createNamesWriter(
    log.named,
    steps.map(({ status: { conditions = [] } }) => conditions.map(({ message }) => message)),
  );
  /** No index is completed twice, so that it is another step each time. */
  const placeOf = (place: number, by: Skipped) => {
    const known = steps[place];
    const later = known && withLaterIndexes(known.status, by);
    return known && later && later !== known.status ? used.add({ ...known, status: later }) : used.place(place);
  };
  let count = 0;
  eachRow(log, told, (row, by, instant) => {
    const place = log.step[row] ?? -1;
    at.push(instant);
    job.push((log.job[row] ?? 0) + by.jobs);
    step.push(placeOf(place, by));
    names.write(row, place, by);
    if (steps[place]?.event === 'ADDED') count++;
  });
  const made = making ? { made: writeMade(log.created, count, making) } : {};
  return { ...made, at: timesOf(at), job: differencesOf(job), step, steps: used.steps, named: names.columns };
}

function writeMade({ rows, due, form, forms }: CreatedJobs, count: number, making: Making): MadeJobs {
  const [dues, places]: [number[], number[]] = [[], []];
  const zones = forms.map(({ spec: { timeZone } = {} }) => (timeZone === undefined ? undefined : findTimeZone(timeZone)) ?? utc);
  const found = createTable(
    ({ of, offset }: Made) => `${of} ${offset}`,
    (one: Made): JobForm => ({ object: firstMade(forms[one.of] ?? {}, one, making), offset: one.offset }),
  );
  eachOf(rows, count, (row, by) => {
    const [of, time] = [form[row] ?? 0, (due[row] ?? 0) + by.time];
    const { offset } = spanAt(zones[of] ?? utc, wallTime(making.epoch, time) / 1000);
    places.push(found.place({ of, offset, ordinal: places.length, due: time }));
    dues.push(time);
  });
  return { due: timesOf(dues), form: places, forms: found.rows };
}

interface Made {
  /** The place of the CronJob's object, and the offset of its time zone. */
  readonly of: number;
  readonly offset: number;
  readonly ordinal: number;
  readonly due: Instant;
}

function firstMade(cronJob: CronJob, { offset, ordinal, due }: Made, { name, seed, version, epoch }: Making): JobForm['object'] {
  const time = wallTime(epoch, due);
  return storedJob(scheduledJob(cronJob, scheduledJobName(name, time), time, offset), makeUid(seed, 'job', ordinal), version);
}
