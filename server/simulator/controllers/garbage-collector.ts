import type { Cluster } from '../api-server/cluster.ts';
import { instantOf, watchTime, writeTime } from '../engine/clock.ts';
import { hasEnded, type JobObject, noPods, type Pod } from '../objects/objects.ts';

export type Propagation = 'Foreground' | 'Background' | 'Orphan';

/** What becomes of pods whose Job goes, and of Jobs that wait for their pods to go. */
export interface GarbageCollector {
  /** A DELETE request for the Job. */
  deleteJob(job: JobObject, propagation: Propagation): void;
  deleteCronJob(propagation: Propagation): void;
  podRemoved(pod: Pod): void;
  jobRemoved(job: JobObject): void;
  /** A node's object is gone: after a while so are its pods (pkg/controller/podgc). */
  loseNode(node: string): void;
}

/** The collector follows the Job controller, which only has its cache to look at. */
const delay = watchTime + 3 * writeTime;
const podSweep = instantOf(20);
const quarantine = instantOf(40);

export function createGarbageCollector(cluster: Cluster): GarbageCollector {
  const { clock } = cluster;
  const soon = (run: () => void) => clock.schedule(clock.now + delay, run);

  function deleteJob(job: JobObject, propagation: Propagation): void {
    if (job.deleted !== undefined) return;
    if (propagation === 'Background') {
      remove(job);
      return;
    }
    if (job.deletion === undefined || propagation === 'Orphan') {
      job.deletion = propagation;
      cluster.jobChanged(job, 'deleting');
    }
    soon(() => {
      if (job.deletion === 'Orphan') orphanPods(job);
      else deletePods(job);
    });
  }
  function remove(job: JobObject): void {
    if (job.deleted !== undefined) return;
    cluster.jobChanged(job, 'removed');
    soon(() => deletePods(job));
  }
  function deletePods(job: JobObject): void {
    for (const pod of cluster.podsOf(job)) cluster.deletePod(pod);
    removeWhenEmpty(job);
  }
  function removeWhenEmpty(job: JobObject): void {
    if (job.deletion === 'Foreground' && job.deleted === undefined && job.pods.size === 0) remove(job);
  }
  function orphanPods(job: JobObject): void {
    for (const pod of [...job.pods]) {
      pod.orphan = true;
      cluster.podChanged(pod);
    }
    job.pods = noPods;
    remove(job);
  }
  function deleteCronJob(propagation: Propagation): void {
    const { cronJob } = cluster;
    if (!cronJob || cronJob.deleted !== undefined) return;
    const jobs = [...cronJob.jobs.values()];
    cronJob.deleting = true;
    const gone = () => {
      if (cronJob.deleted !== undefined) return;
      cronJob.deleted = clock.now;
      cluster.recorder.cronJob('DELETED', cronJob);
    };
    if (propagation === 'Background') gone();
    soon(() => {
      if (propagation !== 'Orphan') for (const job of jobs) deleteJob(job, propagation);
      if (propagation === 'Orphan' || cronJob.jobs.size === 0) gone();
    });
  }
  function sweep(node: string): void {
    for (const pod of cluster.pods.values()) {
      if (pod.node !== node) continue;
      if (!hasEnded(pod)) {
        pod.phase = 'Failed';
        pod.disruption = 'DeletionByPodGC';
        pod.ready = false;
        pod.readyChanged = clock.now;
        cluster.recorder.explain('trace-node-gone', { node }, pod);
      }
      cluster.releasePod(pod);
    }
  }
  return {
    deleteJob,
    deleteCronJob,
    podRemoved(pod) {
      const { job } = pod;
      if (job.deletion === 'Foreground') soon(() => removeWhenEmpty(job));
    },
    jobRemoved(job) {
      const { cronJob } = cluster;
      if (cronJob?.deleting && cronJob.deleted === undefined && job.owner === cronJob && cronJob.jobs.size === 0) {
        cronJob.deleted = clock.now;
        cluster.recorder.cronJob('DELETED', cronJob);
      }
    },
    loseNode(node) {
      const seen = Math.ceil(clock.now / podSweep) * podSweep;
      clock.schedule(seen + quarantine, () => sweep(node));
    },
  };
}
