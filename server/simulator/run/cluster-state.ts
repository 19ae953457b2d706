import type { Job } from '../../kubernetes/generated/types.ts';
import { type Cluster, isPast, type PastObject } from '../api-server/cluster.ts';
import { type EventRecord, keptFor } from '../api-server/event-correlation.ts';
import { type Instant, microsecondsPerSecond } from '../engine/clock.ts';
import type { ClusterState, ObjectState, PodState, StoredEvent } from '../kubectl/cluster-state.ts';
import { cronJobWithStatus, jobWithStatus, type WriteTime, writeTime } from '../objects/object-status.ts';
import type { JobObject, Pod } from '../objects/objects.ts';

/** What kubectl's output may know of the cluster as it is at `now`; made when it is asked for, as there may be much of it. */
export function clusterState(cluster: Cluster, epoch: number, now: Instant): ClusterState {
  const lists: { jobs?: ClusterState['jobs']; pods?: ClusterState['pods']; events?: ClusterState['events'] } = {};
  const time = writeTime(epoch);
  return {
    ...scene(cluster, epoch, now),
    get jobs() {
      lists.jobs ??= Array.from(cluster.jobs, (job) => jobState(job, time));
      return lists.jobs;
    },
    get pods() {
      lists.pods ??= Array.from(cluster.pods, podState);
      return lists.pods;
    },
    get events() {
      lists.events ??= keptEvents(cluster, now).map(eventState);
      return lists.events;
    },
  };
}

/** As much of it as `kubectl describe` of the simulated object shows. */
export function describedState(cluster: Cluster, epoch: number, now: Instant): ClusterState {
  const { cronJob, jobs } = cluster;
  const [job] = jobs;
  const [kind, name] = cronJob ? ['CronJob', cronJob.name] : ['Job', job?.name];
  return {
    ...scene(cluster, epoch, now),
    jobs: cronJob || !job ? [] : [jobState(job, writeTime(epoch))],
    pods: [],
    events: keptEvents(cluster, now).flatMap((event) => (event.kind === kind && event.name === name ? [eventState(event)] : [])),
  };
}

function scene({ cronJob, namespace }: Cluster, epoch: number, now: Instant): Omit<ClusterState, 'jobs' | 'pods' | 'events'> {
  return {
    now: seconds(now),
    epoch,
    namespace,
    cronJob: cronJob && {
      name: cronJob.name,
      created: seconds(cronJob.created),
      deleted: cronJob.deleted === undefined ? undefined : seconds(cronJob.deleted),
      object: cronJobWithStatus(cronJob, writeTime(epoch)),
    },
  };
}

function jobState(job: JobObject | PastObject, time: WriteTime): ObjectState<Job> {
  return {
    name: job.name,
    created: seconds(job.created),
    deleted: job.deleted === undefined ? undefined : seconds(job.deleted),
    object: isPast(job) ? { metadata: { name: job.name } } : jobWithStatus(job, time),
  };
}

function keptEvents({ events }: Cluster, now: Instant): EventRecord[] {
  return events.stored.filter(({ lastSeen }) => lastSeen >= now - keptFor);
}

function eventState(event: EventRecord): StoredEvent {
  return { ...event, firstSeen: seconds(event.firstSeen), lastSeen: seconds(event.lastSeen) };
}

function podState(pod: Pod | PastObject, ordinal: number): PodState {
  const { name, created, deleted, node } = pod;
  return {
    name,
    created: seconds(created),
    deleted: deleted === undefined ? undefined : seconds(deleted),
    nodeName: node,
    ip: node === undefined ? undefined : podAddress(ordinal),
    readinessGates: isPast(pod) ? undefined : pod.plan.readinessGates,
  };
}

/** Addresses of the usual pod network, one after the other. */
function podAddress(ordinal: number): string {
  return `10.244.${Math.floor(ordinal / 250) % 256}.${(ordinal % 250) + 4}`;
}

function seconds(instant: Instant): number {
  return instant / microsecondsPerSecond;
}
