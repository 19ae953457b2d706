import type { Clock, Instant } from '../engine/clock.ts';
import { watchTime, wholeSecond } from '../engine/clock.ts';
import type { Skipped } from '../engine/skipped.ts';
import { type CronJobObject, hasEnded, type JobObject, type Pod, type Standing, withPod } from '../objects/objects.ts';
import type { Text } from '../objects/text.ts';
import type { Behaviour } from '../versions/behaviour.ts';
import { textLater } from '../watch/later.ts';
import type { EventStep, Notice } from '../watch/log.ts';
import type { Recorder } from '../watch/recorder.ts';
import { createEventCorrelator, type EventCorrelator } from './event-correlation.ts';
import type { PodAdmission } from './pod-admission.ts';

/** Who is told of changes; each is called with what the API server would send it. */
export interface Watchers {
  podAdded(pod: Pod): void;
  /** Whoever runs its containers learns that a pod is to end. */
  podDeleting(pod: Pod): void;
  podRemoved(pod: Pod): void;
  /** For the Job controller: any of these. */
  podChanged(pod: Pod): void;
  jobChanged(job: JobObject, change: JobChange): void;
}

export type JobChange = 'added' | 'spec' | 'status' | 'deleting' | 'removed';

/** The API server and its store: every change goes through here, is written down, and told to those who watch. */
export interface Cluster {
  readonly clock: Clock;
  readonly namespace: string;
  readonly recorder: Recorder;
  /** Of its version of Kubernetes. */
  readonly behaviour: Behaviour;
  readonly events: EventCorrelator;
  /** The simulated object, also when it is gone. */
  cronJob: CronJobObject | undefined;
  job: JobObject | undefined;
  /** The pods that exist, but for those that are left out, by ordinal. */
  readonly pods: Map<number, Pod>;
  /** Pods that exist as well: they were skipped, and are made when something becomes of them. */
  leftOut: LeftOutPods | undefined;
  /** How many pods exist. */
  readonly existingPods: number;
  /** How many there were, but for those that were skipped: the ordinals of the next. */
  readonly created: { jobs: number; pods: number };
  readonly totals: Totals;
  watchers: Watchers;
  /** What the namespace makes of new pods. */
  admission: PodAdmission;
  /** A time as a status holds it: cut to the whole second of the wall clock. */
  stored(instant: Instant): Instant;
  addJob(job: JobObject): void;
  /** To be called after each change of a Job. */
  jobChanged(job: JobObject, change: JobChange): void;
  addPod(pod: Pod): void;
  /** To be called after each change of a pod's status. */
  podChanged(pod: Pod): void;
  /** A DELETE request for the pod. */
  deletePod(pod: Pod): void;
  /** The kubelet lets go of the pod: it may vanish. */
  releasePod(pod: Pod): void;
  removeFinalizer(pod: Pod): void;
  /** Says something of an object. */
  send(about: JobObject | CronJobObject, notice: Notice): void;
  /** The same of a pod. */
  sendOfPod(pod: Pod, said: EventStep<Text>): void;
  /** All pods of the Job that exist, in order of creation. */
  podsOf(job: JobObject): readonly Pod[];
  /** Nothing more is said of it. */
  forgetEventsOf(pod: Pod): void;
}

/** Pods that were not lived, as they are like others. */
export interface LeftOutPods {
  readonly count: number;
  /** With them; all have ended. */
  withAll(lived: ReadonlySet<Pod>): readonly Pod[];
}

/** What was counted, of all Jobs that ever were. */
export interface Totals {
  /** Pods that Jobs counted as succeeded or failed. */
  podsSucceeded: number;
  podsFailed: number;
  /** Of containers. */
  restarts: number;
  /** Jobs that came to their end. */
  complete: number;
  failed: number;
  /** Jobs that a CronJob deleted before their end, as the next was due. */
  replaced: number;
  /** Times of a CronJob for which it started no Job: as another was active and the policy is Forbid, or for other reasons. */
  forbidden: number;
  missed: number;
}

interface ClusterOptions extends Pick<Cluster, 'clock' | 'recorder' | 'namespace' | 'behaviour'> {
  /** The wall clock at t = 0, in milliseconds since 1970. */
  readonly epoch: number;
  readonly events?: EventCorrelator;
}

export function createCluster(options: ClusterOptions): Cluster {
  const { clock, recorder, namespace, epoch, behaviour, events = createEventCorrelator() } = options;
  const cluster: Cluster = {
    clock,
    namespace,
    recorder,
    behaviour,
    events,
    cronJob: undefined,
    job: undefined,
    pods: new Map(),
    leftOut: undefined,
    get existingPods() {
      return cluster.pods.size + (cluster.leftOut?.count ?? 0);
    },
    created: { jobs: 0, pods: 0 },
    totals: { podsSucceeded: 0, podsFailed: 0, restarts: 0, complete: 0, failed: 0, replaced: 0, forbidden: 0, missed: 0 },
    watchers: { podAdded: idle, podDeleting: idle, podRemoved: idle, podChanged: idle, jobChanged: idle },
    admission: anyPod,
    stored: (instant) => wholeSecond(epoch, instant),
    addJob(job) {
      cluster.created.jobs++;
      if (job.owner) job.owner.jobs.set(job.name, job);
      else cluster.job = job;
      recorder.job('ADDED', job);
      cluster.watchers.jobChanged(job, 'added');
    },
    jobChanged(job, change) {
      if (job.owner) noteEnd(job.owner, job);
      if (change === 'removed') {
        job.deleted = clock.now;
        if (job.owner) removeFrom(job.owner, job);
        cluster.admission.jobRemoved();
        events.forget(job);
        recorder.job('DELETED', job);
      } else recorder.job('MODIFIED', job);
      cluster.watchers.jobChanged(job, change);
    },
    addPod(pod) {
      cluster.created.pods++;
      cluster.pods.set(pod.ordinal, pod);
      pod.job.pods = withPod(pod.job.pods, pod);
      recount(pod);
      recorder.pod('ADDED', pod);
      cluster.admission.podChanged(pod);
      cluster.watchers.podAdded(pod);
      cluster.watchers.podChanged(pod);
    },
    podChanged(pod) {
      recount(pod);
      recorder.pod('MODIFIED', pod);
      cluster.admission.podChanged(pod);
      cluster.watchers.podChanged(pod);
    },
    deletePod(pod) {
      if (pod.deleted !== undefined || pod.deletion) return;
      const grace = pod.node === undefined || hasEnded(pod) ? 0 : pod.plan.grace;
      pod.deletion = { at: clock.now, grace };
      if (grace === 0 && !pod.finalizer) return vanish(pod);
      cluster.podChanged(pod);
      if (grace > 0) clock.schedule(clock.now + watchTime, () => cluster.watchers.podDeleting(pod));
    },
    releasePod(pod) {
      if (pod.deleted !== undefined) return;
      pod.deletion = { at: pod.deletion?.at ?? clock.now, grace: 0 };
      if (pod.finalizer) cluster.podChanged(pod);
      else vanish(pod);
    },
    removeFinalizer(pod) {
      if (!pod.finalizer) return;
      pod.finalizer = false;
      recount(pod);
      if (pod.deletion?.grace === 0) vanish(pod);
      else if (pod.deleted === undefined) cluster.watchers.podChanged(pod);
    },
    send(about, notice) {
      if ('pods' in about && about.owner) sendOfTurn(about, about.ordinal + clock.skipped.jobs, { ...notice, kind: 'Job' });
      else sendOfSimulated(about, { ...notice, kind: 'pods' in about ? 'Job' : 'CronJob' });
    },
    sendOfPod(pod, said) {
      sendOfTurn(pod, pod.ordinal + clock.skipped.pods, said);
    },
    podsOf(job) {
      if (job === cluster.job) bringBack(job);
      return [...job.pods];
    },
    forgetEventsOf: events.forget,
  };

  function bringBack(job: JobObject): void {
    const { leftOut } = cluster;
    if (!leftOut) return;
    cluster.leftOut = undefined;
    job.pods = new Set(leftOut.withAll(job.pods));
    for (const pod of job.pods) cluster.pods.set(pod.ordinal, pod);
  }

  /** What becomes of an event of a pod, or of a CronJob's Job, depends on what it lived through: nothing of that was skipped. */
  function sendOfTurn(about: JobObject | Pod, ordinal: number, said: EventStep<Text>): void {
    const { skipped, now } = clock;
    const stored = events.send(about, said, now);
    if (!stored) return;
    const since = skipped.time === 0 ? stored : { ...stored, first: stored.first + skipped.time };
    recorder.event(now + skipped.time, ordinal, saidLater(said, skipped), since);
  }
  /** That one was dropped is written down as well: what becomes of the next depends on it. */
  function sendOfSimulated(about: JobObject | CronJobObject, notice: EventStep<Text>): void {
    const { skipped } = clock;
    const at = clock.now + skipped.time;
    const said = saidLater(notice, skipped);
    recorder.event(at, 0, said, events.send(about, said, at));
  }
  function vanish(pod: Pod): void {
    pod.deleted = clock.now;
    events.forget(pod);
    pod.job.pods.delete(pod);
    cluster.pods.delete(pod.ordinal);
    recount(pod);
    recorder.pod('DELETED', pod);
    cluster.admission.podChanged(pod);
    cluster.watchers.podRemoved(pod);
    cluster.watchers.podChanged(pod);
  }
  return cluster;
}

function noteEnd({ finished, ended }: CronJobObject, job: JobObject): void {
  if (!job.finished || finished[job.finished].has(job)) return;
  finished[job.finished].add(job);
  ended.add(job);
}

function removeFrom({ jobs, finished, ended, active, missing }: CronJobObject, job: JobObject): void {
  jobs.delete(job.name);
  if (job.finished) finished[job.finished].delete(job);
  ended.delete(job);
  if (active.has(job)) missing.add(job);
}

/** What is said where so much was skipped: most of it is the same. */
function saidLater(said: EventStep<Text>, by: Skipped): EventStep<Text> {
  const message = textLater(said.message, by);
  return message === said.message ? said : { ...said, message };
}

function idle(): void {}

/** Until somebody says what is in force. */
const anyPod: PodAdmission = {
  ask: ({ plan }) => ({ accepted: true, plan }),
  refuses: () => false,
  giveBack: idle,
  podChanged: idle,
  askForJob: () => undefined,
  jobRemoved: idle,
  quotaRefused: false,
};

/** Brings the Job's counts in line with what the pod is now. */
function recount(pod: Pod): void {
  const { job } = pod;
  const standing = standingOf(pod);
  if (standing !== pod.standing) move(pod, standing);
  const ready = standing === 'active' && pod.ready;
  if (ready !== pod.countedReady) job.readyPods += ready ? 1 : -1;
  pod.countedReady = ready;
  const restarts = pod.deleted === undefined && !pod.orphan && !hasEnded(pod) ? totalRestarts(pod) : 0;
  job.restarts += restarts - pod.countedRestarts;
  pod.countedRestarts = restarts;
}

function standingOf(pod: Pod): Standing {
  if (pod.deleted !== undefined || pod.orphan) return 'none';
  if (hasEnded(pod)) return pod.finalizer ? 'uncounted' : 'none';
  if (!pod.deletion) return 'active';
  return pod.finalizer ? 'terminating-uncounted' : 'terminating';
}

function move(pod: Pod, standing: Standing): void {
  const { job } = pod;
  const { active, terminating, uncounted } = job;
  if (pod.standing === 'active') active.delete(pod);
  if (pod.standing === 'terminating' || pod.standing === 'terminating-uncounted') terminating.delete(pod);
  if (pod.standing === 'uncounted' || pod.standing === 'terminating-uncounted') uncounted.delete(pod);
  if (standing === 'active') job.active = withPod(active, pod);
  if (standing === 'terminating' || standing === 'terminating-uncounted') job.terminating = withPod(terminating, pod);
  if (standing === 'uncounted' || standing === 'terminating-uncounted') job.uncounted = withPod(uncounted, pod);
  pod.standing = standing;
}

function totalRestarts(pod: Pod): number {
  let total = pod.initDoneRestarts;
  for (let place = pod.initDone; place < pod.initTried; place++) total += pod.initContainers[place]?.restarts ?? 0;
  for (const { restarts } of pod.containers) total += restarts;
  return total;
}
