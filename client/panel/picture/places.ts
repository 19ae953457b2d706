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
  const jobs = new Map<number, number[]>();
  for (let pod = 0; pod < lives.count; pod++) push(jobs, lives.job[pod] ?? 0, pod);
  return [...jobs].sort(([a], [b]) => a - b).flatMap(([job, pods]) => ofJob(job, pods, lives));
}

function ofJob(job: number, pods: readonly number[], lives: PodLives): readonly Place[] {
  const isIndexed = (lives.index[pods[0] ?? 0] ?? -1) >= 0;
  return isIndexed ? byIndex(job, pods, lives) : byTurn(job, pods, lives);
}

function byIndex(job: number, pods: readonly number[], { index }: PodLives): readonly Place[] {
  const attempts = new Map<number, number[]>();
  for (const pod of pods) push(attempts, index[pod] ?? 0, pod);
  return [...attempts].sort(([a], [b]) => a - b).map(([of, those]) => ({ job, index: of, pods: those }));
}

function byTurn(job: number, pods: readonly number[], { created, ended, failed }: PodLives): readonly Place[] {
  const places: number[][] = [];
  const [taken, afterFailure, free] = [createHeap(), createHeap(), createHeap()];
  for (const pod of pods) {
    const now = created[pod] ?? 0;
    while ((taken.lowest ?? Infinity) <= now) {
      const place = taken.pop() ?? 0;
      const last = places[place]?.at(-1) ?? 0;
      (failed[last] === 1 ? afterFailure : free).push(place, place);
    }
    const place = afterFailure.pop() ?? free.pop() ?? places.length;
    const line = places[place] ?? [];
    line.push(pod);
    places[place] = line;
    taken.push(place, ended[pod] ?? Infinity);
  }
  return places.map((those) => ({ job, index: undefined, pods: those }));
}

function push(lists: Map<number, number[]>, key: number, value: number): void {
  const present = lists.get(key);
  if (present) present.push(value);
  else lists.set(key, [value]);
}
