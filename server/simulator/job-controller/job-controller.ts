import type { Cluster, JobChange } from '../api-server/cluster.ts';
import { type Instant, instantOf, watchTime, writeTime } from '../engine/clock.ts';
import { createWorkQueue } from '../engine/work-queue.ts';
import type { JobObject, Pod } from '../objects/objects.ts';
import { noFailures } from './backoff.ts';
import { beginSync, deadlineOf, type JobMemory, type SyncStep } from './job-sync.ts';
import { syncJob } from './sync-job.ts';

/** The Job controller, as far as it listens: what it then does is `syncJob`. */
export interface JobController {
  podChanged(pod: Pod): void;
  jobChanged(job: JobObject, change: JobChange): void;
}

/** Changes of pods and of statuses are looked at a second later, all at once. */
const batchDelay = instantOf(1);

/** `skipAhead` is asked before each sync of a Job, with the time until which its key waits: time may be skipped then. */
export function createJobController(cluster: Cluster, skipAhead?: (waitsUntil: Instant | undefined) => void): JobController {
  const memories = new Map<JobObject, JobMemory>();
  let last: { readonly job: JobObject; readonly memory: JobMemory } | undefined;

  function memoryOf(job: JobObject): JobMemory {
    if (last?.job === job) return last.memory;
    const known = memories.get(job) ?? newMemory(job);
    last = { job, memory: known };
    return known;
  }
  function newMemory(job: JobObject): JobMemory {
    let busy = false;
    let again = false;
    const queue = createWorkQueue(cluster.clock, watchTime, () => {
      if (busy) again = true;
      else sync(job);
    });
    const run = (steps: readonly SyncStep[], place = 0): void => {
      const step = steps[place];
      busy = step !== undefined;
      if (step) {
        cluster.clock.schedule(cluster.clock.now + step.after, () => {
          step.run();
          run(steps, place + 1);
        });
      } else if (again) {
        again = false;
        queue.add();
      }
    };
    const memory = { queue, record: noFailures, refused: 0, run };
    memories.set(job, memory);
    return memory;
  }
  function sync(job: JobObject): void {
    if (job.deleted !== undefined || job.finished) forget(job);
    else if (!job.fields.managedByOther) {
      const memory = memoryOf(job);
      skipAhead?.(memory.queue.waitsUntil);
      syncJob(beginSync(cluster, job, memory));
    }
  }
  function forget(job: JobObject): void {
    memories.get(job)?.queue.close();
    memories.delete(job);
    last = undefined;
  }
  /** Pods whose Job is gone or done must not be held back by its finalizer. */
  function releaseLeftPods(job: JobObject): void {
    if (!someHeld(job.pods)) return;
    cluster.clock.schedule(cluster.clock.now + watchTime + writeTime, () => {
      if (job.fields.managedByOther && job.deleted === undefined) return;
      for (const pod of [...job.pods]) cluster.removeFinalizer(pod);
    });
  }
  return {
    podChanged(pod) {
      const { job } = pod;
      if (pod.orphan || job.deleted !== undefined || job.finished) {
        if (pod.finalizer) cluster.clock.schedule(cluster.clock.now + watchTime + writeTime, () => cluster.removeFinalizer(pod));
        return;
      }
      memoryOf(job).queue.addAfter(batchDelay);
    },
    jobChanged(job, change) {
      if (job.deleted !== undefined || job.finished) {
        releaseLeftPods(job);
        if (job.deleted !== undefined) forget(job);
        return;
      }
      const { queue } = memoryOf(job);
      if (change === 'status') queue.addAfter(watchTime + batchDelay);
      else queue.add();
      const deadline = deadlineOf(job);
      if (change === 'spec' && deadline !== undefined && job.status.startTime !== undefined) {
        queue.addAfter(Math.max(0, job.status.startTime + deadline - cluster.clock.now));
      }
    },
  };
}

function someHeld(pods: ReadonlySet<Pod>): boolean {
  for (const { finalizer } of pods) if (finalizer) return true;
  return false;
}
