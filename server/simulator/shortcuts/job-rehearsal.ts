import { type Cluster, createCluster, isPast } from '../api-server/cluster.ts';
import { createClock, type Instant, instantOf, microsecondsPerSecond } from '../engine/clock.ts';
import { createJobController } from '../job-controller/job-controller.ts';
import { podName } from '../job-controller/new-pod.ts';
import { createKubelet } from '../kubelet/kubelet.ts';
import { hasEnded, type JobObject, type JobStatus, type Pod, withPod } from '../objects/objects.ts';
import { newJobObject } from '../objects/stored-objects.ts';
import type { ContainerBehaviours } from '../scenario/container-behaviour.ts';
import type { EventEntry } from '../watch/log.ts';
import { createRecorder, type Recorder } from '../watch/recorder.ts';

/**
 * The Jobs of a CronJob mostly live the same life again and again. It is worked out once, in a cluster of its own; where
 * nothing else can happen while a later Job runs, that life is copied, moved in time.
 */
interface Life {
  readonly job: JobObject;
  readonly pods: readonly Pod[];
  readonly recorder: Recorder;
  /** Each with the pod that its message names. */
  readonly events: readonly { readonly entry: EventEntry; readonly pod: Pod | undefined }[];
  readonly totals: Cluster['totals'];
  /** When it finished. */
  readonly end: Instant;
}

interface Surroundings {
  readonly cluster: Cluster;
  readonly behaviours: ContainerBehaviours;
  readonly seed: number;
  readonly epoch: number;
  /** The run is watched up to here. */
  readonly limit: Instant;
}

/** A life that takes more steps than this is not worked out beforehand. */
const mostSteps = 10_000;
/** Lives differ by the fraction of a second at which they begin. Where none of so many came again, more are not worked out. */
const mostLives = 100;
/** What is due this soon is only the aftermath of the Job's creation. */
const aftermath = instantOf(0.001);

/** Lives a Job's life at once, from its first sync on; false where it cannot. */
export function createPerformer(surroundings: Surroundings): (job: JobObject) => boolean {
  const { cluster, limit } = surroundings;
  const { clock } = cluster;
  const lives = new Map<number, Life | undefined>();
  let of: JobObject['fields'] | undefined;
  /** How long the last life took. */
  let length = 0;

  function lifeOf(job: JobObject): Life | undefined {
    const phase = job.created % microsecondsPerSecond;
    if (lives.has(phase)) return lives.get(phase);
    if (lives.size >= mostLives) return undefined;
    const life = rehearse(job, surroundings);
    lives.set(phase, life);
    if (life) length = life.end - life.job.created;
    return life;
  }
  return (job) => {
    if (!job.owner) return false;
    if (of !== job.fields) {
      lives.clear();
      length = 0;
    }
    of = job.fields;
    if (!clock.quiet(clock.now + aftermath, job.created + length + aftermath)) return false;
    const life = lifeOf(job);
    const shift = life ? job.created - life.job.created : 0;
    if (!life || life.end + shift + aftermath > limit) return false;
    if (!clock.quiet(clock.now + aftermath, life.end + shift + aftermath)) return false;
    copy(life, job, shift, surroundings);
    return true;
  };
}

function rehearse(original: JobObject, { cluster: { namespace }, behaviours, seed, epoch }: Surroundings): Life | undefined {
  const clock = createClock(original.created);
  const recorder = createRecorder(clock);
  const cluster = createCluster(clock, recorder, namespace, epoch);
  const kubelet = createKubelet(cluster, behaviours, {});
  const controller = createJobController(cluster, seed);
  const { name, owner, origin, created, stored, fields, plan } = original;
  const job = newJobObject({ name, stored, fields, plan, ordinal: 0, owner, origin, created });
  cluster.watchers = { ...kubelet, podChanged: controller.podChanged, jobChanged: controller.jobChanged };
  cluster.jobs.push(job);
  job.shown = original.shown;
  job.told = original.told;
  controller.jobChanged(job, 'added');
  for (let steps = 0; !job.finished && steps < mostSteps && clock.step(Infinity); steps++);
  const end = clock.now;
  while (clock.step(end + aftermath));
  const pods = [...cluster.pods].flatMap((pod) => (isPast(pod) ? [] : [pod]));
  const whole = job.finished !== undefined && pods.length === cluster.pods.length && pods.every(hasEnded);
  const named = (message: string) => pods.find((pod) => message.includes(pod.name));
  if (!whole || job.status.conditions.some(({ message }) => named(message))) return undefined;
  const events = Array.from(recorder.events, (entry) => ({ entry, pod: named(entry.message) }));
  return { job, pods, recorder, events, totals: cluster.totals, end };
}

/** What happens to the Job and its pods at once; its end, to which others listen, when it comes. */
function copy(life: Life, job: JobObject, shift: Instant, { cluster, seed }: Surroundings): void {
  const { recorder, pods, totals, eventDeeds } = cluster;
  const first = pods.length;
  const names = life.pods.map(({ index, ordinal }) => podName(job.name, index, first + ordinal, seed));
  const renamed = (message: string, pod: Pod | undefined) => (pod ? message.replace(pod.name, names[pod.ordinal] ?? '') : message);
  for (const { at, step } of life.recorder.jobs) recorder.jobs.push({ at: at + shift, job: job.ordinal, step });
  for (const { at, event, pod, READY, STATUS, RESTARTS, placed } of life.recorder.pods) {
    recorder.pods.push({ at: at + shift, pod: pod + first, event, READY, STATUS, RESTARTS, placed });
  }
  for (const { at, pod, code, args } of life.recorder.trace) {
    recorder.trace.push(pod === undefined ? { at: at + shift, code, args } : { at: at + shift, pod: pod + first, code, args });
  }
  for (const { entry, pod } of life.events) {
    const { at, kind, type, reason, source, combined, count, first } = entry;
    const message = renamed(entry.message, pod);
    const moved = { at: at + shift, kind, object: job.ordinal, type, reason, message, source, combined, count, first: first + shift };
    eventDeeds.do({ does: 'add', entry: moved });
  }
  for (const pod of life.pods) {
    const moved = movedPod(pod, job, first + pod.ordinal, names[pod.ordinal] ?? pod.name, shift);
    pods.push(moved);
    job.pods = withPod(job.pods, moved);
  }
  job.podsCreated = life.pods.length;
  totals.podsFailed += life.totals.podsFailed;
  totals.restarts += life.totals.restarts;
  recorder.extendTo(life.end + shift);
  job.shown = life.job.shown;
  cluster.clock.schedule(life.end + shift, () => {
    if (job.deleted !== undefined) return;
    job.status = movedStatus(life.job.status, shift);
    job.told = job.status;
    job.finished = life.job.finished;
    cluster.watchers.jobChanged(job, 'status');
  });
}

export function movedPod(pod: Pod, job: JobObject, ordinal: number, name: string, shift: Instant): Pod {
  return { ...pod, job, ordinal, name, created: pod.created + shift };
}

export function movedStatus(status: JobStatus, shift: Instant): JobStatus {
  const { startTime, completionTime, conditions } = status;
  return {
    ...status,
    startTime: startTime === undefined ? undefined : startTime + shift,
    completionTime: completionTime === undefined ? undefined : completionTime + shift,
    conditions: conditions.map((condition) => ({ ...condition, changed: condition.changed + shift })),
  };
}
