import type { ArgumentsOf } from '../../messages/en/index.ts';
import { type Clock, type Instant, shownSeconds } from '../engine/clock.ts';
import type { CronJobObject, JobObject, Pod } from '../objects/objects.ts';
import type { CronJobRow, EventRow, JobRow, PodRow, TraceCode, TraceEntry } from '../recording/recording.ts';
import { createRowList, type RowList } from '../recording/row-list.ts';
import { jobColumns } from './job-columns.ts';
import { podColumns } from './pod-columns.ts';

type WatchEvent = JobRow['event'];

/** Writes down what a watcher sees: one row for each change that shows in the columns, as kubectl's watch is recorded. */
export interface Recorder {
  readonly jobs: RowList<JobRow>;
  readonly pods: RowList<PodRow>;
  readonly cronjobs: RowList<CronJobRow>;
  readonly events: RowList<EventRow>;
  readonly trace: RowList<TraceEntry>;
  /** When the last row or event was written. */
  readonly lastChange: Instant;
  /** Rows up to then were added from elsewhere. */
  extendTo(instant: Instant): void;
  job(event: WatchEvent, job: JobObject): void;
  pod(event: WatchEvent, pod: Pod): void;
  cronJob(event: WatchEvent, cronJob: CronJobObject): void;
  event(about: Pick<EventRow, 'kind' | 'type' | 'reason'>, message: string, at: Instant): void;
  explain<C extends TraceCode>(code: C, args: ArgumentsOf<C>, pod?: Pod): void;
}

export function createRecorder(clock: Clock): Recorder {
  const jobs = createRowList<JobRow>();
  const pods = createRowList<PodRow>();
  const cronjobs = createRowList<CronJobRow>();
  const events = createRowList<EventRow>();
  const trace = createRowList<TraceEntry>();
  let lastChange = 0;
  const time = () => {
    lastChange = clock.now;
    return shownSeconds(clock.now);
  };
  /** A change that does not show is no row. */
  const shows = (event: WatchEvent, object: { shown: string }, text: string) => {
    const same = object.shown === text;
    object.shown = text;
    return event !== 'MODIFIED' || !same;
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
    extendTo(instant) {
      lastChange = instant;
    },
    job(event, job) {
      const columns = jobColumns(job, clock.now);
      const conditions = job.status.conditions.map(({ type, status, reason }) => `${type}=${status}:${reason}`);
      const { STATUS, COMPLETIONS, DURATION } = columns;
      if (!shows(event, job, `${STATUS} ${COMPLETIONS} ${conditions}`)) return;
      const t = time();
      if (job.owner) jobs.push({ t, event, NAME: job.name, STATUS, COMPLETIONS, DURATION, conditions });
      else jobs.push({ t, event, STATUS, COMPLETIONS, DURATION, conditions });
    },
    pod(event, pod) {
      const { ready, status, restarts } = podColumns(pod);
      const READY = pod.plan.readyTexts[ready] ?? '';
      const same = READY === pod.shownReady && status === pod.shownStatus && restarts === pod.shownRestarts;
      if (same && event === 'MODIFIED') return;
      pod.shownReady = READY;
      pod.shownStatus = status;
      pod.shownRestarts = restarts;
      const RESTARTS = restarts === 0 ? '0' : `${restarts}`;
      const [t, { ordinal, index }] = [time(), pod];
      if (index < 0) pods.push({ t, event, pod: ordinal, READY, STATUS: status, RESTARTS });
      else pods.push({ t, event, pod: ordinal, READY, STATUS: status, RESTARTS, index: `${index}` });
    },
    cronJob(event, cronJob) {
      const { schedule = '', timeZone = '<none>', suspend = false } = cronJob.stored.spec ?? {};
      const SUSPEND = suspend ? 'True' : 'False';
      const ACTIVE = cronJob.active.length;
      if (!shows(event, cronJob, `${schedule}|${timeZone}|${SUSPEND}|${ACTIVE}`)) return;
      cronjobs.push({ t: time(), event, SCHEDULE: schedule, TIMEZONE: timeZone, SUSPEND, ACTIVE });
    },
    event({ kind, type, reason }, message, at) {
      lastChange = at;
      events.push({ t: shownSeconds(at), kind, type, reason, message });
    },
    explain(code, args, pod) {
      const t = shownSeconds(clock.now);
      trace.push(pod ? { t, pod: pod.ordinal, code, args } : { t, code, args });
    },
  };
}
