import type { Job } from '../../kubernetes/generated/types.ts';
import { type Cluster, isPast, type PastObject } from '../api-server/cluster.ts';
import { combinedMessage, keptFor } from '../api-server/event-correlation.ts';
import { type Instant, shownSeconds } from '../engine/clock.ts';
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

const [dropped, alone, combined] = [0, 1, 2];

/** What becomes of an event depends on those before it, so each is sent anew; its row is made when somebody reads it. */
function copyEvents({ length, deeds }: Turn, count: number, { eachDeed }: LaterTurns, { recorder, events, eventDeeds }: Cluster): void {
  const outcomes = new Uint8Array(count * deeds.length);
  const ofJobs = deeds.some((deed) => deed.does === 'send' && deed.notice.kind === 'Job');
  /** What turns up to this one store is gone when the last is over, and so is what would be forgotten of their Jobs. */
  const settled = ofJobs ? 0 : count - Math.ceil(keptFor / length) - 1;
  for (let later = 1; later <= count; later++) {
    for (const [place, deed] of deeds.entries()) {
      if (deed.does === 'send') {
        const again = eachDeed[place]?.(later);
        if (again?.does !== 'send') continue;
        const record = events.send(again.notice, again.at);
        if (record) outcomes[(later - 1) * deeds.length + place] = record.message === again.notice.message ? alone : combined;
      } else if (deed.does !== 'add-row' && later > settled) {
        const again = eachDeed[place]?.(later);
        if (again) eventDeeds.do(again);
      }
    }
  }
  recorder.events.pushLater(count, (later) =>
    deeds.flatMap(({ does }, place) => {
      if (does !== 'send' && does !== 'add-row') return [];
      const outcome = outcomes[(later - 1) * deeds.length + place];
      if (does === 'send' && outcome === dropped) return [];
      const deed = eachDeed[place]?.(later);
      if (deed?.does === 'add-row') return [deed.row];
      if (deed?.does !== 'send') return [];
      const {
        notice: { kind, type, reason, message },
        at,
      } = deed;
      return [{ t: shownSeconds(at), kind, type, reason, message: outcome === combined ? combinedMessage(message) : message }];
    }),
  );
}

/** The Jobs and pods of those turns, and those in the history until now, as if all were gone; what went in the turn tells how. */
function addPastObjects({ from, to, length, time }: Turn, count: number, kept: number, { cluster, cronJob, seed }: Surroundings): boolean {
  const { jobs, pods, recorder } = cluster;
  const podsEach = to.pods - from.pods;
  const firstJob = to.jobs - kept - 1;
  const firstPod = to.pods - (kept + 1) * podsEach;
  const pastJob = jobs.at(firstJob);
  const pastPods = Array.from({ length: podsEach }, (_, place) => pods.at(firstPod + place)).filter(
    (pod) => pod !== undefined && isPast(pod),
  );
  if (firstPod < 0 || !pastJob || !isPast(pastJob) || pastPods.length < podsEach) return false;
  const indexes = new Map(recorder.pods.slice(from.podRows, to.podRows).map(({ pod, index }) => [pod - from.pods, Number(index ?? -1)]));
  const jobName = (ordinal: number) => scheduledJobName(cronJob.name, time + ((ordinal - from.jobs) * length) / 1000);
  jobs.extend(firstJob + 1, count + kept, (ordinal) => moved(pastJob, jobName(ordinal), (ordinal - firstJob) * length));
  pods.extend(firstPod + podsEach, (count + kept) * podsEach, (ordinal) => {
    const [later, place] = [Math.floor((ordinal - firstPod) / podsEach), (ordinal - firstPod) % podsEach];
    const pod = pastPods[place] ?? pastJob;
    return moved(pod, podName(jobName(firstJob + later), indexes.get(place) ?? -1, ordinal, seed), later * length);
  });
  return true;
}

function moved({ created, deleted, node }: PastObject, name: string, shift: Instant): PastObject {
  return { past: true, name, created: created + shift, deleted: deleted + shift, node };
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
  const later = { ...job, ordinal, name, stored, created: job.created + shift, status: movedStatus(job.status, shift), pods: noPods };
  cluster.jobs.set(ordinal, later);
  for (const pod of job.pods) {
    const podOrdinal = pod.ordinal + count * (to.pods - from.pods);
    const movedOne = movedPod(pod, later, podOrdinal, podName(name, pod.index, podOrdinal, seed), shift);
    cluster.pods.set(podOrdinal, movedOne);
    later.pods = withPod(later.pods, movedOne);
  }
  return later;
}
