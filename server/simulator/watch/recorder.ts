import type { ArgumentsOf } from '../../messages/en/index.ts';
import type { Clock, Instant } from '../engine/clock.ts';
import type { CronJobObject, JobObject, Pod } from '../objects/objects.ts';
import { statusChange } from '../objects/status-change.ts';
import { createRowList, type RowList } from '../recording/row-list.ts';
import type { Behaviour } from '../versions/behaviour.ts';
import { jobColumns } from './job-columns.ts';
import { cronJobLater, jobLater, type Later, podLater, traceLater } from './later.ts';
import type { CronJobEntry, EventEntry, JobEntry, PodEntry, TraceCode, TraceEntry, TurnCode, WatchEvent } from './log.ts';
import { podColumns } from './pod-columns.ts';

/**
 * Writes down what happens: what a watcher of kubectl sees, and between that what else is stored. Times and numbers are
 * written as they are counted since the create request, that which was skipped included.
 */
export interface Recorder {
  readonly jobs: RowList<JobEntry>;
  readonly pods: RowList<PodEntry>;
  readonly cronjobs: RowList<CronJobEntry>;
  readonly events: RowList<EventEntry>;
  readonly trace: RowList<TraceEntry>;
  /** When something last changed, or an event came. */
  readonly lastChange: Instant;
  job(event: WatchEvent, job: JobObject): void;
  pod(event: WatchEvent, pod: Pod): void;
  cronJob(event: WatchEvent, cronJob: CronJobObject): void;
  /** Already counted since the create request. */
  event(entry: EventEntry): void;
  explain<C extends TraceCode>(code: C, args: ArgumentsOf<C>, pod?: Pod): void;
  /** The same of the Job of that time of the schedule. */
  explainTurn(code: TurnCode, due: Instant): void;
}

export function createRecorder(clock: Clock, behaviour: Behaviour): Recorder {
  const jobs = createRowList<JobEntry>();
  const pods = createRowList<PodEntry>();
  const cronjobs = createRowList<CronJobEntry>();
  const events = createRowList<EventEntry>();
  const trace = createRowList<TraceEntry>();
  let lastChange = 0;
  /** What is stored of the simulated object, without its status. */
  let storedJob: JobObject['stored'];
  let storedCronJob: CronJobObject['stored'] | undefined;
  function append<Entry>(list: RowList<Entry>, entry: Entry, later: Later<Entry>): void {
    list.push(clock.skipped.time === 0 ? entry : later(entry, clock.skipped));
  }
  /** Whether the columns say something new. */
  function shows(event: WatchEvent, object: { shown: string }, text: string): boolean {
    const same = object.shown === text;
    object.shown = text;
    return event !== 'MODIFIED' || !same;
  }
  return {
    jobs,
    pods,
    cronjobs,
    events,
    trace,
    get lastChange() {
      return lastChange + clock.skipped.time;
    },
    job(event, job) {
      lastChange = clock.now;
      const { STATUS, COMPLETIONS } = jobColumns(job, clock.now, behaviour);
      const conditions = job.status.conditions.map(({ type, status, reason }) => `${type}=${status}:${reason}`);
      const hidden = shows(event, job, `${STATUS} ${COMPLETIONS} ${conditions}`) ? {} : ({ hidden: true } as const);
      const status = statusChange(job.told, job.status, job.created);
      job.told = { ...job.status };
      const edited = job.stored !== storedJob;
      if (edited) storedJob = job.stored;
      const deleting = job.deletion === undefined ? {} : ({ deleting: true } as const);
      const step = { event, status, ...deleting, ...(edited && job.stored ? { object: job.stored } : {}), ...hidden };
      const { origin } = job;
      const added = event === 'ADDED' && origin ? { origin } : {};
      append(jobs, { at: clock.now, job: job.ordinal, step, ...added }, jobLater);
    },
    pod(event, pod) {
      const { ready, status, restarts } = podColumns(pod, behaviour);
      const READY = pod.plan.readyTexts[ready] ?? '';
      const same = READY === pod.shownReady && status === pod.shownStatus && restarts === pod.shownRestarts;
      if (same && event === 'MODIFIED') return;
      pod.shownReady = READY;
      pod.shownStatus = status;
      pod.shownRestarts = restarts;
      lastChange = clock.now;
      const { ordinal, index, job, node } = pod;
      const RESTARTS = restarts === 0 ? '0' : `${restarts}`;
      const [at, STATUS] = [clock.now, status];
      if (event === 'ADDED') {
        const origin = { job: job.ordinal, due: job.origin?.due, index };
        append(pods, { at, pod: ordinal, event, READY, STATUS, RESTARTS, node, origin }, podLater);
      } else append(pods, { at, pod: ordinal, event, READY, STATUS, RESTARTS, node }, podLater);
    },
    cronJob(event, cronJob) {
      lastChange = clock.now;
      const { active, lastScheduleTime, lastSuccessfulTime, stored } = cronJob;
      const { schedule = '', timeZone = '<none>', suspend = false } = stored.spec ?? {};
      const hidden = shows(event, cronJob, `${schedule}|${timeZone}|${suspend}|${active.length}`) ? {} : ({ hidden: true } as const);
      const edited = stored !== storedCronJob;
      storedCronJob = stored;
      const entry: CronJobEntry = {
        at: clock.now,
        event,
        active: active.map(({ ordinal }) => ordinal),
        ...(lastScheduleTime === undefined ? {} : { lastScheduleTime }),
        ...(lastSuccessfulTime === undefined ? {} : { lastSuccessfulTime }),
        ...(edited ? { object: stored } : {}),
        ...hidden,
      };
      append(cronjobs, entry, cronJobLater);
    },
    event(entry) {
      events.push(entry);
      if (entry.stored) lastChange = clock.now;
    },
    explain(code, args, pod) {
      const entry: TraceEntry = pod ? { at: clock.now, pod: pod.ordinal, code, args } : { at: clock.now, code, args };
      append(trace, entry, traceLater);
    },
    explainTurn(code, due) {
      append(trace, { at: clock.now, code, due }, traceLater);
    },
  };
}
