import type { CronJob, Job } from '../../kubernetes/generated/types.ts';
import type { Instant } from '../engine/clock.ts';
import type { StoredEvent } from '../kubectl/moment.ts';
import { createNames, type Names } from '../objects/names.ts';
import { type Behaviour, behaviourOf } from '../versions/behaviour.ts';
import { createTable } from '../watch/table.ts';
import { type Changes, readChanges } from './changes.ts';
import { sums } from './columns.ts';
import { type NamedReading, readNamed } from './named-texts.ts';
import { once } from './once.ts';
import type { EventColumns, EventStep, Run } from './run.ts';

/** A run's columns made ready for questions, each when it is first asked. */
export interface RunReading {
  readonly run: Run;
  readonly behaviour: Behaviour;
  readonly jobs: () => Changes;
  readonly pods: () => Changes;
  /** Of the CronJob: its only object has the number 0. */
  readonly cronJob: () => Changes;
  /** By change of the CronJob: the Job from which its step counts. */
  readonly cronJobCounts: () => Float64Array;
  /** By the object's ordinal among its kind. */
  readonly events: () => Changes;
  /** By change of an event: the event as it is stored then, where it was asked for. */
  readonly storedEvents: () => (StoredEvent | undefined)[];
  /** What the names follow from. */
  readonly names: () => Names;
  /** By Job: the time of the schedule for which it was made; empty without a CronJob. */
  readonly jobDues: () => Float64Array;
  /** The names that are left out in the conditions of Jobs, and in events. */
  readonly jobNamed: () => NamedReading;
  readonly eventNamed: () => NamedReading;
  /** By change of an event: the first change of the same event. */
  readonly eventSeries: () => Uint32Array;
  /** By change of an event: the next change of the same event; beyond all changes after its last. */
  readonly nextOfEvent: () => Uint32Array;
  /** By pod: the Job that it belongs to, and its completion index, -1 without one. */
  readonly podJobs: () => Float64Array;
  readonly podIndexes: () => Float64Array;
  /** By pod. */
  readonly podNames: () => readonly string[];
  /** The pods in the order of their names. */
  readonly podsByName: () => Uint32Array;
  /** What was stored of the Job, and of the CronJob, from when on; Jobs that a CronJob made stay as they are. */
  readonly storedJob: () => readonly Stored<Job>[];
  readonly storedCronJob: () => readonly Stored<CronJob>[];
}

interface Stored<Kind> {
  readonly from: Instant;
  readonly object: Kind;
}

const readings = new WeakMap<Run, RunReading>();

/** Of the same run it is made once. */
export function readRun(run: Run): RunReading {
  const known = readings.get(run);
  if (known) return known;
  const reading: RunReading = {
    run,
    behaviour: behaviourOf(run.version),
    jobs: once(() => readChanges(run.jobs.at, run.jobs.job)),
    pods: once(() => readChanges(run.pods.at, run.pods.pod)),
    cronJob: once(() => readChanges(run.cronJob?.at ?? [], [])),
    cronJobCounts: once(() => sums(run.cronJob?.job ?? [])),
    events: once(() => readChanges(run.events.at, run.events.object)),
    eventSeries: once(() => eventSeries(run.events, reading.eventNamed())),
    nextOfEvent: once(() => nextOfSeries(reading.eventSeries())),
    storedEvents: once(() => new Array<StoredEvent | undefined>(run.events.step.length).fill(undefined)),
    names: once(() => createNames(run.name, run.namespace, run.epoch, run.seed)),
    jobDues: once(() => sums(run.jobs.made?.due ?? [])),
    jobNamed: once(() => readNamed(run.jobs, ({ status: { conditions = [] } }) => conditions.map(({ message }) => message))),
    eventNamed: once(() => readNamed(run.events, ({ message }) => [message])),
    podJobs: once(() => sums(run.pods.jobs)),
    podIndexes: once(() => sums(run.pods.indexes)),
    podNames: once(() => run.pods.node.map((_, pod) => madePodName(reading, pod))),
    podsByName: once(() => byName(reading.podNames())),
    storedJob: once(() => storedIn(run.jobs)),
    storedCronJob: once(() => (run.cronJob ? storedIn(run.cronJob) : [])),
  };
  readings.set(run, reading);
  return reading;
}

function byName(names: readonly string[]): Uint32Array {
  return Uint32Array.from(names.keys()).sort((a, b) => ((names[a] ?? '') < (names[b] ?? '') ? -1 : 1));
}

/**
 * Events of one object, reason and message are the same until one counts from one again, as where only the ends of the names
 * in them differ; and so are all that were told as one.
 */
function eventSeries({ object, step, steps, count }: EventColumns, named: NamedReading): Uint32Array {
  const objects = sums(object);
  const kinds = createTable(
    ({ kind, reason, combined: one, field, message }: EventStep) => JSON.stringify([kind, reason, one || [field, message]]),
    () => true,
  );
  const said = steps.map(kinds.place);
  const combined = steps.map((one) => one.combined);
  const firsts = new Map<string, number>();
  return Uint32Array.from(step, (place, change) => {
    const key = `${objects[change]} ${said[place]} ${combined[place] ? '' : named.values(change)}`;
    const first = count[change] === 1 ? change : (firsts.get(key) ?? change);
    firsts.set(key, first);
    return first;
  });
}

function nextOfSeries(series: Uint32Array): Uint32Array {
  const next = new Uint32Array(series.length).fill(series.length);
  const latest = new Uint32Array(series.length);
  for (const [change, first] of series.entries()) {
    if (first !== change) next[latest[first] ?? 0] = change;
    latest[first] = change;
  }
  return next;
}

interface Steps<Kind> {
  readonly at: readonly number[];
  readonly step: readonly number[];
  readonly steps: readonly { readonly object?: Kind }[];
}

function storedIn<Kind>({ at, step, steps }: Steps<Kind>): readonly Stored<Kind>[] {
  const edited = new Set(steps.flatMap(({ object }, place) => (object ? [place] : [])));
  const times = sums(at);
  return step.flatMap((place, change) => {
    const { object } = steps[place] ?? {};
    return object && edited.has(place) ? [{ from: times[change] ?? 0, object }] : [];
  });
}

/** What was stored then; undefined before there was anything. */
export function storedAt<Kind>(stored: readonly Stored<Kind>[], instant: Instant): Kind | undefined {
  return stored.findLast(({ from }) => from <= instant)?.object;
}

export function jobName(reading: RunReading, job: number): string {
  return reading.names().job(reading.jobDues()[job]);
}

export function podName(reading: RunReading, pod: number): string {
  return reading.podNames()[pod] ?? madePodName(reading, pod);
}

function madePodName(reading: RunReading, pod: number): string {
  const due = reading.jobDues()[reading.podJobs()[pod] ?? -1];
  return reading.names().pod(due, reading.podIndexes()[pod] ?? -1, pod);
}
