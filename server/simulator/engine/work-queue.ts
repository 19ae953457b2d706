import { type Clock, type Instant, instantOf } from './clock.ts';

/**
 * The queue of one key of a controller, after client-go's delaying queue (util/workqueue/delaying_queue.go): a key waits
 * for one time only, the earliest it was given; what is added without delay runs besides.
 */
export interface WorkQueue {
  /** Until when the key waits; undefined where it does not. */
  readonly waitsUntil: Instant | undefined;
  add(): void;
  addAfter(delay: Instant): void;
  /** After a failure: the first of its waits, and twice as long after each one that follows (util/workqueue/default_rate_limiters.go). */
  addRateLimited(): void;
  /** It went well: the next failure is a first one. */
  forget(): void;
  /** Nothing of this key runs any more. */
  close(): void;
}

/** How long a key waits that failed: after the first failure, and at most. */
export interface RetryWaits {
  readonly first: Instant;
  readonly longest: Instant;
}

/** Those of the Job controller (DefaultJobApiBackOff and MaxJobApiBackOff of pkg/controller/job, 1.37). */
const ofJobs: RetryWaits = { first: instantOf(1), longest: instantOf(60) };

/** `delivery` is how long it takes to hear of what makes the key be added at once. */
export function createWorkQueue(clock: Clock, delivery: Instant, process: () => void, retry: RetryWaits = ofJobs): WorkQueue {
  let waitingUntil: Instant | undefined;
  let ready = false;
  let open = true;
  let failures = 0;

  function run(): void {
    if (!open || !ready) return;
    ready = false;
    process();
  }
  function add(): void {
    if (ready) return;
    ready = true;
    clock.schedule(clock.now + delivery, run);
  }
  function addAfter(delay: Instant): void {
    const due = clock.now + Math.max(delay, 0);
    if (waitingUntil !== undefined && waitingUntil <= due) return;
    waitingUntil = due;
    clock.schedule(due, () => {
      if (waitingUntil !== due) return;
      waitingUntil = undefined;
      ready = true;
      run();
    });
  }
  return {
    get waitsUntil() {
      return waitingUntil;
    },
    add,
    addAfter,
    addRateLimited() {
      addAfter(Math.min(retry.first * 2 ** failures, retry.longest));
      failures++;
    },
    forget() {
      failures = 0;
    },
    close() {
      open = false;
    },
  };
}
