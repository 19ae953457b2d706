import type { Job, PodSpec } from '../../kubernetes/generated/types.ts';

/**
 * What a cluster told of Jobs, their pods and events (`kubectl get jobs,pods,events -o json`). Times are in milliseconds since 1970;
 * those in statuses are whole seconds.
 */
export interface Observed {
  readonly jobs: readonly ObservedJob[];
  readonly pods: readonly ObservedPod[];
  readonly events: readonly ObservedEvent[];
}

export interface ObservedJob {
  readonly name: string;
  readonly namespace: string;
  readonly uid: string;
  readonly created: number;
  /** Decoded, with its status. */
  readonly object: Job;
}

export interface ObservedPod {
  readonly name: string;
  readonly uid: string;
  /** The uid of the controller that made it, '' without one. */
  readonly owner: string;
  /** The completion index as its annotation says it, -1 without. */
  readonly index: number;
  readonly created: number;
  /** When it was told to end, where it was. */
  readonly deleting: number | undefined;
  readonly spec: PodSpec;
  readonly node: string | undefined;
  readonly phase: string;
  /** Of the pod as a whole, such as Evicted. */
  readonly reason: string;
  readonly message: string;
  readonly conditions: readonly ObservedCondition[];
  readonly initContainers: readonly ObservedContainer[];
  readonly containers: readonly ObservedContainer[];
}

export interface ObservedCondition {
  readonly type: string;
  readonly status: string;
  readonly reason: string;
  readonly message: string;
  readonly changed: number | undefined;
}

export interface ObservedContainer {
  readonly name: string;
  readonly restarts: number;
  readonly ready: boolean;
  readonly state: ObservedState;
  /** The end of the run before. */
  readonly last: ObservedExit | undefined;
}

export type ObservedState =
  | { readonly is: 'waiting'; readonly reason: string; readonly message: string }
  | { readonly is: 'running'; readonly started: number | undefined }
  | { readonly is: 'terminated'; readonly exit: ObservedExit };

export interface ObservedExit {
  readonly exitCode: number;
  readonly reason: string;
  readonly message: string;
  /** Undefined where the kubelet does not know. */
  readonly started: number | undefined;
  readonly finished: number | undefined;
}

export interface ObservedEvent {
  readonly kind: string;
  readonly name: string;
  readonly uid: string;
  /** The part of a pod that is meant, such as `spec.containers{main}`; '' for the whole object. */
  readonly field: string;
  readonly type: 'Normal' | 'Warning';
  readonly reason: string;
  readonly message: string;
  readonly source: string;
  readonly first: number;
  readonly last: number;
  readonly count: number;
}
