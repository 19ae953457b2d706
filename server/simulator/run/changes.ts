import type { Instant } from '../engine/clock.ts';
import { type Differences, sums, type Times } from './columns.ts';

/** Changes of objects in order of time, found by time and by object. A change is meant by its place among all of them. */
export interface Changes {
  readonly count: number;
  /** When each happened, and to which object. */
  readonly at: Float64Array;
  readonly of: Float64Array;
  /** How many happened up to then. */
  until(instant: Instant): number;
  /** The first change of an object. */
  first(object: number): number | undefined;
  /** The last change of an object up to then. */
  last(object: number, instant: Instant): number | undefined;
  /** The changes of an object up to then, in order. */
  each(object: number, instant: Instant): Iterable<number>;
}

export function readChanges(times: Times, objects: Differences): Changes {
  const [at, of] = [sums(times), sums(objects)];
  const count = at.length;
  const objectCount = of.reduce((most, object) => Math.max(most, object + 1), 0);
  /** The places of each object's changes stand together, from `starts[object]` on. */
  const starts = new Int32Array(objectCount + 2);
  for (const object of of) bump(starts, object + 2);
  for (let object = 1; object < starts.length; object++) starts[object] = (starts[object] ?? 0) + (starts[object - 1] ?? 0);
  const places = new Int32Array(count);
  for (let place = 0; place < count; place++) places[bump(starts, (of[place] ?? 0) + 1)] = place;

  const startOf = (object: number) => starts[object] ?? 0;
  /** Among the object's changes, where those after the instant begin. */
  const endOf = (object: number, instant: Instant) =>
    firstBeyond(startOf(object), startOf(object + 1), (place) => (at[places[place] ?? 0] ?? 0) > instant);
  return {
    count,
    at,
    of,
    until: (instant) => firstBeyond(0, count, (place) => (at[place] ?? 0) > instant),
    first: (object) => (startOf(object) < startOf(object + 1) ? places[startOf(object)] : undefined),
    last(object, instant) {
      const end = endOf(object, instant);
      return end > startOf(object) ? places[end - 1] : undefined;
    },
    each: (object, instant) => places.subarray(startOf(object), endOf(object, instant)),
  };
}

/** The number at the place before it becomes one more. */
function bump(numbers: Int32Array, place: number): number {
  const before = numbers[place] ?? 0;
  numbers[place] = before + 1;
  return before;
}

/** The first place from `from` on, and before `to`, that is beyond; `to` where none is. Those after it are beyond as well. */
function firstBeyond(from: number, to: number, isBeyond: (place: number) => boolean): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBeyond(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
