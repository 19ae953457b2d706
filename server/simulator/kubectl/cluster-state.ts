import type { CronJob, Job } from '../../kubernetes/generated/types.ts';
import type { Seconds } from '../engine/time.ts';

/** An event as the API server stores it: repeats of one message are one event with a count. */
export interface StoredEvent {
  /** The object that the event is about. */
  readonly kind: 'Job' | 'CronJob' | 'Pod';
  readonly name: string;
  readonly type: 'Normal' | 'Warning';
  readonly reason: string;
  readonly message: string;
  /** The component that sent it: `job-controller`, `cronjob-controller`, `kubelet`, … */
  readonly source: string;
  readonly count: number;
  readonly firstSeen: Seconds;
  readonly lastSeen: Seconds;
}

/** What kubectl's output needs to know of a pod beyond its rows; `pods[n]` is the pod whose rows say `pod: n`. */
export interface PodState {
  readonly name: string;
  readonly created: Seconds;
  /** When the object was gone; undefined while it exists. */
  readonly deleted?: Seconds | undefined;
  readonly nodeName?: string | undefined;
  readonly ip?: string | undefined;
  /** Conditions that the pod waits for besides its containers, none of which ever holds; of pods that are gone they are forgotten. */
  readonly readinessGates?: number | undefined;
}

/** An object as the API server stores it at the moment: defaults filled in, uid, selector, status. */
export interface ObjectState<Stored extends Job | CronJob> {
  readonly name: string;
  readonly object: Stored;
  readonly created: Seconds;
  readonly deleted?: Seconds | undefined;
}

/** The cluster at one moment of a run. */
export interface ClusterState {
  /** The moment, in seconds from the create request. */
  readonly now: Seconds;
  /** The wall clock at t = 0, in milliseconds since 1970. */
  readonly epoch: number;
  readonly namespace: string;
  /** The simulated Job first, or the Jobs of the simulated CronJob in order of creation, gone ones included. */
  readonly jobs: readonly ObjectState<Job>[];
  readonly cronJob?: ObjectState<CronJob> | undefined;
  /** In order of creation, gone ones included. */
  readonly pods: readonly PodState[];
  /** In the order in which they were first seen; about whichever object. */
  readonly events: readonly StoredEvent[];
}

/** Whether a row is in sight at the state's moment: rows show tenths of a second, which may round up beyond it. */
export function isInSight({ t }: { readonly t: Seconds }, { now }: ClusterState): boolean {
  return t <= now || t <= Math.round(now * 10) / 10;
}
