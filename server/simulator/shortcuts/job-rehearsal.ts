import { type Cluster, createCluster, isPast } from '../api-server/cluster.ts';
import type { EventRecord } from '../api-server/event-correlation.ts';
import { createClock, type Instant, instantOf, microsecondsPerSecond, shownSeconds } from '../engine/clock.ts';
import { createJobController } from '../job-controller/job-controller.ts';
import { podName } from '../job-controller/new-pod.ts';
import { createKubelet } from '../kubelet/kubelet.ts';
import { hasEnded, type JobObject, type JobStatus, type Pod, withPod } from '../objects/objects.ts';
import { newJobObject } from '../objects/stored-objects.ts';
import type { EventRow } from '../recording/recording.ts';
import type { ContainerBehaviours } from '../scenario/container-behaviour.ts';
import { createRecorder, type Recorder } from '../watch/recorder.ts';

/**
 * The Jobs of a CronJob mostly live the same life again and again. It is worked out once, in a cluster of its own; where
 * nothing else can happen while a later Job runs, that life is copied, moved in time.
 */
interface Life {
  readonly job: JobObject;
  readonly pods: readonly Pod[];
  readonly recorder: Recorder;
  /** As they are stored, and in rows, each with the pod that its message names. */
  readonly events: readonly { readonly record: EventRecord; readonly pod: Pod | undefined }[];
  readonly eventRows: readonly { readonly row: EventRow; readonly pod: Pod | undefined }[];
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
  const { name, owner, created, stored, fields, plan } = original;
  const job = newJobObject({ name, stored, fields, plan, ordinal: 0, owner, created });
  cluster.watchers = { ...kubelet, podChanged: controller.podChanged, jobChanged: controller.jobChanged };
  cluster.jobs.push(job);
  job.shown = original.shown;
  controller.jobChanged(job, 'added');
  for (let steps = 0; !job.finished && steps < mostSteps && clock.step(Infinity); steps++);
  const end = clock.now;
  while (clock.step(end + aftermath));
  const pods = [...cluster.pods].flatMap((pod) => (isPast(pod) ? [] : [pod]));
  const whole = job.finished !== undefined && pods.length === cluster.pods.length && pods.every(hasEnded);
  const named = (message: string) => pods.find((pod) => message.includes(pod.name));
  if (!whole || job.status.conditions.some(({ message }) => named(message))) return undefined;
  const events = cluster.events.stored.map((record) => ({ record, pod: named(record.message) }));
  const eventRows = recorder.events.all().map((row) => ({ row, pod: named(row.message) }));
  return { job, pods, recorder, events, eventRows, totals: cluster.totals, end };
}

/** The rows of the Job and its pods at once; its end, to which others listen, when it comes. */
function copy(life: Life, job: JobObject, shift: Instant, { cluster, seed }: Surroundings): void {
  const { recorder, pods, totals, eventDeeds } = cluster;
  const first = pods.length;
  const move = (t: number) => shownSeconds(instantOf(t) + shift);
  const names = life.pods.map(({ index, ordinal }) => podName(job.name, index, first + ordinal, seed));
  const renamed = (message: string, pod: Pod | undefined) => (pod ? message.replace(pod.name, names[pod.ordinal] ?? '') : message);
  for (const { t, event, STATUS, COMPLETIONS, DURATION, conditions } of life.recorder.jobs.all()) {
    recorder.jobs.push({ t: move(t), event, NAME: job.name, STATUS, COMPLETIONS, DURATION, conditions });
  }
  for (const { t, event, pod, index, READY, STATUS, RESTARTS } of life.recorder.pods.all()) {
    const row = { t: move(t), event, pod: pod + first, READY, STATUS, RESTARTS };
    recorder.pods.push(index === undefined ? row : { ...row, index });
  }
  for (const { t, pod, code, args } of life.recorder.trace.all()) {
    recorder.trace.push(pod === undefined ? { t: move(t), code, args } : { t: move(t), pod: pod + first, code, args });
  }
  for (const { row, pod } of life.eventRows) {
    const { t, kind, type, reason, message } = row;
    eventDeeds.do({ does: 'add-row', row: { t: move(t), kind, type, reason, message: renamed(message, pod) } });
  }
  for (const { record, pod } of life.events) {
    const { kind, type, reason, source, count, firstSeen, lastSeen } = record;
    const message = renamed(record.message, pod);
    const [from, to] = [firstSeen + shift, lastSeen + shift];
    const copied = { kind, name: job.name, type, reason, message, source, count, firstSeen: from, lastSeen: to };
    eventDeeds.do({ does: 'store', record: copied });
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
