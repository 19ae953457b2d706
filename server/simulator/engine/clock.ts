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

export function secondsOf(instant: Instant): Seconds {
  return instant / microsecondsPerSecond;
}

/** As rows show it: seconds, rounded to a tenth. */
export function shownSeconds(instant: Instant): Seconds {
  return Math.round(instant / 100_000) / 10;
}

/** What is due at one point in time, in the order in which it was scheduled: pods that are created together live in step. */
interface Moment {
  readonly at: Instant;
  readonly due: (() => void)[];
  done: number;
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

const fewMoments = 32;

export function createClock(start: Instant = 0): Clock {
  const heap: Moment[] = [];
  const moments = new Map<Instant, Moment>();
  let now = start;
  let latest: Moment | undefined;

  function momentOf(at: Instant): Moment {
    if (latest?.at === at) return latest;
    latest = moments.get(at);
    if (latest) return latest;
    latest = { at, due: [], done: 0 };
    moments.set(at, latest);
    push(heap, latest);
    return latest;
  }
  return {
    get now() {
      return now;
    },
    schedule(at, run) {
      momentOf(Math.max(at, now)).due.push(run);
    },
    step(until) {
      const moment = heap[0];
      if (!moment || moment.at > until) return false;
      now = moment.at;
      const run = moment.due[moment.done++];
      if (moment.done === moment.due.length) {
        pop(heap);
        moments.delete(moment.at);
        if (latest === moment) latest = undefined;
      }
      run?.();
      return true;
    },
    get idle() {
      return heap.length === 0;
    },
    quiet(from, to) {
      return heap.length <= fewMoments && heap.every(({ at }) => at <= from || at > to);
    },
  };
}

function push(heap: Moment[], moment: Moment): void {
  let place = heap.length;
  heap.push(moment);
  while (place > 0) {
    const parentPlace = (place - 1) >> 1;
    const parent = heap[parentPlace];
    if (!parent || parent.at < moment.at) break;
    heap[place] = parent;
    place = parentPlace;
  }
  heap[place] = moment;
}

function pop(heap: Moment[]): void {
  const last = heap.pop();
  if (!last || heap.length === 0) return;
  let place = 0;
  for (;;) {
    const left = heap[2 * place + 1];
    if (!left) break;
    const right = heap[2 * place + 2];
    const [child, childPlace] = right && right.at < left.at ? [right, 2 * place + 2] : [left, 2 * place + 1];
    if (child.at > last.at) break;
    heap[place] = child;
    place = childPlace;
  }
  heap[place] = last;
}
