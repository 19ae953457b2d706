import type { CronJob } from '../../kubernetes/generated/types.ts';
import type { Instant } from '../engine/clock.ts';

import { type CompletionIndexes, formatIndexes } from '../objects/completion-indexes.ts';
import type { JobCondition, JobOrigin } from '../objects/objects.ts';
import { type NamelessText, type Text, withoutName } from '../objects/text.ts';
import type { JobStep } from './log.ts';
import { createNamed, type Named } from './named.ts';
import { createRows, type Rows } from './rows.ts';
import { createTable, type Place } from './table.ts';

/** How Jobs changed: each change, of which Job, and what it was. */
export interface JobLog {
  readonly rows: Rows;
  readonly at: readonly Instant[];
  readonly job: readonly number[];
  readonly step: readonly Place[];
  readonly steps: readonly JobStep[];
  /** The names that the messages of conditions leave out. */
  readonly named: Named;
  readonly created: CreatedJobs;
}

/** The Jobs that a CronJob made, in the order of their creation: for which time of the schedule, and from which object. */
export interface CreatedJobs {
  readonly rows: Rows;
  readonly due: readonly Instant[];
  readonly form: readonly Place[];
  readonly forms: readonly CronJob[];
}

export interface JobWriter extends JobLog {
  add(origin: JobOrigin): void;
  write(at: Instant, job: number, step: JobStep<Text>): void;
}

export function createJobLog(): JobWriter {
  const [at, job, step]: [Instant[], number[], Place[]] = [[], [], []];
  const [due, form]: [Instant[], Place[]] = [[], []];
  const forms: CronJob[] = [];
  const rows = createRows();
  const created = createRows();
  const named = createNamed();
  const steps = createTable<JobStep>(stepKey, (one) => one);
  return {
    rows,
    at,
    job,
    step,
    steps: steps.rows,
    named,
    created: { rows: created, due, form, forms },
    add(origin) {
      created.add();
      due.push(origin.due);
      if (forms.at(-1) !== origin.of) forms.push(origin.of);
      form.push(forms.length - 1);
    },
    write(instant, ordinal, { event, status, ...more }) {
      rows.add();
      named.next();
      at.push(instant);
      job.push(ordinal);
      const { conditions, ...change } = status;
      const nameless = conditions?.map((one) => ({ ...one, message: withoutName(one.message, named.keep) }));
      step.push(steps.place({ event, status: nameless ? { ...change, conditions: nameless } : change, ...more }));
    },
  };
}

/** As short as it can be, since each change of each Job is looked up by it. */
function stepKey({ event, status, deleting, object, hidden }: JobStep): string {
  const { startTime, completionTime, active, ready, terminating, succeeded, failed } = status;
  const counts = `${event}${deleting}${hidden} ${startTime} ${completionTime} ${active} ${ready} ${terminating} ${succeeded} ${failed}`;
  const lists = `${listKey(status.completedIndexes)} ${listKey(status.failedIndexes)}`;
  return `${counts} ${lists} ${status.conditions?.map(conditionKey) ?? ''} ${object ? JSON.stringify(object) : ''}`;
}

function listKey(indexes: CompletionIndexes | undefined): string | undefined {
  return indexes && `[${formatIndexes(indexes)}]`;
}

function conditionKey({ type, status, reason, message, changed }: JobCondition<NamelessText>): string {
  return JSON.stringify([type, status, reason, message, changed]);
}
