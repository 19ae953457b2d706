import { withIdentity } from '../../kubernetes/creation/identity.ts';
import { scheduledTimestamp } from '../../kubernetes/creation/job-from-cronjob.ts';
import type { Job } from '../../kubernetes/generated/types.ts';
import { type Instant, secondsOf, shownSeconds, wallTime, wholeSecond } from '../engine/clock.ts';
import { localTime } from '../engine/local-time.ts';
import { makeUid } from '../engine/random.ts';
import type { JobLine, Seen } from '../kubectl/moment.ts';
import { readJobFields } from '../objects/job-fields.ts';
import { jobWithStatus, writeTime } from '../objects/object-status.ts';
import { type ChangeTime, type GrowingStatus, growingStatus } from '../objects/status-change.ts';
import { type JobColumns, jobColumns, type ShownJob } from '../watch/job-columns.ts';
import type { JobStep } from '../watch/log.ts';
import { jobName, type RunReading, storedAt } from './read-run.ts';
import { statusInWords } from './words.ts';

/** The Jobs that exist at the instant, in the order of their creation, which is that of their names: these count minutes. */
export function jobsAt(reading: RunReading, instant: Instant): readonly JobLine[] {
  const jobs = reading.jobs();
  const lines: JobLine[] = [];
  for (let job = 0; job < jobCount(reading) && createdAt(reading, job) <= instant; job++) {
    const last = jobs.last(job, instant);
    if (last !== undefined && stepOf(reading, last)?.event !== 'DELETED') lines.push(jobLine(reading, standingAt(reading, job, instant)));
  }
  return lines;
}

/** How a Job stands at an instant. */
export interface JobStanding {
  readonly job: number;
  readonly at: Instant;
  readonly columns: JobColumns;
  readonly status: GrowingStatus['status'];
}

/** A change that kubectl's columns show. The status goes on changing. */
export interface JobChange extends JobStanding {
  readonly event: JobStep['event'];
}

/** The changes up to then that kubectl's columns show. */
export function* jobChanges(reading: RunReading, until: Instant): Iterable<JobChange> {
  const jobs = reading.jobs();
  const growings = new Map<number, GrowingStatus>();
  const columnsOf = columnMaker(reading);
  const end = jobs.until(until);
  for (let change = 0; change < end; change++) {
    const [job, at, step] = [jobs.of[change] ?? 0, jobs.at[change] ?? 0, stepOf(reading, change)];
    if (!step) continue;
    const { event, deleting = false } = step;
    const growing = growings.get(job) ?? growingStatus();
    growing.add(statusInWords(reading, { job, change }, step.status), timeOf(reading, at));
    if (event === 'DELETED') growings.delete(job);
    else growings.set(job, growing);
    const { status } = growing;
    if (!step.hidden) yield { job, at, event, status, columns: columnsOf(job, at, status, deleting) };
  }
}

/** How many of these there are. */
export function countOfJobChanges(reading: RunReading, until: Instant): number {
  const end = reading.jobs().until(until);
  let count = 0;
  for (let change = 0; change < end; change++) {
    const step = stepOf(reading, change);
    if (step && !step.hidden) count++;
  }
  return count;
}

export function* seenJobs(reading: RunReading, until: Instant): Iterable<Seen<JobLine>> {
  for (const change of jobChanges(reading, until)) {
    const { at, event } = change;
    yield { t: shownSeconds(at), event, line: jobLine(reading, change) };
  }
}

function standingAt(reading: RunReading, job: number, at: Instant): JobStanding {
  const { status } = growingAt(reading, job, at);
  const last = stepOf(reading, reading.jobs().last(job, at) ?? -1);
  return { job, at, status, columns: columnMaker(reading)(job, at, status, last?.deleting ?? false) };
}

function growingAt(reading: RunReading, job: number, at: Instant): GrowingStatus {
  const growing = growingStatus();
  const jobs = reading.jobs();
  for (const change of jobs.each(job, at)) {
    const step = stepOf(reading, change);
    if (step) growing.add(statusInWords(reading, { job, change }, step.status), timeOf(reading, jobs.at[change] ?? 0));
  }
  return growing;
}

/** Many Jobs are of one form: what their columns need of it is read once. */
function columnMaker(reading: RunReading) {
  const known = new Map<Job, ShownJob['fields']>();
  return (job: number, at: Instant, status: GrowingStatus['status'], deleting: boolean): JobColumns => {
    const form = formOf(reading, job, at);
    const fields = known.get(form) ?? readJobFields(form.spec ?? {});
    known.set(form, fields);
    return jobColumns({ fields, status, deletion: deleting || undefined }, at, reading.behaviour);
  };
}

function jobLine(reading: RunReading, { job, at, columns: { STATUS, COMPLETIONS, DURATION } }: JobStanding): JobLine {
  const { run } = reading;
  const created = createdAt(reading, job);
  return {
    kind: 'Job',
    name: jobName(reading, job),
    created: secondsOf(created),
    STATUS,
    COMPLETIONS,
    DURATION,
    get object() {
      const status = growingAt(reading, job, at).whole();
      return jobWithStatus({ stored: jobObject(reading, job, at), status, created }, writeTime(run.epoch));
    },
  };
}

/** The Job as it is stored, without status. */
export function jobObject(reading: RunReading, job: number, at: Instant): Job {
  const form = formOf(reading, job, at);
  const { jobs, seed, epoch } = reading.run;
  if (!jobs.made) return form;
  const { offset = 0 } = jobs.made.forms[jobs.made.form[job] ?? -1] ?? {};
  const time = localTime(wallTime(epoch, reading.jobDues()[job] ?? 0), offset);
  const { metadata, ...rest } = withIdentity(form, { name: jobName(reading, job), uid: makeUid(seed, 'job', job) });
  return { ...rest, metadata: { ...metadata, annotations: { ...metadata?.annotations, [scheduledTimestamp]: time } } };
}

/** The same but for the name, the uid and the time of Jobs that a CronJob made. */
export function formOf({ run, storedJob }: RunReading, job: number, at: Instant): Job {
  const { made } = run.jobs;
  return (made ? made.forms[made.form[job] ?? -1]?.object : storedAt(storedJob(), at)) ?? {};
}

function jobCount({ run: { jobs } }: RunReading): number {
  return jobs.made ? jobs.made.form.length : 1;
}

function timeOf({ run: { epoch } }: RunReading, at: Instant): ChangeTime {
  return { at, second: wholeSecond(epoch, at) };
}

function createdAt(reading: RunReading, job: number): Instant {
  const jobs = reading.jobs();
  return jobs.at[jobs.first(job) ?? 0] ?? 0;
}

function stepOf({ run }: RunReading, change: number): JobStep | undefined {
  return run.jobs.steps[run.jobs.step[change] ?? -1];
}
