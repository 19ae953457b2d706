import type { Assumption } from '../../estimate/runs/assumption.ts';
import type { Finding } from '../../kubernetes/finding/finding.ts';
import type { Seconds } from '../engine/time.ts';

/** The keys and columns of `test/simulations/*.json`: what a watcher with kubectl would have seen. */
export interface JobRow {
  readonly t: Seconds;
  readonly event: 'ADDED' | 'MODIFIED' | 'DELETED';
  /** Only when a CronJob is simulated. */
  readonly NAME?: string;
  readonly STATUS: string;
  readonly COMPLETIONS: string;
  readonly DURATION: string;
  /** `Type=Status:Reason`, in the order in which the controller added them. */
  readonly conditions: readonly string[];
}

export interface PodRow {
  readonly t: Seconds;
  readonly event: 'ADDED' | 'MODIFIED' | 'DELETED';
  /** Numbers the pods in the order of their creation. */
  readonly pod: number;
  /** The completion index of an Indexed Job's pod, as its annotation says it. */
  readonly index?: string;
  readonly READY: string;
  readonly STATUS: string;
  readonly RESTARTS: string;
}

export interface CronJobRow {
  readonly t: Seconds;
  readonly event: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly SCHEDULE: string;
  readonly TIMEZONE: string;
  readonly SUSPEND: string;
  readonly ACTIVE: number;
}

export interface EventRow {
  readonly t: Seconds;
  readonly kind: string;
  readonly type: 'Normal' | 'Warning';
  /** About a pod: its ordinal. */
  readonly object?: number;
  readonly reason: string;
  readonly message: string;
}

/** Of each edit; of other actions only where there is nothing that they could be done to. */
export interface ActionResult {
  readonly at: Seconds;
  /** Its place among the actions of the scenario: several may be at the same second. */
  readonly action: number;
  readonly accepted: boolean;
  /** Why it was refused; absent when it was accepted. */
  readonly refusal?: readonly Finding[];
  /** The fields of an edit that the server does not know: it drops them, and warns. Absent where there are none. */
  readonly dropped?: readonly Finding[];
}

export interface Condition {
  readonly type: string;
  readonly status: string;
  readonly reason: string;
  readonly message: string;
}

/** The object's status at the end; of a CronJob `active` names its running Jobs. */
export interface FinalStatus {
  readonly active?: number | readonly string[];
  readonly ready?: number;
  readonly terminating?: number;
  readonly succeeded?: number;
  readonly failed?: number;
  readonly completedIndexes?: string;
  readonly failedIndexes?: string;
  readonly conditions?: readonly Condition[];
}

export type Outcome = 'Complete' | 'Failed' | 'Suspended' | 'Running' | 'Deleted' | 'Scheduled';

export interface Summary {
  readonly outcome: Outcome;
  /** The reason of the last condition, such as BackoffLimitExceeded; '' when there is none. */
  readonly reason: string;
  readonly podsCreated: number;
  readonly podsFailed: number;
  readonly restarts: number;
  /** Seconds from the start to the outcome; null while there is none. */
  readonly duration: Seconds | null;
  /** Seconds from the outcome to the deletion of the Job; null where it is still there, or was deleted before it had ended. */
  readonly deletedAfter: Seconds | null;
  readonly assumptions: readonly Assumption[];
}

export interface Recording {
  readonly jobs: readonly JobRow[];
  readonly pods: readonly PodRow[];
  readonly cronjobs: readonly CronJobRow[];
  readonly events: readonly EventRow[];
  readonly final: FinalStatus | null;
  readonly describe: string;
  /** `kubectl describe pods`. */
  readonly describePods: string;
  readonly actionResults: readonly ActionResult[];
}
