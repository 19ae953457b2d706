import type { Cluster } from '../api-server/cluster.ts';
import { instantOf, watchTime, writeTime } from '../engine/clock.ts';
import type { JobObject } from '../objects/objects.ts';
import type { GarbageCollector } from './garbage-collector.ts';

/**
 * Deletes finished Jobs once ttlSecondsAfterFinished is over (pkg/controller/ttlafterfinished). To be called with each
 * change of a Job; an edit of the field counts from the same end.
 */
export function createTtlController(cluster: Cluster, collector: GarbageCollector): (job: JobObject) => void {
  const { clock } = cluster;
  return function check(job: JobObject): void {
    const { ttl } = job.fields;
    const end = job.status.conditions.find(({ type }) => type === job.finished);
    if (ttl === undefined || !end || job.deletion !== undefined || job.deleted !== undefined) return;
    const expires = cluster.stored(end.changed) + instantOf(ttl);
    clock.schedule(Math.max(expires, clock.now) + watchTime + writeTime, () => {
      if (job.deleted !== undefined || job.deletion !== undefined || job.fields.ttl !== ttl) return;
      cluster.recorder.explain('trace-ttl-over', { seconds: ttl });
      collector.deleteJob(job, 'Foreground');
    });
  };
}
