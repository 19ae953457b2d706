import type { Container, Probe } from '../../kubernetes/generated/types.ts';
import { type Instant, instantOf } from '../clock.ts';

/** When probes that always succeed let a container count as started, and as ready. */
export interface ContainerProbes {
  readonly startup: ProbeTimes | undefined;
  readonly readiness: ProbeTimes | undefined;
}

interface ProbeTimes {
  /** From the start of the container. */
  readonly delay: Instant;
  readonly period: Instant;
  /** How many times in a row it has to succeed. */
  readonly successes: number;
}

/** Undefined for a container without probes that hold anything back; a liveness probe that succeeds changes nothing. */
export function planProbes({ startupProbe, readinessProbe }: Container): ContainerProbes | undefined {
  return startupProbe || readinessProbe ? { startup: timesOf(startupProbe), readiness: timesOf(readinessProbe) } : undefined;
}

/**
 * When a container that started at `began` has passed its startup probe. The kubelet probes once a period from the time it
 * took up the pod, whatever the containers do meanwhile (pkg/kubelet/prober/worker.go, 1.37).
 */
export function startupPassed({ delay, period, successes }: ProbeTimes, began: Instant, podTaken: Instant): Instant {
  return firstTick(podTaken, period, began + delay) + (successes - 1) * period;
}

/**
 * When a container is ready that started at `began` and counts as started since `started`: the kubelet asks at once and
 * counts the periods from there (pkg/kubelet/prober/prober_manager.go UpdatePodStatus, 1.37).
 */
export function readinessPassed({ delay, period, successes }: ProbeTimes, began: Instant, started: Instant): Instant {
  return firstTick(started, period, began + delay) + (successes - 1) * period;
}

/** The first of the times `from`, `from + period` … that is not before `earliest`. */
function firstTick(from: Instant, period: Instant, earliest: Instant): Instant {
  return from + Math.max(0, Math.ceil((earliest - from) / period)) * period;
}

function timesOf(probe: Probe | undefined): ProbeTimes | undefined {
  if (!probe) return undefined;
  const { initialDelaySeconds = 0, periodSeconds, successThreshold } = probe;
  return { delay: instantOf(initialDelaySeconds), period: instantOf(periodSeconds || 10), successes: successThreshold || 1 };
}
