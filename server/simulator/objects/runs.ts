import type { Instant } from '../engine/clock.ts';

/** A run that begins and, unless it lasts for ever, ends by itself. */
export interface PlayedRun {
  readonly kind: 'run';
  /** Infinity: it runs until it is stopped. */
  readonly for: Instant;
  readonly exitCode: number;
  readonly reason: string;
  /** Before that its probes fail. */
  readonly healthyAfter: Instant;
}

/** It cannot start for so long, counted from the first try; Infinity: for good. What it waits for shows as its reason. */
export interface FailingStart {
  readonly kind: 'waits';
  readonly reason: 'ErrImagePull' | 'ErrImageNeverPull' | 'InvalidImageName' | 'CreateContainerConfigError';
  readonly for: Instant;
  /** Why, in the kubelet's words, where that is known; otherwise it is what the manifest leaves most likely. */
  readonly error?: string;
}

/** Why a container waits that could not be started (pkg/kubelet/kuberuntime, pkg/kubelet/images). */
export type StartFailure = FailingStart['reason'] | 'ImagePullBackOff' | 'CrashLoopBackOff' | 'RunContainerError' | 'PostStartHookError';

/** How one run of a container goes. */
export type Run = PlayedRun | FailingStart | { readonly kind: 'cannot-start' };

/** How a container takes SIGTERM. */
export interface Stopping {
  /** What SIGTERM does when the run has lasted so long. */
  readonly answer: (ran: Instant) => Answer;
  /** It was said in the scenario, so it holds for the pod as the recordings show it: whatever its container was doing. */
  readonly stated: boolean;
  /** How long its preStop hook takes, which comes before SIGTERM, and whether the hook ends with the container. */
  readonly hook: Instant;
  readonly hookInside: boolean;
  readonly hookFails: boolean;
}

/** How soon a container ends after SIGTERM, Infinity: not by it. */
export interface Answer {
  readonly after: Instant;
  readonly exitCode: number;
  /** It goes on in another way, so that its run does not end as it would have ended by itself. */
  readonly otherwise: boolean;
}

/** A lifecycle hook of a container. */
export interface Hook {
  /** Infinity: it never ends by itself. */
  readonly for: Instant;
  readonly fails: boolean;
  /** Whether it ends with the container, and then fails. */
  readonly inside: boolean;
}

/** The reason of a container that ended by itself, or by a signal. */
export function exitReason(exitCode: number): 'Completed' | 'Error' {
  return exitCode === 0 ? 'Completed' : 'Error';
}
