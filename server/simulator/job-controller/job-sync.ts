import type { Cluster } from '../api-server/cluster.ts';
import { type Instant, instantOf } from '../engine/clock.ts';
import type { WorkQueue } from '../engine/work-queue.ts';
import { below, type CompletionIndexes, countIndexes, noIndexes, withIndexes } from '../objects/completion-indexes.ts';
import type { JobObject, JobStatus, Pod } from '../objects/objects.ts';
import { type BackoffRecord, nextBackoffRecord } from './backoff.ts';
import type { EndCondition } from './conditions.ts';
import { failsIndex, lastFailures } from './failed-indexes.ts';
import { finishTime } from './finish-time.ts';
import { matchPodFailurePolicy, type PodFailureMatch } from './pod-failure-policy.ts';

/** What the controller keeps of a Job from one sync to the next. */
export interface JobMemory {
  readonly queue: WorkQueue;
  record: BackoffRecord;
  /** How many pods were refused. */
  refused: number;
  /** Runs what a sync does one after the other; until the last step is done no other sync of the Job begins. */
  readonly run: (steps: readonly SyncStep[]) => void;
}

/** Something that is done when the API server has answered, so long after the step before it. */
export interface SyncStep {
  readonly after: Instant;
  readonly run: () => void;
}

/** One sync of one Job: what it found, and what it has decided so far. */
export interface JobSync {
  readonly cluster: Cluster;
  readonly job: JobObject;
  readonly memory: JobMemory;
  readonly now: Instant;
  readonly found: JobFindings;
  /** The status as it is to be written next; its counts of pods follow what the sync decides. */
  readonly next: NextStatus;
  end: EndCondition | undefined;
  /** Whether the API server refuses something that it asks for. */
  failed: boolean;
  /** What is to be done, in order. */
  readonly steps: SyncStep[];
}

/** A status that the controller has written counts its pods. */
interface NextStatus extends JobStatus {
  ready: number;
  terminating: number;
}

/** How a sync finds the Job and its pods; whatever it does does not change this. */
export interface JobFindings {
  /** Finished pods that are not counted yet, as they were found: what happens to them meanwhile is for the next sync. */
  readonly finished: readonly FinishedPod[];
  readonly activePods: readonly Pod[];
  readonly record: BackoffRecord;
  readonly succeeded: number;
  readonly failed: number;
  /** Of an Indexed Job. */
  readonly succeededIndexes: CompletionIndexes;
  /** Of a Job with backoffLimitPerIndex. */
  readonly failedIndexes: CompletionIndexes | undefined;
  /** By index, the failed pod that waits for its successor. */
  readonly waiting: ReadonlyMap<number, Pod>;
  readonly finishTime: (pod: Pod) => Instant;
}

export interface FinishedPod {
  readonly pod: Pod;
  /** A pod that terminates is neither, unless it counts as failed already. */
  readonly outcome: 'succeeded' | 'failed' | 'terminating';
  /** Its index is one of the Job's. */
  readonly valid: boolean;
  readonly match: PodFailureMatch;
}

export function beginSync(cluster: Cluster, job: JobObject, memory: JobMemory): JobSync {
  const counts = { active: job.active.size, ready: job.readyPods, terminating: job.terminating.size };
  return {
    cluster,
    job,
    memory,
    now: cluster.clock.now,
    found: look(cluster, job, memory),
    next: { ...job.status, ...counts },
    end: undefined,
    failed: false,
    steps: [],
  };
}

function look(cluster: Cluster, job: JobObject, memory: JobMemory): JobFindings {
  const { fields, status } = job;
  const completions = fields.completions ?? 0;
  const finished = Array.from(job.uncounted, (pod) => describe(pod, cluster.namespace));
  if (fields.indexed) finished.sort((a, b) => a.pod.index - b.pod.index);
  const valid = finished.filter((one) => one.valid);
  const succeededPods = valid.filter(({ outcome }) => outcome === 'succeeded').map(({ pod }) => pod);
  const failures = valid.filter(({ outcome }) => outcome === 'failed');
  const failedPods = failures.map(({ pod }) => pod);
  const when = (pod: Pod) => finishTime(pod, cluster.stored, cluster.behaviour);

  const succeededIndexes = fields.indexed
    ? withIndexes(
        below(status.completedIndexes, completions),
        succeededPods.map(({ index }) => index),
      )
    : noIndexes;
  const limit = fields.backoffLimitPerIndex;
  const failedIndexes =
    limit === undefined || !fields.indexed
      ? undefined
      : withIndexes(
          below(status.failedIndexes ?? noIndexes, completions),
          failures.filter(({ pod, match }) => failsIndex(pod, match, limit)).map(({ pod }) => pod.index),
        );
  const succeeded = fields.indexed ? countIndexes(succeededIndexes) : status.succeeded + succeededPods.length;
  const failed = status.failed + failures.filter(({ match }) => match.action !== 'Ignore').length;
  return {
    finished,
    activePods: [...job.active],
    record: nextBackoffRecord(memory.record, succeededPods, failedPods, when),
    succeeded,
    failed,
    succeededIndexes,
    failedIndexes,
    waiting: failedIndexes ? lastFailures(failedPods, job, succeededIndexes, failedIndexes, when) : new Map(),
    finishTime: when,
  };
}

/** How long the Job has been active; nothing at all if it starts with this sync. */
export function activeTime({ job, now }: JobSync): Instant {
  return now - (job.status.startTime ?? now);
}

export function deadlineOf({ fields }: JobObject): Instant | undefined {
  return fields.activeDeadline === undefined ? undefined : instantOf(fields.activeDeadline);
}

function describe(pod: Pod, namespace: string): FinishedPod {
  const { fields } = pod.job;
  const failed = pod.phase === 'Failed' || (!fields.replaceFailedOnly && pod.phase !== 'Succeeded' && pod.deletion !== undefined);
  const otherwise = failed ? 'failed' : 'terminating';
  const outcome = pod.phase === 'Succeeded' ? 'succeeded' : otherwise;
  return {
    pod,
    outcome,
    valid: !fields.indexed || pod.index < (fields.completions ?? 0),
    match: matchPodFailurePolicy(failed ? fields.podFailurePolicy : undefined, pod, namespace),
  };
}
