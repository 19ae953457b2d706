import type { Instant } from '../engine/clock.ts';
import type { Container, Pod } from '../objects/objects.ts';
import { firstResult, type ProbePlan, readyAt } from '../objects/probes.ts';
import { type Host, later, report } from './host.ts';

/** What follows from the results of a container's probes. */
export interface ProbeOutcomes {
  startedUp(): void;
  /** A probe failed too often. */
  failed(name: 'startup' | 'liveness', probe: ProbePlan): void;
}

/** To be called when a container with probes begins to run: what they make of it while it runs. */
export function probe(host: Host, pod: Pod, container: Container, outcomes: ProbeOutcomes): void {
  const { startup, readiness } = container.plan.probes ?? {};
  if (!startup) {
    probeRunning(host, pod, container, outcomes);
    return;
  }
  const { taken } = container;
  const { began, healthy } = beginOf(host, container);
  const result = firstResult(startup, taken, began + startup.delay, healthy);
  whileRunning(host, pod, container, result.at, () => {
    if (!result.passes) {
      outcomes.failed('startup', startup);
      return;
    }
    container.startedUp = true;
    container.ready = readiness === undefined;
    report(host, pod);
    probeRunning(host, pod, container, outcomes);
    outcomes.startedUp();
  });
}

/** Readiness and liveness, once the startup probe has passed or where there is none. */
function probeRunning(host: Host, pod: Pod, container: Container, outcomes: ProbeOutcomes): void {
  const { readiness, liveness } = container.plan.probes ?? {};
  const { now } = host.cluster.clock;
  const { began, healthy } = beginOf(host, container);
  // The kubelet asks for readiness at once, and counts the periods from there (prober_manager.go UpdatePodStatus, 1.37).
  if (readiness) {
    whileRunning(host, pod, container, readyAt(readiness, now, began + readiness.delay, healthy), () => {
      container.ready = true;
      report(host, pod);
    });
  }
  if (!liveness || healthy === began) return;
  const result = firstResult(liveness, container.taken, Math.max(now, began + liveness.delay), healthy);
  if (!result.passes) whileRunning(host, pod, container, result.at, () => outcomes.failed('liveness', liveness));
}

/** When the run began, and from when on its probes succeed. */
function beginOf(
  { cluster: { clock } }: Host,
  { startedAt = clock.now, run }: Container,
): { readonly began: Instant; readonly healthy: Instant } {
  return { began: startedAt, healthy: startedAt + (run?.healthyAfter ?? 0) };
}

/** Runs at `time` if the container's present run still goes on. */
export function whileRunning(host: Host, pod: Pod, container: Container, time: Instant, then: () => void): void {
  const { runs } = container;
  later(host, pod, time - host.cluster.clock.now, () => {
    if (container.state === 'running' && container.runs === runs) then();
  });
}
