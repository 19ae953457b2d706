import type { Seconds } from './time.ts';

/**
 * A point on the virtual clock: whole microseconds since the create request. Whole numbers, so that sums are exact and
 * equal input gives equal output.
 */
export type Instant = number;

export const microsecondsPerSecond = 1_000_000;

/**
 * How long the API server takes to answer a write, and a watcher to hear of it. Too short to show, but in proportion as
 * in a real cluster: of two things that are due at the same second, the one with the longer chain of causes comes later.
 */
export const writeTime = 5;
export const watchTime = 2;
/**
 * How far the wall clock is past its whole second when a run begins. Statuses hold whole seconds, so what is reckoned
 * from them (deadlines, waits) is due a little before what happens that many seconds after something else.
 */
export const pastSecond = 50;

/** Rounds to the microsecond, so that 0.1 + 0.2 is 0.3. */
export function instantOf(seconds: Seconds): Instant {
  return Math.round(seconds * microsecondsPerSecond);
}

/** As rows show it: seconds, rounded to a tenth. */
export function shownSeconds(instant: Instant): Seconds {
  return Math.round(instant / 100_000) / 10;
}

interface Entry {
  readonly at: Instant;
  readonly order: number;
  readonly run: () => void;
}

/** A virtual clock: runs what was scheduled in order of time, and of scheduling where times are equal. */
export interface Clock {
  readonly now: Instant;
  /** Times in the past run at once, that is after everything that is due now. */
  schedule(at: Instant, run: () => void): void;
  /** Runs the next entry that is due at `until` or earlier; false when there is none. */
  step(until: Instant): boolean;
  /** Whether nothing is scheduled any more. */
  readonly idle: boolean;
  /** Whether surely nothing is scheduled after `from` and up to `to`; it does not look long. */
  quiet(from: Instant, to: Instant): boolean;
}

const fewEntries = 32;

export function createClock(start: Instant = 0): Clock {
  const heap: Entry[] = [];
  let now = start;
  let scheduled = 0;
  return {
    get now() {
      return now;
    },
    schedule(at, run) {
      push(heap, { at: Math.max(at, now), order: scheduled++, run });
    },
    step(until) {
      const first = heap[0];
      if (!first || first.at > until) return false;
      pop(heap);
      now = first.at;
      first.run();
      return true;
    },
    get idle() {
      return heap.length === 0;
    },
    quiet(from, to) {
      return heap.length <= fewEntries && heap.every(({ at }) => at <= from || at > to);
    },
  };
}

function before(a: Entry, b: Entry): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}

function push(heap: Entry[], entry: Entry): void {
  let place = heap.length;
  heap.push(entry);
  while (place > 0) {
    const parentPlace = (place - 1) >> 1;
    const parent = heap[parentPlace];
    if (!parent || !before(entry, parent)) break;
    heap[place] = parent;
    place = parentPlace;
  }
  heap[place] = entry;
}

function pop(heap: Entry[]): void {
  const last = heap.pop();
  if (!last || heap.length === 0) return;
  let place = 0;
  for (;;) {
    const left = heap[2 * place + 1];
    if (!left) break;
    const right = heap[2 * place + 2];
    const [child, childPlace] = right && before(right, left) ? [right, 2 * place + 2] : [left, 2 * place + 1];
    if (!before(child, last)) break;
    heap[place] = child;
    place = childPlace;
  }
  heap[place] = last;
}
