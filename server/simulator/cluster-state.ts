import { type Instant, microsecondsPerSecond } from './clock.ts';
import { type Cluster, isPast, type PastObject } from './cluster.ts';
import { cronJobWithStatus, jobWithStatus, writeTime } from './object-status.ts';
import type { Pod } from './objects.ts';
import type { ClusterState, PodState } from './state.ts';

/** What kubectl's output may know of the cluster as it is at `now`. */
export function clusterState(cluster: Cluster, epoch: number, now: Instant): ClusterState {
  const time = writeTime(epoch);
  const { cronJob } = cluster;
  return {
    now: seconds(now),
    epoch,
    namespace: cluster.namespace,
    jobs: cluster.jobs.map((job) => ({
      name: job.name,
      created: seconds(job.created),
      deleted: job.deleted === undefined ? undefined : seconds(job.deleted),
      object: isPast(job) ? { metadata: { name: job.name } } : jobWithStatus(job, time),
    })),
    cronJob: cronJob && {
      name: cronJob.name,
      created: seconds(cronJob.created),
      deleted: cronJob.deleted === undefined ? undefined : seconds(cronJob.deleted),
      object: cronJobWithStatus(cronJob, time),
    },
    pods: cluster.pods.map(podState),
    events: cluster.events.stored.map((event) => ({ ...event, firstSeen: seconds(event.firstSeen), lastSeen: seconds(event.lastSeen) })),
  };
}

function podState({ name, created, deleted, node }: Pod | PastObject, ordinal: number): PodState {
  return {
    name,
    created: seconds(created),
    deleted: deleted === undefined ? undefined : seconds(deleted),
    nodeName: node,
    ip: node === undefined ? undefined : podAddress(ordinal),
  };
}

/** Addresses of the usual pod network, one after the other. */
function podAddress(ordinal: number): string {
  return `10.244.${Math.floor(ordinal / 250) % 256}.${(ordinal % 250) + 4}`;
}

function seconds(instant: Instant): number {
  return instant / microsecondsPerSecond;
}
