import type { JobStatus as WrittenStatus } from '../../kubernetes/generated/types.ts';
import { parseIndexes } from '../../kubernetes/values/indexes.ts';
import type { KubernetesVersion } from '../../kubernetes/versions.ts';
import { type Cluster, createCluster } from '../api-server/cluster.ts';
import { createClock, type Instant, instantOf as instantOfSeconds, shownSeconds } from '../engine/clock.ts';
import { newPod } from '../job-controller/new-pod.ts';
import { type CompletionIndexes, listedIndexes, noIndexes } from '../objects/completion-indexes.ts';
import type { JobCondition, JobObject, JobStatus, Pod } from '../objects/objects.ts';
import { planPod } from '../objects/pod-plan.ts';
import { newJobObject, readSpec } from '../objects/stored-objects.ts';
import { summarize } from '../outcome/summary.ts';
import { unfinished } from '../outcome/unfinished.ts';
import { writeRun } from '../outcome/write-run.ts';
import type { Run } from '../run/run.ts';
import { behaviourOf } from '../versions/behaviour.ts';
import { createRecorder } from '../watch/recorder.ts';
import type { Observed, ObservedEvent, ObservedJob, ObservedPod } from './observed.ts';
import { endOf, momentOf, timesOf } from './pod-moments.ts';
import { podOfEvents } from './pod-of-events.ts';

/** A pod of which the record tells, whole or by the events about it alone. */
interface ToldPod {
  readonly name: string;
  readonly created: number;
  /** As its status says, or as far as its events tell. */
  readonly observed: ObservedPod;
  /** When it went, where that is told. */
  readonly deleted: number | undefined;
}

/**
 * What happened to a Job as a run, from what a cluster told of it: the same value that a simulation gives, so that it is drawn and printed
 * alike. Only what the record holds is in it: of a pod that is gone no more than its events tell.
 */
export function replay(job: ObservedJob, { pods, events }: Observed, version: KubernetesVersion): Run {
  const own = { pods: pods.filter(({ owner }) => owner === job.uid), events: eventsAbout(job, events) };
  const told = podsTold(job, own.pods, own.events);
  const epoch = job.created;
  const instantOf = (time: number): Instant => Math.max(0, instantOfSeconds((time - epoch) / 1000));
  const clock = createClock();
  const behaviour = behaviourOf(version);
  const recorder = createRecorder(clock, epoch, behaviour);
  const cluster = createCluster({ clock, recorder, namespace: job.namespace, epoch, behaviour });
  const object = jobObject(job);
  const byPod = told.map(({ name, observed }) => own.events.filter((one) => one.kind === 'Pod' && isAbout(one, name, observed.uid)));

  clock.schedule(0, () => cluster.addJob(object));
  for (const [ordinal, pod] of told.entries()) schedulePod(pod, byPod[ordinal] ?? [], { cluster, object, instantOf });
  for (const event of own.events) scheduleEvent(event, told, { cluster, object, instantOf });
  scheduleStatus(job, told, { cluster, object, instantOf });
  while (clock.step(Infinity));

  const status = job.object.status ?? {};
  cluster.totals.podsFailed = status.failed ?? 0;
  cluster.totals.podsSucceeded = status.succeeded ?? 0;
  cluster.totals.restarts = own.pods.reduce((sum, pod) => sum + restartsOf(pod), 0);
  const end = recorder.lastChange;
  return {
    ...writeRun(cluster, {
      version,
      containerDefaults: [],
      seed: 0,
      epoch,
      end,
      until: shownSeconds(end),
      settled: object.finished !== undefined,
      stoppedEarly: false,
      watched: 'asked',
      summary: summarize(cluster, []),
      runsOfCronJob: undefined,
      unfinished: unfinished(cluster, () => false),
      actionResults: [],
    }),
    podNames: told.map(({ name }) => name),
  };
}

interface Stage {
  readonly cluster: Cluster;
  readonly object: JobObject;
  readonly instantOf: (time: number) => Instant;
}

/** About the Job itself, or about a pod that may be its own. */
export function eventsAbout(job: ObservedJob, events: readonly ObservedEvent[]): readonly ObservedEvent[] {
  const isOwn = (one: ObservedEvent) =>
    one.kind === 'Job' ? isAbout(one, job.name, job.uid) : one.kind === 'Pod' && one.name.startsWith(`${job.name.slice(0, 57)}-`);
  return events.filter(isOwn).sort((a, b) => a.first - b.first);
}

function isAbout({ name, uid }: ObservedEvent, itsName: string, itsUid: string): boolean {
  return name === itsName && (uid === '' || itsUid === '' || uid === itsUid);
}

const createdPod = /^Created pod: (\S+)$/;
const deletedPod = /^Deleted pod: (\S+)$/;

/** Those that there are, and those of which the Job's events tell that it made them; in the order of their creation. */
function podsTold(job: ObservedJob, pods: readonly ObservedPod[], events: readonly ObservedEvent[]): readonly ToldPod[] {
  const named = (pattern: RegExp) =>
    new Map(
      events.flatMap(({ kind, message, first }): readonly (readonly [string, number])[] => {
        const [, name] = (kind === 'Job' && pattern.exec(message)) || [];
        return name === undefined ? [] : [[name, first]];
      }),
    );
  const [created, deleted] = [named(createdPod), named(deletedPod)];
  const gone = [...created].filter(([name]) => !pods.some((pod) => pod.name === name));
  // Where no pod is told of though some are to be there, nobody looked for them.
  const isTold = pods.length > 0 || (job.object.status?.active ?? 0) === 0;
  return [
    ...pods.map((observed) => ({ name: observed.name, created: observed.created, observed, deleted: undefined })),
    ...gone.map(([name, time]) => {
      const about = events.filter((one) => one.kind === 'Pod' && one.name === name);
      const last = Math.max(time, ...about.map((one) => one.last));
      const observed = podOfEvents({ name, created: time, spec: job.object.spec?.template?.spec ?? {}, index: indexIn(name, job) }, about);
      return { name, created: Math.max(time, job.created), observed, deleted: deleted.get(name) ?? (isTold ? last : undefined) };
    }),
  ].sort((a, b) => a.created - b.created || a.observed.index - b.observed.index);
}

function jobObject({ name, object }: ObservedJob): JobObject {
  const { status: _, ...stored } = object;
  return newJobObject({ name, stored, ...readSpec(stored.spec), ordinal: 0, owner: undefined, origin: undefined, created: 0 });
}

function restartsOf({ initContainers, containers }: ObservedPod): number {
  return [...initContainers, ...containers].reduce((sum, { restarts }) => sum + restarts, 0);
}

function schedulePod({ observed, created, deleted }: ToldPod, events: readonly ObservedEvent[], stage: Stage): void {
  const { cluster, object, instantOf } = stage;
  const { clock } = cluster;
  const plan = planPod(observed.spec);
  const about: { pod?: Pod } = {};
  clock.schedule(instantOf(created), () => {
    const pod = newPod(cluster, object, { index: observed.index, plan }, { failures: 0, ignoredFailures: 0 });
    about.pod = pod;
    cluster.addPod(pod);
  });
  const times = timesOf(observed, events);
  const last = times.at(-1);
  for (const time of times) {
    clock.schedule(instantOf(time), () => {
      if (!about.pod) return;
      Object.assign(about.pod, momentOf(observed, plan, time, time === last, instantOf), { finalizer: false, initTried: plan.init.length });
      cluster.podChanged(about.pod);
    });
  }
  if (deleted === undefined) return;
  clock.schedule(instantOf(deleted), () => {
    if (!about.pod) return;
    about.pod.finalizer = false;
    cluster.releasePod(about.pod);
  });
}

/** A pod of an Indexed Job is called by its index: `name-3-abcde`. */
function indexIn(name: string, { object, name: job }: ObservedJob): number {
  const [, index] = (object.spec?.completionMode === 'Indexed' && /^-(\d+)-[^-]+$/.exec(name.slice(job.length))) || [];
  return index === undefined ? -1 : Number(index);
}

function scheduleEvent({ kind, field, ...event }: ObservedEvent, told: readonly ToldPod[], { cluster, instantOf }: Stage): void {
  const ordinal = kind === 'Pod' ? told.findIndex(({ name }) => name === event.name) : 0;
  if (ordinal < 0 || (kind !== 'Pod' && kind !== 'Job')) return;
  const { type, reason, message, source } = event;
  const said = { kind, type, reason, message, source, ...(field === '' ? {} : { field }) } as const;
  const first = instantOf(event.first);
  const tell = (at: Instant, count: number) =>
    cluster.clock.schedule(at, () => cluster.recorder.event(at, ordinal, said, { combined: false, count, first }));
  tell(first, event.last > event.first ? 1 : event.count);
  if (event.last > event.first) tell(instantOf(event.last), event.count);
}

/** The Job's status whenever a pod or a condition of it changed; at last as it is told. */
function scheduleStatus(job: ObservedJob, told: readonly ToldPod[], { cluster, object, instantOf }: Stage): void {
  const status = job.object.status ?? {};
  const conditions = conditionsOf(status, instantOf);
  const start = timeIn(status.startTime);
  const ends = told.map(({ observed }) => endOf(observed));
  const times = [start, ...told.map(({ created }) => created), ...ends, timeIn(status.completionTime)].filter((time) => time !== undefined);
  const instants = [...new Set([...times.map(instantOf), ...conditions.map(({ changed }) => changed)])].sort((a, b) => a - b);
  for (const [place, at] of instants.entries()) {
    const isLast = place === instants.length - 1;
    cluster.clock.schedule(at, () => {
      const before = conditions.filter(({ changed }) => changed <= at);
      object.status = isLast ? lastStatus(status, conditions, instantOf) : statusAt(object, told, { at, start, before, instantOf });
      object.finished = before.find(({ type, status: value }) => (type === 'Complete' || type === 'Failed') && value === 'True')
        ? finishedBy(before)
        : undefined;
      cluster.jobChanged(object, 'status');
    });
  }
}

function finishedBy(conditions: readonly JobCondition[]): JobObject['finished'] {
  return conditions.some(({ type }) => type === 'Complete') ? 'Complete' : 'Failed';
}

interface Then {
  readonly at: Instant;
  readonly start: number | undefined;
  readonly before: readonly JobCondition[];
  readonly instantOf: Stage['instantOf'];
}

function statusAt(object: JobObject, told: readonly ToldPod[], { at, start, before, instantOf }: Then): JobStatus {
  const endedAs = (phase: string) =>
    told.filter(({ observed }) => observed.phase === phase && instantOf(endOf(observed) ?? Infinity) <= at).length;
  return {
    startTime: start === undefined || instantOf(start) > at ? undefined : instantOf(start),
    completionTime: undefined,
    active: object.active.size,
    ready: object.readyPods,
    terminating: 0,
    succeeded: endedAs('Succeeded'),
    failed: endedAs('Failed'),
    completedIndexes: noIndexes,
    failedIndexes: undefined,
    conditions: before,
  };
}

function lastStatus(status: WrittenStatus, conditions: readonly JobCondition[], instantOf: Stage['instantOf']): JobStatus {
  const time = (text: string | undefined) => {
    const found = timeIn(text);
    return found === undefined ? undefined : instantOf(found);
  };
  return {
    startTime: time(status.startTime),
    completionTime: time(status.completionTime),
    active: status.active ?? 0,
    ready: status.ready,
    terminating: status.terminating,
    succeeded: status.succeeded ?? 0,
    failed: status.failed ?? 0,
    completedIndexes: indexesIn(status.completedIndexes) ?? noIndexes,
    failedIndexes: indexesIn(status.failedIndexes),
    conditions,
  };
}

function indexesIn(text: string | undefined): CompletionIndexes | undefined {
  return text === undefined || parseIndexes(text, undefined).problem ? undefined : listedIndexes(text);
}

function conditionsOf({ conditions = [] }: WrittenStatus, instantOf: Stage['instantOf']): readonly JobCondition[] {
  return conditions.map(({ type = '', status = '', reason = '', message = '', lastTransitionTime }) => {
    const changed = timeIn(lastTransitionTime);
    return { type, status, reason, message, changed: changed === undefined ? 0 : instantOf(changed) };
  });
}

/** Undefined for what is no time. */
function timeIn(text: string | undefined): number | undefined {
  const time = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}
