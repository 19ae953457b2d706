import type { CronJob, Job } from '../../kubernetes/generated/types.ts';
import type { Instant } from '../engine/clock.ts';
import type { Condition } from '../recording/recording.ts';
import type { ActiveJobs } from './active-jobs.ts';
import type { CompletionIndexes } from './completion-indexes.ts';
import type { Container } from './container.ts';
import type { JobFields } from './job-fields.ts';
import type { PodPlan } from './pod-plan.ts';
import type { Name, Text } from './text.ts';

/** A Job in the simulated cluster: what is stored, and counts of its pods kept up to date as they change. */
export interface JobObject {
  /** Numbers the Jobs in order of creation. */
  readonly ordinal: number;
  readonly name: string;
  /** As created or last edited, defaults filled in; its status lives in `status`. Undefined of a CronJob's Jobs. */
  stored: Job | undefined;
  fields: JobFields;
  plan: PodPlan;
  readonly owner: CronJobObject | undefined;
  /** Undefined without a CronJob. */
  readonly origin: JobOrigin | undefined;
  readonly created: Instant;
  status: JobStatus;
  deletion: 'Foreground' | 'Orphan' | undefined;
  deleted: Instant | undefined;
  finished: JobEnding | undefined;
  /** All pods that exist and belong to it. */
  pods: PodSet;
  /** Not ended and not being deleted. */
  active: PodSet;
  /** Not ended, but being deleted. */
  terminating: PodSet;
  /** Ended or being deleted, and still carrying the Job's finalizer: what the controller has yet to count. */
  uncounted: PodSet;
  /** Of the active ones. */
  readyPods: number;
  /** Container restarts of all pods in phase Pending or Running. */
  restarts: number;
  podsCreated: number;
  /** How many pods each index had; only of Indexed Jobs. */
  attempts: Map<number, number> | undefined;
  /** What the last row said, and what was written down of its status. */
  shown: string;
  told: JobStatus;
}

export type JobEnding = 'Complete' | 'Failed';

/** The CronJob's object from which a Job was made, and for which time of the schedule. */
export interface JobOrigin {
  readonly of: CronJob;
  readonly due: Instant;
}

/** `noPods` is shared by all Jobs without pods: sets grow by `withPod` only. */
export type PodSet = Set<Pod>;

export const noPods: PodSet = new Set();

export function withPod(set: PodSet, pod: Pod): PodSet {
  return set === noPods ? new Set([pod]) : set.add(pod);
}

/** Messages are texts until somebody puts them into words. */
export interface JobStatus<Message = Text> {
  startTime: Instant | undefined;
  completionTime: Instant | undefined;
  active: number;
  /** Undefined until the controller first wrote it, as `terminating`. */
  ready: number | undefined;
  terminating: number | undefined;
  succeeded: number;
  failed: number;
  completedIndexes: CompletionIndexes;
  failedIndexes: CompletionIndexes | undefined;
  conditions: readonly JobCondition<Message>[];
}

export interface JobCondition<Message = Text> extends Omit<Condition, 'message'> {
  readonly message: Message;
  readonly changed: Instant;
}

export interface CronJobObject {
  readonly name: string;
  stored: CronJob;
  readonly created: Instant;
  deleting: boolean;
  deleted: Instant | undefined;
  /** Those that exist, by name. */
  readonly jobs: Map<string, JobObject>;
  /** Those of them that came to their end, by how. */
  readonly finished: Readonly<Record<JobEnding, Set<JobObject>>>;
  readonly active: ActiveJobs<JobObject>;
  /** Finished ones, and active ones that do not exist any more, which its controller has yet to notice. */
  readonly ended: Set<JobObject>;
  readonly missing: Set<JobObject>;
  lastScheduleTime: Instant | undefined;
  lastSuccessfulTime: Instant | undefined;
  /** What the last row said. */
  shown: string;
}

export type PodPhase = 'Pending' | 'Running' | 'Succeeded' | 'Failed';

export interface Pod {
  /** Numbers the pods of the whole run in order of creation. */
  readonly ordinal: number;
  /** Among the pods of its Job. */
  readonly place: number;
  readonly job: JobObject;
  /** The completion index; -1 without. */
  readonly index: number;
  /** Of the pods with this index, the n-th. */
  readonly attempt: number;
  /** Annotations of a pod whose Job has backoffLimitPerIndex. */
  readonly failures: number;
  readonly ignoredFailures: number;
  readonly plan: PodPlan;
  readonly created: Instant;
  phase: PodPhase;
  /** Such as DeadlineExceeded, of the pod as a whole. */
  reason: string;
  node: string | undefined;
  /** In spec order; empty until the kubelet reported. */
  initContainers: readonly Container[];
  /** How many of them, from the first on, are done for good, and how often these had restarted. */
  initDone: number;
  initDoneRestarts: number;
  /** How many of them were tried: those behind wait as they did at first. */
  initTried: number;
  /** In order of their names, as the kubelet sorts them. */
  containers: readonly Container[];
  ready: boolean;
  /** When the condition Ready last changed; undefined while there is none. */
  readyChanged: Instant | undefined;
  /** The reason of the condition DisruptionTarget; '' without. */
  disruption: string;
  finalizer: boolean;
  deletion: PodDeletion | undefined;
  deleted: Instant | undefined;
  /** Whether the Job is still its owner; an orphan lives on its own. */
  orphan: boolean;
  /** Its node is gone: no kubelet looks after it. */
  lost: boolean;
  /** Who looks after it on its node; undefined until it has one, and when all is done. */
  worker: PodWorker | undefined;
  /** What the last row said. */
  shownReady: string;
  shownStatus: string;
  shownRestarts: number;
  /** Its phase and the states of its containers, as they were last written down. */
  shownMark: number;
  /** What of it stands in its Job's counts. */
  standing: Standing;
  countedReady: boolean;
  countedRestarts: number;
}

/** Which of its Job's sets a pod is in: active, terminating, uncounted, or terminating and uncounted; ended and counted, none. */
export type Standing = 'active' | 'terminating' | 'uncounted' | 'terminating-uncounted' | 'none';

/** Where the kubelet is with a pod: one thing at a time is done to it (pkg/kubelet/pod_workers.go). */
export interface PodWorker {
  /** It starts or stops containers, or runs their hooks: all else waits. */
  busy: boolean;
  /** Something happened meanwhile. */
  pending: boolean;
  /** When it was last done. */
  lastSync: Instant;
  /** Whether its volumes are mounted; undefined until that was tried. */
  mounted: boolean | undefined;
  /** When it is taken up again because that failed. */
  retry: Instant | undefined;
  /** It is to end, and none of its containers restarts: by deletion, or for that reason. */
  ending: { readonly reason: string } | undefined;
  /** To be called when one of its containers that is being stopped is killed from elsewhere. */
  stopped: (() => void) | undefined;
}

export interface PodDeletion {
  readonly at: Instant;
  /** Seconds; 0 once the kubelet has let go, or where it never had a part. */
  grace: number;
}

export function hasEnded(pod: Pod): boolean {
  return pod.phase === 'Succeeded' || pod.phase === 'Failed';
}

export function nameOfPod({ job, index, ordinal }: Pod): Extract<Name, { readonly kind: 'pod' }> {
  return { kind: 'pod', due: job.origin?.due, index, ordinal };
}
