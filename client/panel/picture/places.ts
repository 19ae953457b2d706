import { createHeap } from './heap.ts';
import type { PodLives } from './pod-lives.ts';

/** Pods one after the other on one line: the attempts of a completion index, or whoever has the same place among those that run. */
export interface Place {
  /** Of a CronJob: the ordinal of its Job; otherwise 0. */
  readonly job: number;
  /** The completion index; undefined where the pods have none. */
  readonly index: number | undefined;
  /** By ordinal, in the order of their creation. */
  readonly pods: readonly number[];
}

/**
 * The lines of all pods: by Job, then by index, or by the place in the wave. A pod without an index takes the place of one that
 * has ended: of one that failed, if there is such a place, as it is there in its stead, otherwise the first.
 */
export function placesOf(lives: PodLives): readonly Place[] {
  const [jobs, endings] = [byJob(lives.created.keys(), lives), byJob(lives.endings, lives)];
  const isIndexed = (pods: readonly number[]) => (lives.index[pods[0] ?? 0] ?? -1) >= 0;
  return [...jobs]
    .sort(([a], [b]) => a - b)
    .flatMap(([job, pods]) => (isIndexed(pods) ? byIndex(job, pods, lives) : byTurn(job, pods, endings.get(job) ?? [], lives)));
}

function byJob(pods: Iterable<number>, { job }: PodLives): Map<number, number[]> {
  const jobs = new Map<number, number[]>();
  for (const pod of pods) push(jobs, job[pod] ?? 0, pod);
  return jobs;
}

function byIndex(job: number, pods: readonly number[], { index }: PodLives): readonly Place[] {
  const attempts = new Map<number, number[]>();
  for (const pod of pods) push(attempts, index[pod] ?? 0, pod);
  return [...attempts].sort(([a], [b]) => a - b).map(([of, those]) => ({ job, index: of, pods: those }));
}

function byTurn(job: number, pods: readonly number[], endings: readonly number[], { created, ended, failed }: PodLives): readonly Place[] {
  const places: number[][] = [];
  const [afterFailure, free] = [createHeap(), createHeap()];
  const first = pods[0] ?? 0;
  const placeOf = new Int32Array((pods.at(-1) ?? 0) + 1 - first).fill(-1);
  let over = 0;
  for (const pod of pods) {
    for (; hasEnded(endings[over], created[pod] ?? 0); over++) release(endings[over] ?? 0);
    const place = afterFailure.pop() ?? free.pop() ?? places.length;
    placeOf[pod - first] = place;
    const line = places[place];
    if (line) line.push(pod);
    else places.push([pod]);
  }
  return places.map((those) => ({ job, index: undefined, pods: those }));

  function hasEnded(pod: number | undefined, now: number): boolean {
    return pod !== undefined && (placeOf[pod - first] ?? -1) >= 0 && (ended[pod] ?? Infinity) <= now;
  }
  function release(pod: number): void {
    (failed[pod] === 1 ? afterFailure : free).push(placeOf[pod - first] ?? 0);
  }
}

function push(lists: Map<number, number[]>, key: number, value: number): void {
  const present = lists.get(key);
  if (present) present.push(value);
  else lists.set(key, [value]);
}
