import type { Instant, Skipped } from '../engine/clock.ts';
import type { JobCondition } from '../objects/objects.ts';
import type { Name, Text } from '../objects/text.ts';
import type { CronJobEntry, EventEntry, JobEntry, JobStep, PodEntry, TraceEntry } from './log.ts';

/** What is written down where the same happens so much later, when so many more Jobs and pods have been created. */
export type Later<Entry> = (entry: Entry, by: Skipped) => Entry;

export function jobLater({ at, job, step, origin }: JobEntry, by: Skipped): JobEntry {
  const moved = { at: at + by.time, job: job + by.jobs, step: stepLater(step, by) };
  return origin ? { ...moved, origin: { of: origin.of, due: origin.due + by.time } } : moved;
}

export function podLater({ at, pod, event, READY, STATUS, RESTARTS, node, origin }: PodEntry, by: Skipped): PodEntry {
  const moved = { at: at + by.time, pod: pod + by.pods, event, READY, STATUS, RESTARTS, node };
  if (!origin) return moved;
  const { job, due, index } = origin;
  return { ...moved, origin: { job: job + by.jobs, due: dueLater(due, by), index } };
}

export function cronJobLater({ lastScheduleTime, lastSuccessfulTime, ...entry }: CronJobEntry, by: Skipped): CronJobEntry {
  return {
    ...entry,
    at: entry.at + by.time,
    active: entry.active.map((job) => job + by.jobs),
    ...(lastScheduleTime === undefined ? {} : { lastScheduleTime: lastScheduleTime + by.time }),
    ...(lastSuccessfulTime === undefined ? {} : { lastSuccessfulTime: lastSuccessfulTime + by.time }),
  };
}

export function eventLater({ at, job, type, reason, message, source, stored }: EventEntry, by: Skipped): EventEntry {
  return {
    at: at + by.time,
    job: job === undefined ? undefined : job + by.jobs,
    type,
    reason,
    message: textLater(message, by),
    source,
    stored: stored && { combined: stored.combined, count: stored.count, first: stored.first + by.time },
  };
}

export function traceLater(entry: TraceEntry, by: Skipped): TraceEntry {
  const at = entry.at + by.time;
  if ('due' in entry) return { at, code: entry.code, due: entry.due + by.time };
  const { pod, code, args } = entry;
  return pod === undefined ? { at, code, args } : { at, pod: pod + by.pods, code, args };
}

/** Times in a step count from the Job's creation: only what its messages name is another. */
function stepLater(step: JobStep, by: Skipped): JobStep {
  const { conditions } = step.status;
  if (!conditions?.some(({ message }) => typeof message !== 'string')) return step;
  return { ...step, status: { ...step.status, conditions: conditions.map((one) => conditionLater(one, by)) } };
}

function conditionLater(condition: JobCondition, by: Skipped): JobCondition {
  return { ...condition, message: textLater(condition.message, by) };
}

export function textLater(text: Text, by: Skipped): Text {
  return typeof text === 'string' || by.time === 0 ? text : { before: text.before, name: nameLater(text.name, by), after: text.after };
}

function nameLater(name: Name, by: Skipped): Name {
  switch (name.kind) {
    case 'job':
      return { kind: 'job', due: dueLater(name.due, by) };
    case 'pod':
      return { kind: 'pod', due: dueLater(name.due, by), index: name.index, ordinal: name.ordinal + by.pods };
    case 'refused-pod':
      return { ...name, due: dueLater(name.due, by) };
    case 'time':
      return { kind: 'time', at: name.at + by.time };
  }
}

function dueLater(due: Instant | undefined, { time }: Skipped): Instant | undefined {
  return due === undefined ? undefined : due + time;
}
