import { nothingSkipped, plus, type Skipped } from './skipped.ts';
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

/** In milliseconds since 1970; `epoch` is the wall clock at t = 0. */
export function wallTime(epoch: number, instant: Instant): number {
  return epoch + (instant + pastSecond) / 1000;
}

/** A time as a status holds it: cut to the whole second of the wall clock, which `epoch` is at t = 0. */
export function wholeSecond(epoch: number, instant: Instant): Instant {
  const offset = Math.round(epoch * 1000) + pastSecond;
  return Math.floor((instant + offset) / microsecondsPerSecond) * microsecondsPerSecond - offset;
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

/**
 * A virtual clock: runs what was scheduled in order of time, and of scheduling where times are equal.
 *
 * What is skipped is not lived: `now` goes on as if nothing had been, and so does all that is reckoned from it, and the
 * numbers of Jobs and pods. Whoever tells others of a time or a number adds what is skipped.
 */
export interface Clock {
  readonly now: Instant;
  readonly skipped: Skipped;
  /** Times in the past run at once, that is after everything that is due now. */
  schedule(at: Instant, run: () => void): void;
  /** For a time since the create request, whatever is skipped until then; it goes before all else that is due at that time. */
  appoint(at: Instant, run: () => void): void;
  /** The appointments before and after now, since the create request; infinite where there is none. */
  readonly appointments: { readonly last: Instant; readonly next: Instant };
  /** No appointment may fall into the time that is skipped. */
  skip(more: Skipped): void;
  /** Runs the next entry that is due at `until` or earlier, since the create request; false when there is none. */
  step(until: Instant): boolean;
  /** Whether nothing is scheduled any more. */
  readonly idle: boolean;
}

interface Appointment {
  readonly at: Instant;
  readonly run: () => void;
}

export function createClock(): Clock {
  const heap: Moment[] = [];
  const moments = new Map<Instant, Moment>();
  const appointments: Appointment[] = [];
  let last = -Infinity;
  let now = 0;
  let skipped = nothingSkipped;
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
  function runNext(moment: Moment): void {
    now = moment.at;
    const run = moment.due[moment.done++];
    if (moment.done === moment.due.length) {
      pop(heap);
      moments.delete(moment.at);
      if (latest === moment) latest = undefined;
    }
    run?.();
  }
  function keep({ at, run }: Appointment): void {
    appointments.shift();
    last = at;
    now = at - skipped.time;
    run();
  }
  return {
    get now() {
      return now;
    },
    get skipped() {
      return skipped;
    },
    get appointments() {
      return { last, next: appointments[0]?.at ?? Infinity };
    },
    schedule(at, run) {
      momentOf(Math.max(at, now)).due.push(run);
    },
    appoint(at, run) {
      const place = appointments.findIndex((other) => other.at > at);
      appointments.splice(place < 0 ? appointments.length : place, 0, { at, run });
    },
    skip(more) {
      skipped = plus(skipped, more);
    },
    step(until) {
      const [moment] = heap;
      const [appointment] = appointments;
      const due = moment ? moment.at + skipped.time : Infinity;
      if (appointment && appointment.at <= due) {
        if (appointment.at > until) return false;
        keep(appointment);
        return true;
      }
      if (!moment || due > until) return false;
      runNext(moment);
      return true;
    },
    get idle() {
      return heap.length === 0 && appointments.length === 0;
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
