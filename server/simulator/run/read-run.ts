import type { CronJob, Job } from '../../kubernetes/generated/types.ts';
import type { Instant } from '../engine/clock.ts';
import { type Behaviour, behaviourOf } from '../versions/behaviour.ts';
import { type Changes, readChanges } from './changes.ts';
import { sums } from './columns.ts';
import { once } from './once.ts';
import type { EventColumns, Run } from './run.ts';

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
  /** Those about the CronJob have the number 0, those about a Job its ordinal and 1. */
  readonly events: () => Changes;
  /** By change of an event: the first change of the same event. */
  readonly eventSeries: () => Uint32Array;
  /** By pod: the Job that it belongs to, and its completion index, -1 without one. */
  readonly podJobs: () => Float64Array;
  readonly podIndexes: () => Float64Array;
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
    events: once(() => readChanges(run.events.at, shifted(run.events.job))),
    eventSeries: once(() => eventSeries(run.events)),
    podJobs: once(() => sums(run.pods.jobs)),
    podIndexes: once(() => sums(run.pods.indexes)),
    podsByName: once(() => byName(run.pods.names)),
    storedJob: once(() => storedIn(run.jobs)),
    storedCronJob: once(() => (run.cronJob ? storedIn(run.cronJob) : [])),
  };
  readings.set(run, reading);
  return reading;
}

function byName(names: readonly string[]): Uint32Array {
  return Uint32Array.from(names.keys()).sort((a, b) => ((names[a] ?? '') < (names[b] ?? '') ? -1 : 1));
}

/** The same differences of numbers that are all one more. */
function shifted([first = 0, ...rest]: readonly number[]): readonly number[] {
  return [first + 1, ...rest];
}

/**
 * Events of one object, reason and message are the same until one counts from one again, as where only the ends of the names
 * in them differ; and so are all that were told as one.
 */
function eventSeries({ job, step, steps, count }: EventColumns): Uint32Array {
  const objects = sums(job);
  const firsts = new Map<string, number>();
  return Uint32Array.from(step, (place, change) => {
    const { reason = '', combined = false, message = '' } = steps[place] ?? {};
    const key = `${objects[change]} ${reason} ${combined ? '' : message}`;
    const first = count[change] === 1 ? change : (firsts.get(key) ?? change);
    firsts.set(key, first);
    return first;
  });
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
