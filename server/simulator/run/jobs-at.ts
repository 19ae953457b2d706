import { scheduledTimestamp } from '../../kubernetes/creation/job-from-cronjob.ts';
import { withIdentity } from '../../kubernetes/creation/prepare-for-create.ts';
import type { Job } from '../../kubernetes/generated/types.ts';
import { type Instant, secondsOf, shownSeconds } from '../engine/clock.ts';
import type { JobLine, Seen } from '../kubectl/moment.ts';
import { readJobFields } from '../objects/job-fields.ts';
import { jobWithStatus, writeTime } from '../objects/object-status.ts';
import { type GrowingStatus, growingStatus } from '../objects/status-change.ts';
import { jobColumns } from '../watch/job-columns.ts';
import type { JobStep } from '../watch/log.ts';
import { type RunReading, storedAt } from './read-run.ts';

/** The Jobs that exist at the instant, in the order of their creation. */
export function jobsAt(reading: RunReading, instant: Instant): readonly JobLine[] {
  const { run, jobs } = reading;
  const lines: JobLine[] = [];
  for (let job = 0; job < run.jobs.names.length && createdAt(reading, job) <= instant; job++) {
    const last = jobs.last(job, instant);
    if (last !== undefined && stepOf(reading, last)?.event !== 'DELETED') lines.push(jobLine(reading, standingAt(reading, job, instant)));
  }
  return lines;
}

/** A change of a Job that kubectl shows, and how the Job stands then. */
export interface JobChange {
  readonly job: number;
  readonly at: Instant;
  readonly event: JobStep['event'];
  readonly conditions: GrowingStatus['status']['conditions'];
  readonly line: JobLine;
}

/** The changes up to then that kubectl's columns show. */
export function* jobChanges(reading: RunReading, until: Instant): Iterable<JobChange> {
  const { jobs } = reading;
  const growings = new Map<number, GrowingStatus>();
  const end = jobs.until(until);
  for (let change = 0; change < end; change++) {
    const [job, at, step] = [jobs.of[change] ?? 0, jobs.at[change] ?? 0, stepOf(reading, change)];
    if (!step) continue;
    const { event, deleting = false } = step;
    const growing = growings.get(job) ?? growingStatus(createdAt(reading, job));
    growing.add(step.status);
    if (event === 'DELETED') growings.delete(job);
    else growings.set(job, growing);
    const { conditions } = growing.status;
    if (!step.hidden) yield { job, at, event, conditions, line: jobLine(reading, { job, at, growing, deleting }) };
  }
}

export function seenJobs(reading: RunReading, until: Instant): readonly Seen<JobLine>[] {
  return Array.from(jobChanges(reading, until), ({ at, event, line }) => ({ t: shownSeconds(at), event, line }));
}

/** How a Job stands at an instant. */
interface Standing {
  readonly job: number;
  readonly at: Instant;
  readonly growing: GrowingStatus;
  readonly deleting: boolean;
}

function standingAt(reading: RunReading, job: number, at: Instant): Standing {
  const growing = growingStatus(createdAt(reading, job));
  let deleting = false;
  for (const change of reading.jobs.each(job, at)) {
    const step = stepOf(reading, change);
    if (step) growing.add(step.status);
    deleting = step?.deleting ?? false;
  }
  return { job, at, growing, deleting };
}

function jobLine(reading: RunReading, { job, at, growing, deleting }: Standing): JobLine {
  const { run } = reading;
  const created = createdAt(reading, job);
  const fields = readJobFields(formOf(reading, job, at).spec ?? {});
  return {
    kind: 'Job',
    name: run.jobs.names[job] ?? '',
    created: secondsOf(created),
    ...jobColumns({ fields, status: growing.status, deletion: deleting || undefined }, at),
    get object() {
      const status = standingAt(reading, job, at).growing.whole();
      return jobWithStatus({ stored: () => jobObject(reading, job, at), status, created }, writeTime(run.epoch));
    },
  };
}

/** The Job as it is stored, without status. */
function jobObject(reading: RunReading, job: number, at: Instant): Job {
  const form = formOf(reading, job, at);
  const { made, names } = reading.run.jobs;
  if (!made) return form;
  const { metadata, ...rest } = withIdentity(form, { name: names[job] ?? '', uid: made.uids[job] ?? '' });
  return { ...rest, metadata: { ...metadata, annotations: { ...metadata?.annotations, [scheduledTimestamp]: made.times[job] ?? '' } } };
}

/** The same but for the name, the uid and the time of Jobs that a CronJob made. */
export function formOf({ run, storedJob }: RunReading, job: number, at: Instant): Job {
  const { made } = run.jobs;
  return (made ? made.objects[made.like[job] ?? 0] : storedAt(storedJob, at)) ?? {};
}

function createdAt({ jobs }: RunReading, job: number): Instant {
  return jobs.at[jobs.first(job) ?? 0] ?? 0;
}

function stepOf({ run }: RunReading, change: number): JobStep | undefined {
  return run.jobs.steps[run.jobs.step[change] ?? -1];
}
