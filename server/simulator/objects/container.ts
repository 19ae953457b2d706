import type { Instant } from '../engine/clock.ts';
import type { ContainerPlan } from './pod-plan.ts';
import type { PlayedRun, StartFailure } from './runs.ts';

type ContainerState = 'waiting' | 'running' | 'terminated';

/** A container as its pod's status tells of it, and what its kubelet knows besides. */
export interface Container {
  readonly plan: ContainerPlan;
  /** When the kubelet took up its pod. */
  readonly taken: Instant;
  state: ContainerState;
  /** Of the state; of a running container ''. */
  reason: string;
  exitCode: number;
  startedAt: Instant | undefined;
  /** Of the last run that ended; undefined where the kubelet does not know. */
  finishedAt: Instant | undefined;
  /** Whether it runs and has passed its startup probe. */
  startedUp: boolean;
  ready: boolean;
  restarts: number;
  /** Whether the status tells that it has run. */
  hasRun: boolean;
  /** The end of the run before the one that the state tells of, or before the one that it waits for. */
  lastExit: ContainerExit | undefined;
  /** The latest run, whether or not it is over, or the status knows of it. */
  process: Process | undefined;
  /** How many runs began. */
  runs: number;
  /** Entries of the scenario's list that were no runs, such as an image that could not be pulled for a while. */
  skippedRuns: number;
  /** Why it could not be started when that was last tried (pkg/kubelet/reason_cache.go); it shows while the container waits. */
  failure: StartFailure | undefined;
  /** From when on a start can succeed that failed. */
  failsUntil: Instant | undefined;
  /** Up to when it was last said to wait for a restart. */
  waitTold: Instant | undefined;
  /** The wait before its restarts, and before its image is pulled again. */
  restartBackoff: Backoff | undefined;
  pullBackoff: Backoff | undefined;
  /** The run that is probed. */
  probed: Process | undefined;
  /** The probe that failed too often in this run. */
  failedProbe: 'startup' | 'liveness' | undefined;
}

export interface ContainerExit {
  readonly exitCode: number;
  readonly reason: string;
  readonly startedAt: Instant | undefined;
  readonly finishedAt: Instant | undefined;
}

/** A wait that grows with each failure (client-go util/flowcontrol/backoff.go). */
export interface Backoff {
  readonly wait: Instant;
  /** When it last grew. */
  readonly updated: Instant;
}

/** One run of a container on its node. */
export interface Process {
  readonly run: PlayedRun;
  readonly began: Instant;
  /** Infinity: unless something stops it, never. */
  ends: Instant;
  exitCode: number;
  reason: string;
}
