import type { Clock, Instant } from './clock.ts';

/**
 * The queue of one key of a controller, after client-go's delaying queue (util/workqueue/delaying_queue.go): a key waits
 * for one time only, the earliest it was given; what is added without delay runs besides.
 */
export interface WorkQueue {
  add(): void;
  addAfter(delay: Instant): void;
  /** Nothing of this key runs any more. */
  close(): void;
}

/** `delivery` is how long it takes to hear of what makes the key be added at once. */
export function createWorkQueue(clock: Clock, delivery: Instant, process: () => void): WorkQueue {
  let waitingUntil: Instant | undefined;
  let ready = false;
  let open = true;

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
  return {
    add,
    addAfter(delay) {
      const due = clock.now + Math.max(delay, 0);
      if (waitingUntil !== undefined && waitingUntil <= due) return;
      waitingUntil = due;
      clock.schedule(due, () => {
        if (waitingUntil !== due) return;
        waitingUntil = undefined;
        ready = true;
        run();
      });
    },
    close() {
      open = false;
    },
  };
}
