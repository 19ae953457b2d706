import type { CronJob, Job } from '../../kubernetes/generated/types.ts';
import type { Instant } from '../engine/clock.ts';
import { compareText } from '../kubectl/described-values.ts';
import type { PodLine, StoredEvent } from '../kubectl/moment.ts';
import { createNames, type Names } from '../objects/names.ts';
import { type Behaviour, behaviourOf } from '../versions/behaviour.ts';
import { type Changes, readChanges } from './changes.ts';
import { fromStretches, sums, type Times } from './columns.ts';
import { type EventNames, eventSeries, nextOfSeries, placesByName } from './event-series.ts';
import { type NamedReading, readNamed } from './named-texts.ts';
import { once } from './once.ts';
import type { Run } from './run.ts';

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
  /** By change of a pod: how it stands then, where it was asked for. */
  readonly podLines: () => (PodLine | undefined)[];
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
  /** By change of an event that is the first of its event: its place in the order of their names (`placesByName`). */
  readonly eventPlaces: () => Uint32Array;
  /** By pod: the Job that it belongs to, and its completion index, -1 without one. */
  readonly podJobs: () => Float64Array;
  readonly podIndexes: () => Float64Array;
  readonly podFailures: () => readonly number[];
  readonly podIgnoredFailures: () => readonly number[];
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
    eventPlaces: once(() => placesByName(reading.eventSeries(), eventNames(reading))),
    podLines: once(() => new Array<PodLine | undefined>(run.pods.step.length).fill(undefined)),
    storedEvents: once(() => new Array<StoredEvent | undefined>(run.events.step.length).fill(undefined)),
    names: once(() => createNames(run.name, run.namespace, run.epoch, run.seed)),
    jobDues: once(() => sums(run.jobs.made?.due ?? [])),
    jobNamed: once(() => readNamed(run.jobs, ({ status: { conditions = [] } }) => conditions.map(({ message }) => message))),
    eventNamed: once(() => readNamed(run.events, ({ message }) => [message])),
    podJobs: once(() => sums(run.pods.jobs)),
    podIndexes: once(() => sums(run.pods.indexes)),
    podFailures: once(() => fromStretches(run.pods.failures)),
    podIgnoredFailures: once(() => fromStretches(run.pods.ignoredFailures)),
    podNames: once(() => run.pods.node.map((_, pod) => madePodName(reading, pod))),
    podsByName: once(() => byName(reading.podNames())),
    storedJob: once(() => storedIn(run.jobs)),
    storedCronJob: once(() => (run.cronJob ? storedIn(run.cronJob) : [])),
  };
  readings.set(run, reading);
  return reading;
}

function byName(names: readonly string[]): Uint32Array {
  return Uint32Array.from(names.keys()).sort((a, b) => compareText(names[a] ?? '', names[b] ?? ''));
}

/** Of the CronJob, or the Job without one, then of Jobs and pods. */
function eventNames(reading: RunReading): EventNames {
  const { steps, step, since } = reading.run.events;
  const { at, of } = reading.events();
  const jobs = Array.from(reading.jobDues(), (_, job) => jobName(reading, job));
  const before = { CronJob: 0, Job: jobs.length > 0 ? 1 : 0, Pod: 1 + jobs.length };
  return {
    objects: [reading.run.name, ...jobs, ...reading.podNames()],
    objectOf: (change) => before[steps[step[change] ?? -1]?.kind ?? 'CronJob'] + (of[change] ?? 0),
    cameAt: (change) => (at[change] ?? 0) - (since[change] ?? 0),
  };
}

interface Steps<Kind> {
  readonly at: Times;
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

/** The name of the object of that kind with that ordinal. */
export function objectName(reading: RunReading, kind: StoredEvent['kind'], ordinal: number): string {
  if (kind === 'Pod') return podName(reading, ordinal);
  return kind === 'Job' ? jobName(reading, ordinal) : reading.run.name;
}

export function podName(reading: RunReading, pod: number): string {
  return reading.podNames()[pod] ?? madePodName(reading, pod);
}

function madePodName(reading: RunReading, pod: number): string {
  const told = reading.run.podNames?.[pod];
  if (told !== undefined) return told;
  const due = reading.jobDues()[reading.podJobs()[pod] ?? -1];
  return reading.names().pod(due, reading.podIndexes()[pod] ?? -1, pod);
}
