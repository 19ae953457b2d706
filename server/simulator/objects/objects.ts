import type { CronJob, Job } from '../../kubernetes/generated/types.ts';
import type { Instant } from '../engine/clock.ts';
import type { Condition } from '../recording/recording.ts';
import type { CompletionIndexes } from './completion-indexes.ts';
import type { JobFields } from './job-fields.ts';
import type { ContainerPlan, PodPlan } from './pod-plan.ts';
import type { PlayedRun } from './runs.ts';
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
  finished: 'Complete' | 'Failed' | undefined;
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
  readonly jobs: Set<JobObject>;
  active: readonly JobObject[];
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
  /** Its containers got SIGTERM: none restarts any more. */
  stopping: boolean;
  /** Its node is gone: no kubelet looks after it. */
  lost: boolean;
  /** Raised with every change of course, so that what was planned before is void. */
  generation: number;
  /** What the last row said. */
  shownReady: string;
  shownStatus: string;
  shownRestarts: number;
  /** What of it stands in its Job's counts. */
  standing: Standing;
  countedReady: boolean;
  countedRestarts: number;
}

/** Which of its Job's sets a pod is in: active, terminating, uncounted, or terminating and uncounted; ended and counted, none. */
export type Standing = 'active' | 'terminating' | 'uncounted' | 'terminating-uncounted' | 'none';

export interface PodDeletion {
  readonly at: Instant;
  /** Seconds; 0 once the kubelet has let go, or where it never had a part. */
  grace: number;
}

export type ContainerState = 'waiting' | 'running' | 'terminated';

export interface Container {
  readonly plan: ContainerPlan;
  /** When the kubelet took up its pod. */
  readonly taken: Instant;
  state: ContainerState;
  /** Of the state; of a running container ''. */
  reason: string;
  exitCode: number;
  /** What it plays since it last began to run. */
  run: PlayedRun | undefined;
  startedAt: Instant | undefined;
  /** Of the last run that ended; undefined where the kubelet does not know. */
  finishedAt: Instant | undefined;
  /** Whether it runs and has passed its startup probe. */
  startedUp: boolean;
  ready: boolean;
  restarts: number;
  /** How many runs began. */
  runs: number;
  /** Entries of the scenario's list that were no runs, such as an image that could not be pulled for a while. */
  skippedRuns: number;
  /** Whether its start was tried since the pod, or all its containers at once, began. */
  started: boolean;
  /** The last run's exit code, while the container waits for the next. */
  lastExit: { readonly exitCode: number; readonly reason: string; readonly finishedAt: Instant } | undefined;
  /** Seconds that the next restart waits, and when the last was decided. */
  backoff: number;
  backoffFrom: Instant | undefined;
}

export function hasEnded(pod: Pod): boolean {
  return pod.phase === 'Succeeded' || pod.phase === 'Failed';
}

export function nameOfPod({ job, index, ordinal }: Pod): Name {
  return { kind: 'pod', due: job.origin?.due, index, ordinal };
}
