import { type Clock, type Instant, shownSeconds } from './clock.ts';
import { jobColumns } from './columns/job-columns.ts';
import { podColumns } from './columns/pod-columns.ts';
import type { CronJobObject, JobObject, Pod } from './objects.ts';
import type { CronJobRow, EventRow, JobRow, PodRow, TraceEntry } from './recording.ts';

type WatchEvent = JobRow['event'];

/** Writes down what a watcher sees: one row for each change that shows in the columns, as kubectl's watch is recorded. */
export interface Recorder {
  readonly jobs: JobRow[];
  readonly pods: PodRow[];
  readonly cronjobs: CronJobRow[];
  readonly events: EventRow[];
  readonly trace: TraceEntry[];
  /** When the last row or event was written. */
  readonly lastChange: Instant;
  job(event: WatchEvent, job: JobObject): void;
  pod(event: WatchEvent, pod: Pod): void;
  cronJob(event: WatchEvent, cronJob: CronJobObject): void;
  event(row: Omit<EventRow, 't'>): void;
  explain(code: string, args: TraceEntry['args'], pod?: Pod): void;
}

export function createRecorder(clock: Clock): Recorder {
  const jobs: JobRow[] = [];
  const pods: PodRow[] = [];
  const cronjobs: CronJobRow[] = [];
  const events: EventRow[] = [];
  const trace: TraceEntry[] = [];
  const shown = new Map<JobObject | CronJobObject, string>();
  let lastChange = 0;
  const time = () => {
    lastChange = clock.now;
    return shownSeconds(clock.now);
  };
  /** A change that does not show is no row. */
  const changed = (event: WatchEvent, object: JobObject | CronJobObject, text: string) => {
    const before = shown.get(object);
    if (event === 'DELETED') shown.delete(object);
    else shown.set(object, text);
    return event !== 'MODIFIED' || before !== text;
  };
  return {
    jobs,
    pods,
    cronjobs,
    events,
    trace,
    get lastChange() {
      return lastChange;
    },
    job(event, job) {
      const columns = jobColumns(job, clock.now);
      const conditions = job.status.conditions.map(({ type, status, reason }) => `${type}=${status}:${reason}`);
      if (!changed(event, job, `${columns.STATUS} ${columns.COMPLETIONS} ${conditions}`)) return;
      jobs.push({ t: time(), event, ...(job.owner ? { NAME: job.name } : {}), ...columns, conditions });
    },
    pod(event, pod) {
      const { READY, STATUS, RESTARTS } = podColumns(pod);
      const text = `${READY} ${STATUS} ${RESTARTS}`;
      if (event === 'MODIFIED' && pod.shown === text) return;
      pod.shown = text;
      const row = { t: time(), event, pod: pod.ordinal, READY, STATUS, RESTARTS };
      pods.push(pod.index < 0 ? row : { ...row, index: `${pod.index}` });
    },
    cronJob(event, cronJob) {
      const { schedule = '', timeZone = '<none>', suspend = false } = cronJob.stored.spec ?? {};
      const columns = { SCHEDULE: schedule, TIMEZONE: timeZone, SUSPEND: suspend ? 'True' : 'False', ACTIVE: cronJob.active.length };
      if (!changed(event, cronJob, JSON.stringify(columns))) return;
      cronjobs.push({ t: time(), event, ...columns });
    },
    event(row) {
      events.push({ t: time(), ...row });
    },
    explain(code, args, pod) {
      const t = shownSeconds(clock.now);
      trace.push(pod ? { t, pod: pod.ordinal, code, args } : { t, code, args });
    },
  };
}
