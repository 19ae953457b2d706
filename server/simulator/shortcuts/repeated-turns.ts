import type { Job } from '../../kubernetes/generated/types.ts';
import { type Cluster, isPast } from '../api-server/cluster.ts';
import { eventEntry } from '../api-server/event-correlation.ts';
import { podName } from '../job-controller/new-pod.ts';
import { type CronJobObject, type JobObject, noPods, withPod } from '../objects/objects.ts';
import { scheduledJobName } from '../schedules/scheduled-job.ts';
import { movedPod, movedStatus } from './job-rehearsal.ts';
import { type LaterTurns, laterTurns, type Turn } from './turn.ts';

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
  const { recorder, totals } = surroundings.cluster;
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
  cronJob.jobs.clear();
  for (const job of kept) cronJob.jobs.add(moveJob(job, turn, count, surroundings));
  copyEvents(turn, count, turns, cluster);
  recorder.extendTo(lastChange);
  totals.podsFailed += count * (turn.to.podsFailed - turn.from.podsFailed);
  totals.restarts += count * (turn.to.restarts - turn.from.restarts);
  if (cronJob.lastScheduleTime !== undefined) cronJob.lastScheduleTime += shift;
  if (cronJob.lastSuccessfulTime !== undefined) cronJob.lastSuccessfulTime += shift;
  return true;
}

/** What becomes of an event depends on those before it, so each is sent anew; what is stored is made when somebody reads it. */
function copyEvents({ deeds }: Turn, count: number, { eachDeed }: LaterTurns, { recorder, events, eventDeeds }: Cluster): void {
  const sent = deeds.filter(({ does }) => does === 'send').length;
  const done = eachDeed.filter((_, place) => deeds[place]?.does !== 'add');
  /** Of each event that is sent: how many there were, 0 where it was dropped, negative where it was combined; and when the first came. */
  const counts = new Int32Array(count * sent);
  const firsts = new Float64Array(count * sent);
  for (let later = 1, place = 0; later <= count; later++) {
    for (const again of done) {
      const deed = again(later);
      if (deed.does === 'forget') eventDeeds.do(deed);
      if (deed.does !== 'send') continue;
      const entry = events.send(deed.notice, deed.at);
      if (entry) counts[place] = entry.combined ? -entry.count : entry.count;
      firsts[place++] = entry?.first ?? 0;
    }
  }
  recorder.events.pushLater(count, (later) => {
    let place = (later - 1) * sent;
    return eachDeed.flatMap((again) => {
      const deed = again(later);
      if (deed.does === 'add') return [deed.entry];
      if (deed.does === 'forget') return [];
      const counted = counts[place] ?? 0;
      const first = firsts[place++] ?? 0;
      return counted === 0 ? [] : [eventEntry(deed.notice, deed.at, { combined: counted < 0, count: Math.abs(counted), first })];
    });
  });
}

/** The Jobs and pods of those turns, and those in the history until now, as if all were gone; what went in the turn tells how. */
function addPastObjects({ from, to, length, time }: Turn, count: number, kept: number, { cluster, cronJob, seed }: Surroundings): boolean {
  const { jobs, pods } = cluster;
  const podsEach = to.pods - from.pods;
  const firstJob = to.jobs - kept - 1;
  const firstPod = to.pods - (kept + 1) * podsEach;
  const pastJob = jobs.at(firstJob);
  const pastPods = Array.from({ length: podsEach }, (_, place) => pods.at(firstPod + place)).flatMap((pod) =>
    pod && isPast(pod) ? [pod] : [],
  );
  if (firstPod < 0 || !pastJob || !isPast(pastJob) || pastPods.length < podsEach) return false;
  const due = (ordinal: number) => time + ((ordinal - from.jobs) * length) / 1000;
  const jobName = (ordinal: number) => scheduledJobName(cronJob.name, due(ordinal));
  const of = cronJob.stored;
  jobs.extend(firstJob + 1, count + kept, (ordinal) => ({ past: true, name: jobName(ordinal), origin: { of, time: due(ordinal) } }));
  pods.extend(firstPod + podsEach, (count + kept) * podsEach, (ordinal) => {
    const [later, place] = [Math.floor((ordinal - firstPod) / podsEach), (ordinal - firstPod) % podsEach];
    const { index = -1, node } = pastPods[place] ?? {};
    const job = firstJob + later;
    return { past: true, name: podName(jobName(job), index, ordinal, seed), job, index, node };
  });
  return true;
}

/** A finished Job of the history becomes the one that stands in its place so many turns later. */
function moveJob(
  job: JobObject,
  { from, to, length, time }: Turn,
  count: number,
  { cluster, cronJob, seed, maker }: Surroundings,
): JobObject {
  const shift = count * length;
  const ordinal = job.ordinal + count;
  const due = time + ((ordinal - from.jobs) * length) / 1000;
  const name = scheduledJobName(cronJob.name, due);
  const stored = maker(name, due, ordinal);
  const origin = { of: cronJob.stored, time: due };
  const status = movedStatus(job.status, shift);
  const later = { ...job, ordinal, name, stored, origin, created: job.created + shift, status, told: status, pods: noPods };
  cluster.jobs.set(ordinal, later);
  for (const pod of job.pods) {
    const podOrdinal = pod.ordinal + count * (to.pods - from.pods);
    const movedOne = movedPod(pod, later, podOrdinal, podName(name, pod.index, podOrdinal, seed), shift);
    cluster.pods.set(podOrdinal, movedOne);
    later.pods = withPod(later.pods, movedOne);
  }
  return later;
}
