import type { Instant } from '../engine/clock.ts';
import { differencesOf, timesOf } from '../run/columns.ts';
import type { CronJobColumns } from '../run/run.ts';
import type { CronJobLog } from '../watch/cronjob-log.ts';
import { eachRow } from './each-row.ts';
import { createUsedSteps } from './used-steps.ts';

export function writeCronJob(log: CronJobLog, told: Instant): CronJobColumns {
  const [at, job, step]: [number[], number[], number[]] = [[], [], []];
  const used = createUsedSteps(log.steps);
  let latest = 0;
  eachRow(log, told, (row, by, instant) => {
    const ordinal = log.job[row] ?? -1;
    if (ordinal >= 0) latest = ordinal + by.jobs;
    at.push(instant);
    job.push(latest);
    step.push(used.place(log.step[row] ?? -1));
  });
  return { at: timesOf(at), step, job: differencesOf(job), steps: used.steps };
}
