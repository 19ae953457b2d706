import type { Seconds } from '../engine/time.ts';

/**
 * What the manifest does not say: how the containers behave, and what happens to the objects meanwhile. This is the
 * form that `readScenario` gives: durations are numbers, a single run is a list of one, actions are in order of time.
 */
export interface Scenario {
  /** The wall clock at t = 0 in milliseconds since 1970; absent: 2026-01-01T00:00:00Z. */
  readonly startAt?: number;
  /** Seconds from binding to running containers: image pull and start. */
  readonly start?: Span;
  /** How every container behaves that has no entry of its own. Absent: read from its command. */
  readonly run?: readonly ContainerRun[];
  readonly containers?: Readonly<Record<string, NamedContainerBehaviour>>;
  /** The most exact entry wins: index and attempt, then index, then ordinal. */
  readonly pods?: readonly PodBehaviour[];
  /** How a container ends that gets SIGTERM. */
  readonly stop?: Stop;
  readonly cluster?: Room;
  readonly kubelet?: KubeletBehaviour;
  readonly actions?: readonly Action[];
  /** Decides every draw by chance; absent: 0. */
  readonly seed?: number;
}

/** A duration in seconds, or one drawn evenly from a range. */
export type Span = Seconds | { readonly min: Seconds; readonly max: Seconds };

/** One run of one container; a list is one entry per run in the same pod, the last repeats. */
export type ContainerRun =
  | {
      readonly kind: 'run';
      /** Absent: read from the container's command. */
      readonly for?: Span;
      /** Absent: read from the container's command. */
      readonly exit?: ExitCode;
      /** The container ends for lack of memory: reason OOMKilled, exit 137 unless `exit` says otherwise. */
      readonly outOfMemory?: true;
      /** Its probes fail before that, counted from its start. Absent: they always succeed. */
      readonly healthyAfter?: Seconds;
    }
  /** The runtime cannot start the command: StartError, exit 128. */
  | { readonly kind: 'cannot-start' }
  /** Something that the container needs is missing, for good or for that long; then the next run is played. */
  | { readonly kind: 'cannot-create'; readonly for?: Seconds }
  /** The image cannot be pulled, for good or for that long after the first try; then the next run is played. */
  | { readonly kind: 'cannot-pull'; readonly for?: Seconds }
  /** A volume of the pod cannot be mounted, for good or for that long; then the next run is played. */
  | { readonly kind: 'cannot-mount'; readonly for?: Seconds }
  /** No node takes the pod, for good or for that long; then the next run is played. */
  | { readonly kind: 'cannot-schedule'; readonly for?: Seconds };

/** An exit code, or codes with their shares of all runs; what the shares leave is 0. Drawn anew for each run. */
export type ExitCode = number | readonly { readonly code: number; readonly share: number }[];

export interface ContainerBehaviour {
  readonly run?: readonly ContainerRun[];
  readonly stop?: Stop;
}

export interface NamedContainerBehaviour extends ContainerBehaviour {
  /** How the hooks go that the manifest gives the container. */
  readonly postStart?: HookBehaviour;
  readonly preStop?: HookBehaviour;
}

/** What is absent is read from the hook. */
export interface HookBehaviour {
  readonly for?: Seconds;
  readonly exit?: number;
}

/** Which pods behave otherwise, and how. At least one of `ordinal`, `index` and `job` is there. */
export interface PodBehaviour extends ContainerBehaviour {
  /** By order of creation within the Job, those created together in the order of their indexes, from 0. */
  readonly ordinal?: number;
  /** By completion index. */
  readonly index?: number;
  /** Of the pods with that index, the one created as the n-th, from 0. */
  readonly attempt?: number;
  /** Of a CronJob: only the Job created as the n-th, from 0. */
  readonly job?: number;
  readonly start?: Span;
  readonly containers?: Readonly<Record<string, NamedContainerBehaviour>>;
}

export interface Stop {
  /** Seconds that a container takes to end after SIGTERM, cut at the grace period with exit 137. */
  readonly after: Seconds;
  readonly exit: number;
}

/** How much room there is; what is absent is unlimited. Pods beyond it stay Pending. */
export interface Room {
  /** Nodes are called node-1, node-2 …; absent: 1. */
  readonly nodes?: number;
  /** Pods at a time, over all nodes. */
  readonly pods?: number;
  /** Quantities as Kubernetes writes them, over all nodes. */
  readonly cpu?: string;
  readonly memory?: string;
}

export interface KubeletBehaviour {
  /** Seconds between two looks at what runs on its node; 0: it sees everything at once, and takes no time of its own. Absent: 1. */
  readonly notice?: Seconds;
}

export type Action = { readonly at: Seconds } & Happening;

export type Happening =
  /** A merge patch of the simulated object, judged as the API server judges an edit. */
  | { readonly kind: 'patch'; readonly patch: Readonly<Record<string, unknown>> }
  | { readonly kind: 'delete-pod'; readonly pod: number }
  /** With the condition DisruptionTarget, reason EvictionByEvictionAPI. */
  | { readonly kind: 'evict-pod'; readonly pod: number }
  /** Kills one container's process (absent: the first container), as `kill -9` does: exit 137 unless told otherwise. */
  | { readonly kind: 'kill-container'; readonly pod: number; readonly container?: string; readonly exit: number }
  | { readonly kind: 'fail-node'; readonly node: string }
  | { readonly kind: 'delete'; readonly propagation: 'Foreground' | 'Background' | 'Orphan' };
