import type { CronJob, Job } from '../../kubernetes/generated/types.ts';
import { shownSeconds } from '../engine/clock.ts';
import { describeText } from '../kubectl/describe.ts';
import { describePods } from '../kubectl/describe-pod.ts';
import type { CronJobLine, JobLine } from '../kubectl/moment.ts';
import type { CronJobRow, EventRow, FinalStatus, JobRow, PodRow, Recording } from '../recording/recording.ts';
import { at } from './at.ts';
import { cronJobChanges } from './cronjob-at.ts';
import { messageOf } from './events-at.ts';
import { jobChanges } from './jobs-at.ts';
import { podStep } from './pods-at.ts';
import { jobName, type RunReading, readRun } from './read-run.ts';
import type { Run } from './run.ts';

/** What a watcher with kubectl recorded of the run: the rows up to its end, and how the object stood then. Each part is made when it is read. */
export function recordingOf(run: Run): Recording {
  const reading = readRun(run);
  return {
    get jobs() {
      return [...jobRows(reading)];
    },
    get pods() {
      return [...podRows(reading)];
    },
    get cronjobs() {
      return [...cronJobRows(reading)];
    },
    get events() {
      return [...eventRows(reading)];
    },
    get final() {
      return finalStatus(at(run).object);
    },
    get describe() {
      return describeText(at(run));
    },
    get describePods() {
      return describePods(at(run));
    },
    actionResults: run.actionResults,
  };
}

/** The rows of a recording, each made when its turn comes: there may be very many. */
export interface RecordedRows {
  readonly jobs: Iterable<JobRow>;
  readonly pods: Iterable<PodRow>;
  readonly cronjobs: Iterable<CronJobRow>;
  readonly events: Iterable<EventRow>;
}

export function recordedRows(run: Run): RecordedRows {
  const reading = readRun(run);
  return { jobs: jobRows(reading), pods: podRows(reading), cronjobs: cronJobRows(reading), events: eventRows(reading) };
}

function* jobRows(reading: RunReading): Iterable<JobRow> {
  const { kind } = reading.run;
  for (const { job, at: instant, event, status, columns } of jobChanges(reading, Infinity)) {
    const { STATUS, COMPLETIONS, DURATION } = columns;
    const conditions = status.conditions.map((one) => `${one.type}=${one.status}:${one.reason}`);
    const t = shownSeconds(instant);
    if (kind === 'Job') yield { t, event, STATUS, COMPLETIONS, DURATION, conditions };
    else yield { t, event, NAME: jobName(reading, job), STATUS, COMPLETIONS, DURATION, conditions };
  }
}

function* podRows(reading: RunReading): Iterable<PodRow> {
  const { count, at: instants, of } = reading.pods();
  const indexes = reading.podIndexes();
  for (let change = 0; change < count; change++) {
    const step = podStep(reading, change);
    const pod = of[change] ?? 0;
    const index = indexes[pod] ?? -1;
    if (!step || step.hidden) continue;
    const { event, READY, STATUS, RESTARTS } = step;
    const row = { t: shownSeconds(instants[change] ?? 0), event, pod, READY, STATUS, RESTARTS };
    yield index < 0 ? row : { ...row, index: `${index}` };
  }
}

function* cronJobRows(reading: RunReading): Iterable<CronJobRow> {
  for (const { at: instant, event, columns } of cronJobChanges(reading, Infinity)) {
    const { SCHEDULE, TIMEZONE, SUSPEND, ACTIVE } = columns;
    yield { t: shownSeconds(instant), event, SCHEDULE, TIMEZONE, SUSPEND, ACTIVE };
  }
}

function* eventRows(reading: RunReading): Iterable<EventRow> {
  const { events } = reading.run;
  const { count, at: instants, of } = reading.events();
  for (let change = 0; change < count; change++) {
    const step = events.steps[events.step[change] ?? -1];
    if (!step) continue;
    const { kind, type, reason } = step;
    const about = kind === 'Pod' ? { object: of[change] ?? 0 } : {};
    yield { t: shownSeconds(instants[change] ?? 0), kind, type, ...about, reason, message: messageOf(reading, change) };
  }
}

/** The status at the end; null when the object is gone. */
function finalStatus(object: JobLine | CronJobLine | undefined): FinalStatus | null {
  if (!object) return null;
  return object.kind === 'Job' ? finalJobStatus(object.object) : finalCronJobStatus(object.object);
}

function finalJobStatus({ status }: Job): FinalStatus {
  const { startTime: _, completionTime: __, uncountedTerminatedPods: ___, conditions = [], ...counts } = status ?? {};
  return {
    ...counts,
    conditions: conditions.map(({ type = '', status: holds = '', reason = '', message = '' }) => ({
      type,
      status: holds,
      reason,
      message,
    })),
  };
}

function finalCronJobStatus({ status }: CronJob): FinalStatus {
  const active = (status?.active ?? []).map(({ name = '' }) => name);
  return { ...(active.length > 0 ? { active } : {}), conditions: [] };
}
