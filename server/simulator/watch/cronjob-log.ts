import type { Instant } from '../engine/clock.ts';
import type { CronJobStep } from './log.ts';
import { createRows, type Rows } from './rows.ts';
import { createTable, type Place } from './table.ts';

/** How the CronJob changed: each change, what it was, and the Job from which that counts, -1 where it counts none. */
export interface CronJobLog {
  readonly rows: Rows;
  readonly at: readonly Instant[];
  readonly job: readonly number[];
  readonly step: readonly Place[];
  readonly steps: readonly CronJobStep[];
}

export interface CronJobWriter extends CronJobLog {
  write(at: Instant, job: number, step: CronJobStep): void;
}

export function createCronJobLog(): CronJobWriter {
  const [at, job, step]: [Instant[], number[], Place[]] = [[], [], []];
  const rows = createRows();
  const steps = createTable(stepKey, (one: CronJobStep) => one);
  return {
    rows,
    at,
    job,
    step,
    steps: steps.rows,
    write(instant, latest, one) {
      rows.add();
      at.push(instant);
      job.push(latest);
      step.push(steps.place(one));
    },
  };
}

function stepKey({ event, active, lastScheduleTime, lastSuccessfulTime, object, hidden }: CronJobStep): string {
  return `${event}${hidden} ${active.join(';')} ${lastScheduleTime} ${lastSuccessfulTime} ${object ? JSON.stringify(object) : ''}`;
}
