import { probeTimes } from '../../kubernetes/defaults/container.ts';
import type { Container, Probe } from '../../kubernetes/generated/types.ts';
import { type Instant, instantOf } from '../engine/clock.ts';
import type { Seconds } from '../engine/time.ts';

export interface ContainerProbes {
  readonly startup: ProbePlan | undefined;
  readonly readiness: ProbePlan | undefined;
  readonly liveness: ProbePlan | undefined;
}

export interface ProbePlan {
  /** From the start of the container. */
  readonly delay: Instant;
  readonly period: Instant;
  /** How many times in a row it has to succeed, or to fail, before that counts. */
  readonly successes: number;
  readonly failures: number;
  /** Between SIGTERM and SIGKILL where it fails; undefined: the pod's own. */
  readonly grace: Seconds | undefined;
}

export interface ProbeResult {
  readonly passes: boolean;
  readonly at: Instant;
}

/** Undefined for a container without probes. */
export function planProbes({ startupProbe, readinessProbe, livenessProbe }: Container): ContainerProbes | undefined {
  if (!startupProbe && !readinessProbe && !livenessProbe) return undefined;
  return { startup: planOf(startupProbe), readiness: planOf(readinessProbe), liveness: planOf(livenessProbe) };
}

/** Whether nothing has to be asked before the container is ready. */
export function needsNoProbe(probes: ContainerProbes | undefined): boolean {
  return probes === undefined || (probes.startup === undefined && probes.readiness === undefined);
}

/**
 * When a probe first counts as passed, or as failed, that asks at `from`, `from + period` … but not before `earliest`, and
 * succeeds from `healthy` on (pkg/kubelet/prober/worker.go, 1.37). `from` is free of the jitter that a kubelet has.
 */
export function firstResult(probe: ProbePlan, from: Instant, earliest: Instant, healthy: Instant): ProbeResult {
  const { period, successes, failures } = probe;
  const first = from + periodsUntil(earliest - from, period) * period;
  const failed = periodsUntil(healthy - first, period);
  if (failed >= failures) return { passes: false, at: first + (failures - 1) * period };
  return { passes: true, at: first + (failed + successes - 1) * period };
}

/** When it fails, up to so many times. */
export function failuresOf(probe: ProbePlan, from: Instant, earliest: Instant, healthy: Instant, most: number): readonly Instant[] {
  const { period } = probe;
  const first = from + periodsUntil(earliest - from, period) * period;
  const count = Math.min(periodsUntil(healthy - first, period), most);
  return Array.from({ length: count }, (_, place) => first + place * period);
}

/** The same of a readiness probe, which asks on however often it failed. */
export function readyAt(probe: ProbePlan, from: Instant, earliest: Instant, healthy: Instant): Instant {
  return firstResult({ ...probe, failures: Infinity }, from, earliest, healthy).at;
}

function periodsUntil(length: Instant, period: Instant): number {
  return Math.max(0, Math.ceil(length / period));
}

function planOf(probe: Probe | undefined): ProbePlan | undefined {
  if (!probe) return undefined;
  const { initialDelaySeconds = 0, terminationGracePeriodSeconds } = probe;
  const { periodSeconds, successThreshold, failureThreshold } = probeTimes(probe);
  return {
    delay: instantOf(initialDelaySeconds),
    period: instantOf(periodSeconds),
    successes: successThreshold,
    failures: failureThreshold,
    grace: terminationGracePeriodSeconds,
  };
}
