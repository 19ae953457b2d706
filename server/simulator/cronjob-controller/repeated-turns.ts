import type { Job } from '../../kubernetes/generated/types.ts';
import type { Instant } from '../clock.ts';
import { type Cluster, isPast, type PastObject } from '../cluster.ts';
import { podName } from '../job-controller/new-pod.ts';
import { movedPod, movedStatus } from '../job-rehearsal.ts';
import { type CronJobObject, type JobObject, noPods, withPod } from '../objects.ts';
import { scheduledJobName } from './scheduled-job.ts';
import { laterTurns, type Turn } from './turn.ts';

interface Surroundings {
  readonly cluster: Cluster;
  readonly cronJob: CronJobObject;
  readonly seed: number;
  /** Makes the stored Job when it is asked for. */
  maker(name: string, time: number, ordinal: number): () => Job;
}

/**
 * Writes what `count` turns after `turn` write, and leaves the cluster as it is after them; they are more than there are
 * Jobs in the history. False, and nothing done, where the turn did not end what it took from the history.
 */
export function copyTurns(turn: Turn, count: number, surroundings: Surroundings): boolean {
  const { recorder, totals, eventDeeds } = surroundings.cluster;
  const { cronJob, cluster } = surroundings;
  const kept = [...cronJob.jobs];
  if (!addPastObjects(turn, count, kept.length, surroundings)) return false;
  const shift = count * turn.length;
  const lastChange = recorder.lastChange + shift;
  const turns = laterTurns(cluster, turn, kept.length);
  recorder.jobs.pushLater(count, turns.jobs);
  recorder.pods.pushLater(count, turns.pods);
  recorder.cronjobs.pushLater(count, turns.cronjobs);
  recorder.trace.pushLater(count, turns.trace);
  // What becomes of an event depends on those before it: each is sent anew.
  for (let later = 1; later <= count; later++) for (const deed of turns.deeds(later)) eventDeeds.do(deed);
  recorder.extendTo(lastChange);
  totals.podsFailed += count * (turn.to.podsFailed - turn.from.podsFailed);
  totals.restarts += count * (turn.to.restarts - turn.from.restarts);
  cronJob.jobs.clear();
  for (const job of kept) cronJob.jobs.add(moveJob(job, turn, count, surroundings));
  if (cronJob.lastScheduleTime !== undefined) cronJob.lastScheduleTime += shift;
  if (cronJob.lastSuccessfulTime !== undefined) cronJob.lastSuccessfulTime += shift;
  return true;
}

/** The Jobs and pods of those turns, and those in the history until now, as if all were gone; what went in the turn tells how. */
function addPastObjects({ from, to, length, time }: Turn, count: number, kept: number, { cluster, cronJob, seed }: Surroundings): boolean {
  const { jobs, pods, recorder } = cluster;
  const podsEach = to.pods - from.pods;
  const firstJob = to.jobs - kept - 1;
  const firstPod = to.pods - (kept + 1) * podsEach;
  const pastJob = jobs[firstJob];
  const pastPods = pods.slice(firstPod, firstPod + podsEach).flatMap((pod) => (isPast(pod) ? [pod] : []));
  if (firstPod < 0 || !pastJob || !isPast(pastJob) || pastPods.length < podsEach) return false;
  const indexes = new Map(recorder.pods.slice(from.podRows, to.podRows).map(({ pod, index }) => [pod - from.pods, Number(index ?? -1)]));
  for (let later = 1; later <= count + kept; later++) {
    const shift = later * length;
    const ordinal = firstJob + later;
    const name = scheduledJobName(cronJob.name, time + ((ordinal - from.jobs) * length) / 1000);
    jobs[ordinal] = moved(pastJob, name, shift);
    for (const [place, pod] of pastPods.entries()) {
      const podOrdinal = firstPod + later * podsEach + place;
      pods[podOrdinal] = moved(pod, podName(name, indexes.get(place) ?? -1, podOrdinal, seed), shift);
    }
  }
  return true;
}

function moved({ created, deleted, node }: PastObject, name: string, shift: Instant): PastObject {
  return { past: true, name, created: created + shift, deleted: deleted + shift, node };
}

/** A finished Job of the history becomes the one that stands in its place so many turns later. */
function moveJob(job: JobObject, { from, to, length, time }: Turn, count: number, { cluster, maker }: Surroundings): JobObject {
  const shift = count * length;
  const ordinal = job.ordinal + count;
  const name = cluster.jobs[ordinal]?.name ?? '';
  const stored = maker(name, time + ((ordinal - from.jobs) * length) / 1000, ordinal);
  const later = { ...job, ordinal, name, stored, created: job.created + shift, status: movedStatus(job.status, shift), pods: noPods };
  cluster.jobs[ordinal] = later;
  for (const pod of job.pods) {
    const podOrdinal = pod.ordinal + count * (to.pods - from.pods);
    const movedOne = movedPod(pod, later, podOrdinal, cluster.pods[podOrdinal]?.name ?? '', shift);
    cluster.pods[podOrdinal] = movedOne;
    later.pods = withPod(later.pods, movedOne);
  }
  return later;
}
