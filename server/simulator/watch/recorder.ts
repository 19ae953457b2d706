import type { ArgumentsOf } from '../../messages/en/index.ts';
import { type Clock, type Instant, microsecondsPerSecond, wholeSecond } from '../engine/clock.ts';
import type { CronJobObject, JobObject, Pod } from '../objects/objects.ts';
import { statusChange } from '../objects/status-change.ts';
import type { Text } from '../objects/text.ts';
import type { Behaviour } from '../versions/behaviour.ts';
import { type CronJobLog, createCronJobLog } from './cronjob-log.ts';
import { createEventLog, type EventLog } from './event-log.ts';
import { jobColumns } from './job-columns.ts';
import { createJobLog, type JobLog } from './job-log.ts';
import { explanationLater, indexLater, jobLater, statusLater } from './later.ts';
import type { EventStep, StoredSeries, TraceCode, TurnCode, WatchEvent } from './log.ts';
import { podColumns } from './pod-columns.ts';
import { createPodLog, type PodLog } from './pod-log.ts';
import { createStatusNumbers, statusMark } from './pod-status-numbers.ts';
import { createTraceLog, type TraceLog } from './trace-log.ts';

/**
 * Writes down what happens: what a watcher of kubectl sees, and between that what else is stored. Times and numbers are
 * written as they are counted since the create request, that which was skipped included.
 */
export interface Recorder {
  readonly jobs: JobLog;
  readonly pods: PodLog;
  readonly cronjobs: CronJobLog;
  readonly events: EventLog;
  readonly trace: TraceLog;
  /** When something last changed, or an event came. */
  readonly lastChange: Instant;
  job(event: WatchEvent, job: JobObject): void;
  /** Time was skipped, and the last of its rows came again at the end of that. */
  jobSkipped(job: JobObject): void;
  pod(event: WatchEvent, pod: Pod): void;
  cronJob(event: WatchEvent, cronJob: CronJobObject): void;
  /** Already counted since the create request, as is the object's ordinal, 0 of the CronJob. */
  event(at: Instant, object: number, said: EventStep<Text>, stored: StoredSeries | undefined): void;
  /** One of the simulated object that came again; how it is stored now. */
  eventAgain(stored: StoredSeries | undefined): void;
  explain<C extends TraceCode>(code: C, args: ArgumentsOf<C>, pod?: Pod): void;
  /** The same of the Job of that time of the schedule. */
  explainTurn(code: TurnCode, due: Instant): void;
}

/** `epoch` is the wall clock at t = 0, in milliseconds since 1970. No more rows of a log are told than `mostRows`. */
export function createRecorder(clock: Clock, epoch: number, behaviour: Behaviour, mostRows?: number): Recorder {
  const jobs = createJobLog();
  const pods = createPodLog();
  const cronjobs = createCronJobLog();
  const events = createEventLog(mostRows);
  const trace = createTraceLog();
  let lastChange = 0;
  /** What is stored of the simulated object, without its status. */
  let storedJob: JobObject['stored'];
  let storedCronJob: CronJobObject['stored'] | undefined;

  const since = (instant: Instant) => instant + clock.skipped.time;
  const statusNumbers = createStatusNumbers({
    word: pods.word,
    secondsSince: (instant) => (wholeSecond(epoch, clock.now) - wholeSecond(epoch, instant)) / microsecondsPerSecond,
  });
  function jobText(job: JobObject): string {
    const { STATUS, COMPLETIONS } = jobColumns(jobLater(job, clock.skipped), clock.now, behaviour);
    const conditions = job.status.conditions.map(({ type, status, reason }) => `${type}=${status}:${reason}`);
    return `${STATUS} ${COMPLETIONS} ${conditions}`;
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
      return since(lastChange);
    },
    job(event, job) {
      const { now: at, skipped } = clock;
      lastChange = at;
      const hidden = shows(event, job, jobText(job)) ? {} : ({ hidden: true } as const);
      const status = statusChange(job.told, job.status, { at, second: wholeSecond(epoch, at) });
      job.told = { ...job.status };
      const edited = job.stored !== storedJob;
      if (edited) storedJob = job.stored;
      const deleting = job.deletion === undefined ? {} : ({ deleting: true } as const);
      const { origin } = job;
      if (event === 'ADDED' && origin) jobs.add({ of: origin.of, due: since(origin.due) });
      const step = {
        event,
        status: statusLater(status, skipped),
        ...deleting,
        ...(edited && job.stored ? { object: job.stored } : {}),
        ...hidden,
      };
      jobs.write(since(at), job.ordinal + skipped.jobs, step);
    },
    pod(event, pod) {
      const { ready, status, restarts } = podColumns(pod, behaviour);
      const READY = pod.plan.readyTexts[ready] ?? '';
      const same = READY === pod.shownReady && status === pod.shownStatus && restarts === pod.shownRestarts;
      const hidden = same && event === 'MODIFIED';
      const mark = statusMark(pod);
      if (hidden && mark === pod.shownMark) return;
      pod.shownMark = mark;
      pod.shownReady = READY;
      pod.shownStatus = status;
      pod.shownRestarts = restarts;
      const { ordinal, job, node } = pod;
      const { skipped, now: at } = clock;
      lastChange = at;
      const { index, failures, ignoredFailures } = pod;
      if (event === 'ADDED') pods.add(job.ordinal + skipped.jobs, { index: indexLater(index, skipped), failures, ignoredFailures });
      const shown = { event, READY, STATUS: status, restarts, node, hidden };
      pods.write(since(at), ordinal + skipped.pods, shown, statusNumbers(pod));
    },
    cronJob(event, cronJob) {
      const { now: at, skipped } = clock;
      lastChange = at;
      const { active, lastScheduleTime, lastSuccessfulTime, stored } = cronJob;
      const { schedule = '', timeZone = '<none>', suspend = false } = stored.spec ?? {};
      const hidden = shows(event, cronJob, `${schedule}|${timeZone}|${suspend}|${active.size}`) ? {} : ({ hidden: true } as const);
      const edited = stored !== storedCronJob;
      storedCronJob = stored;
      const [first = 0, count = 1] = active.neighbours.at(-1) ?? [];
      const latest = first + count - 1;
      const second = wholeSecond(epoch, at);
      cronjobs.write(since(at), active.size > 0 ? latest + skipped.jobs : -1, {
        event,
        active: active.neighbours.map(([from, some]) => [latest - from, some]),
        ...(lastScheduleTime === undefined ? {} : { lastScheduleTime: second - lastScheduleTime }),
        ...(lastSuccessfulTime === undefined ? {} : { lastSuccessfulTime: second - lastSuccessfulTime }),
        ...(edited ? { object: stored } : {}),
        ...hidden,
      });
    },
    event(at, object, said, stored) {
      events.write(at, object, said, stored);
      if (stored) lastChange = clock.now;
    },
    jobSkipped(job) {
      job.shown = jobText(job);
    },
    eventAgain: events.again,
    explain(code, args, pod) {
      const { now, skipped } = clock;
      trace.explain(since(now), pod ? pod.ordinal + skipped.pods : -1, explanationLater({ code, args }, skipped));
    },
    explainTurn(code, due) {
      trace.explainTurn(since(clock.now), since(due), { code });
    },
  };
}
