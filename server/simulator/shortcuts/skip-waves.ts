import type { Cluster } from '../api-server/cluster.ts';
import { type Instant, microsecondsPerSecond } from '../engine/clock.ts';
import type { Container, ContainerExit } from '../objects/container.ts';
import type { JobObject, Pod } from '../objects/objects.ts';
import { fewContainers } from '../watch/pod-status-numbers.ts';
import { type Mark, markOf, type Repetition, repeat } from './repeat.ts';

/** How far the waves of a Job may be skipped. */
export interface WaveBounds {
  /** The run is watched up to here, as far as is known yet. */
  readonly limit: Instant;
  /** With more pods than this it stops early. */
  readonly mostPods: number;
  /** How long the kubelet waits between two looks; 0 where it sees everything at once. */
  readonly notice: Instant;
}

/** No more states than this are remembered. */
const mostStates = 1000;

/**
 * How far may I skip? A Job with many more completions than pods at a time lives in waves, and where its pods live alike one
 * wave is like another. Where the Job stands as it once stood, but for what it has completed, all that followed then follows once
 * more: as long as more completions are left than pods run at a time. As pods that live alike all succeed, indexes are given in
 * the order in which the pods are created, and completed in that order.
 *
 * To be asked before each sync of the Job, with the time until which its key waits. What is skipped is not lived, so the Job
 * lives on with so many completions fewer.
 */
export function createSkipWaves(cluster: Cluster, job: JobObject, bounds: WaveBounds): (waitsUntil: Instant | undefined) => void {
  const { clock } = cluster;
  const states = new Map<string, Mark>();
  const roughly = new Set<string>();
  /** All pods before that one have ended and are counted. */
  let firstPod = 0;

  function key(waitsUntil: Instant | undefined): string | undefined {
    const { now } = clock;
    const { active, ready } = job.status;
    const looks = bounds.notice > 0 ? now % bounds.notice : 0;
    const waits = waitsUntil === undefined ? '' : waitsUntil - now;
    const rough = `${now % microsecondsPerSecond} ${looks} ${waits} ${active} ${ready} ${job.active.size} ${job.uncounted.size}`;
    // Pods that do not live in waves differ here already, and there may be very many of them.
    if (roughly.has(rough)) return `${rough} ${podsKey()}`;
    if (roughly.size < mostStates) roughly.add(rough);
    return undefined;
  }
  /** The pods of which something is still to come: for each stretch of neighbours that are alike, from where on, and how they stand. */
  function podsKey(): string {
    const { pods, created } = cluster;
    while (firstPod < created.pods && isDone(pods.get(firstPod))) firstPod++;
    const told: (number | string)[] = [];
    let last: string | undefined;
    for (let ordinal = firstPod; ordinal < created.pods; ordinal++) {
      const pod = pods.get(ordinal);
      const stands = pod ? `${clock.now - pod.created} ${pod.standing} ${isDone(pod)}` : '';
      if (stands === last) continue;
      told.push(created.pods - ordinal, stands);
      last = stands;
    }
    return `${told}`;
  }
  function waves(from: Mark, to: Mark): number {
    const { completions = 0, parallelism } = job.fields;
    const [gained, added] = [to.completions - from.completions, to.pods - from.pods];
    if (gained === 0) return 0;
    // At the last sync of what is repeated, too, as many pods are wanted as may run at a time.
    const left = completions - job.status.succeeded - job.uncounted.size - parallelism;
    const room = bounds.mostPods - cluster.existingPods;
    return Math.floor(Math.min(left / gained, room / added, (bounds.limit - to.at) / (to.at - from.at)));
  }
  return (waitsUntil) => {
    const state = !cluster.leftOut && mayRepeat(job) ? key(waitsUntil) : undefined;
    if (state === undefined) return;
    const from = states.get(state);
    const to = markOf(cluster);
    if (states.size < mostStates) states.set(state, to);
    const count = from ? waves(from, to) : 0;
    if (from && count > 0) leaveOut(cluster, job, { from, to, count });
  };
}

/** No deadline, and no end by some of its indexes, lies before it, and all that is told of a pod follows from what it is. */
function mayRepeat({ fields, plan }: JobObject): boolean {
  const { completions, activeDeadline, successPolicy } = fields;
  const isPlain = completions !== undefined && activeDeadline === undefined && successPolicy === undefined;
  return isPlain && plan.init.length + plan.regular.length <= fewContainers;
}

function isDone(pod: Pod | undefined): boolean {
  return pod === undefined || (pod.standing === 'none' && pod.worker === undefined);
}

function leaveOut(cluster: Cluster, job: JobObject, repetition: Repetition): void {
  const { time, pods, completions } = repeat(cluster, job, repetition);
  const { startTime } = job.status;
  cluster.leftOut = { count: pods, withAll: (lived) => allPods([...lived], repetition) };
  job.fields = { ...job.fields, completions: (job.fields.completions ?? 0) - completions };
  job.status.startTime = job.told.startTime = startTime === undefined ? undefined : startTime - time;
  cluster.recorder.jobSkipped(job);
}

/**
 * All pods of a Job whose waves were skipped, in order. By now all have ended; those that were made since then stand where they
 * would, and those before them are the earliest, and then again and again those of the wave that was repeated, each time later.
 */
function allPods(lived: readonly Pod[], { from, to, count }: Repetition): readonly Pod[] {
  const [wave, time] = [to.pods - from.pods, to.at - from.at];
  const skipped = count * wave;
  const early = Array.from({ length: from.pods + skipped }, (_, place) => {
    const turn = Math.max(0, Math.floor((place - from.pods) / wave));
    const pod = lived[place - turn * wave];
    return pod ? [copyOf(pod, place - skipped, (turn - count) * time)] : [];
  });
  return [...early.flat(), ...lived.slice(from.pods)];
}

/** A pod that has ended, as another one that ended so much later. */
function copyOf(pod: Pod, ordinal: number, later: Instant): Pod {
  const at = (instant: Instant | undefined) => (instant === undefined ? undefined : instant + later);
  const exit = (one: ContainerExit) => ({ ...one, startedAt: at(one.startedAt), finishedAt: at(one.finishedAt) });
  const container = (one: Container): Container => ({ ...one, ...exit(one), lastExit: one.lastExit && exit(one.lastExit) });
  return {
    ...pod,
    ordinal,
    index: pod.index < 0 ? pod.index : pod.index + ordinal - pod.ordinal,
    created: pod.created + later,
    readyChanged: at(pod.readyChanged),
    initContainers: pod.initContainers.map(container),
    containers: pod.containers.map(container),
  };
}
