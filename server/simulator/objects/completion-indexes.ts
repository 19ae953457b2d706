import { type IndexInterval, parseIndexes } from '../../kubernetes/values/indexes.ts';

/**
 * A set of completion indexes as runs of neighbours, in order: how a Job's status keeps them
 * (pkg/controller/job/indexed_job_utils.go). Cheap however many indexes there are.
 */
export type CompletionIndexes = readonly IndexInterval[];

export const noIndexes: CompletionIndexes = [];

/** As `status.completedIndexes` writes them: `0,2-5,7,8`. Two neighbours are joined by a comma. */
export function formatIndexes(indexes: CompletionIndexes): string {
  return indexes.map(({ first, last }) => (first === last ? `${first}` : `${first}${last === first + 1 ? ',' : '-'}${last}`)).join(',');
}

/** The indexes that `successPolicy.rules[].succeededIndexes` lists; none where the API server would refuse the list. */
export function listedIndexes(text: string): CompletionIndexes {
  const list = parseIndexes(text, undefined);
  return list.problem ? noIndexes : union(list.intervals, noIndexes);
}

export function countIndexes(indexes: CompletionIndexes): number {
  return indexes.reduce((count, { first, last }) => count + last - first + 1, 0);
}

export function hasIndex(indexes: CompletionIndexes, index: number): boolean {
  let low = 0;
  let high = indexes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((indexes[middle]?.last ?? 0) < index) low = middle + 1;
    else high = middle;
  }
  const found = indexes[low];
  return found !== undefined && found.first <= index;
}

/** `more` in any order, repeats allowed. */
export function withIndexes(indexes: CompletionIndexes, more: Iterable<number>): CompletionIndexes {
  const sorted = [...more].sort((a, b) => a - b);
  if (sorted.length === 0) return indexes;
  return union(
    indexes,
    sorted.map((index) => ({ first: index, last: index })),
  );
}

export function union(a: CompletionIndexes, b: CompletionIndexes): CompletionIndexes {
  const result: { first: number; last: number }[] = [];
  let fromA = 0;
  let fromB = 0;
  for (;;) {
    const nextA = a[fromA];
    const nextB = b[fromB];
    const next = nextA && (!nextB || nextA.first < nextB.first) ? nextA : nextB;
    if (!next) return result;
    if (next === nextA) fromA++;
    else fromB++;
    const last = result.at(-1);
    if (!last || next.first > last.last + 1) result.push({ ...next });
    else last.last = Math.max(last.last, next.last);
  }
}

/** Those that are in one of the two only. */
export function differentIndexes(a: CompletionIndexes, b: CompletionIndexes): CompletionIndexes {
  if (a === b) return noIndexes;
  const shorter = Math.min(a.length, b.length);
  let [before, after] = [0, 0];
  while (before < shorter && isSame(a[before], b[before])) before++;
  while (after < shorter - before && isSame(a[a.length - 1 - after], b[b.length - 1 - after])) after++;
  return oddIndexes([...a.slice(before, a.length - after), ...b.slice(before, b.length - after)]);
}

function isSame(a: IndexInterval | undefined, b: IndexInterval | undefined): boolean {
  return a?.first === b?.first && a?.last === b?.last;
}

/** Those that are in an odd number of the intervals, which may stand in any order. */
export function oddIndexes(intervals: readonly IndexInterval[]): CompletionIndexes {
  const edges = intervals.flatMap(({ first, last }) => [first, last + 1]).sort((a, b) => a - b);
  // An edge of two intervals is none; every other one that is left begins an interval.
  const left: number[] = [];
  for (const edge of edges) {
    if (left.at(-1) === edge) left.pop();
    else left.push(edge);
  }
  return Array.from({ length: left.length / 2 }, (_, at) => ({ first: left[2 * at] ?? 0, last: (left[2 * at + 1] ?? 0) - 1 }));
}

/** Those below `completions`: an Indexed Job that shrinks forgets the rest. */
export function below(indexes: CompletionIndexes, completions: number): CompletionIndexes {
  if ((indexes.at(-1)?.last ?? -1) < completions) return indexes;
  return indexes.filter(({ first }) => first < completions).map(({ first, last }) => ({ first, last: Math.min(last, completions - 1) }));
}

/** How many of `wanted` are among `indexes`. */
export function countShared(indexes: CompletionIndexes, wanted: CompletionIndexes): number {
  let count = 0;
  let at = 0;
  for (const { first, last } of wanted) {
    for (; at < indexes.length; at++) {
      const interval = indexes[at];
      if (!interval || interval.first > last) break;
      count += Math.max(0, Math.min(last, interval.last) - Math.max(first, interval.first) + 1);
      if (interval.last > last) break;
    }
  }
  return count;
}

/** The lowest `count` indexes below `completions` that are not among `taken`. */
export function firstFreeIndexes(taken: CompletionIndexes, count: number, completions: number): number[] {
  const free: number[] = [];
  let candidate = 0;
  for (const { first, last } of taken) {
    for (; candidate < first && candidate < completions && free.length < count; candidate++) free.push(candidate);
    candidate = Math.max(candidate, last + 1);
  }
  for (; candidate < completions && free.length < count; candidate++) free.push(candidate);
  return free;
}
