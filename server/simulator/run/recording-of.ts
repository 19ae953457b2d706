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
      return jobRows(reading);
    },
    get pods() {
      return podRows(reading);
    },
    get cronjobs() {
      return cronJobRows(reading);
    },
    get events() {
      return eventRows(reading);
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

function jobRows(reading: RunReading): readonly JobRow[] {
  const { kind } = reading.run;
  return Array.from(jobChanges(reading, Infinity), ({ job, at: instant, event, status, columns }) => {
    const { STATUS, COMPLETIONS, DURATION } = columns;
    const conditions = status.conditions.map((one) => `${one.type}=${one.status}:${one.reason}`);
    const row = { t: shownSeconds(instant), event, STATUS, COMPLETIONS, DURATION, conditions };
    return kind === 'Job' ? row : { t: row.t, event, NAME: jobName(reading, job), STATUS, COMPLETIONS, DURATION, conditions };
  });
}

function podRows(reading: RunReading): readonly PodRow[] {
  const { at: instants, of } = reading.pods();
  const indexes = reading.podIndexes();
  return Array.from(instants).flatMap((instant, change) => {
    const step = podStep(reading, change);
    const pod = of[change] ?? 0;
    const index = indexes[pod] ?? -1;
    if (!step || step.hidden) return [];
    const { event, READY, STATUS, RESTARTS } = step;
    const row = { t: shownSeconds(instant), event, pod, READY, STATUS, RESTARTS };
    return [index < 0 ? row : { ...row, index: `${index}` }];
  });
}

function cronJobRows(reading: RunReading): readonly CronJobRow[] {
  return Array.from(cronJobChanges(reading, Infinity), ({ at: instant, event, columns }) => {
    const { SCHEDULE, TIMEZONE, SUSPEND, ACTIVE } = columns;
    return { t: shownSeconds(instant), event, SCHEDULE, TIMEZONE, SUSPEND, ACTIVE };
  });
}

function eventRows(reading: RunReading): readonly EventRow[] {
  const { run, events } = reading;
  const { at: instants, of } = events();
  return Array.from(instants).flatMap((instant, change) => {
    const step = run.events.steps[run.events.step[change] ?? -1];
    if (!step) return [];
    const { kind, type, reason } = step;
    const about = kind === 'Pod' ? { object: of[change] ?? 0 } : {};
    return [{ t: shownSeconds(instant), kind, type, ...about, reason, message: messageOf(reading, change) }];
  });
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
