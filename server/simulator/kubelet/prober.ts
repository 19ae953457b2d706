import type { Instant } from '../engine/clock.ts';
import type { Container } from '../objects/container.ts';
import type { Pod } from '../objects/objects.ts';
import { failuresOf, firstResult, type ProbePlan, readyAt } from '../objects/probes.ts';
import { liveContainers } from './containers.ts';
import { atTime, type Host, report } from './host.ts';
import { unhealthy } from './pod-events.ts';

/** Probes the containers that the pod's status shows to run, from the beginning of each run. */
export function probeStarted(host: Host, pod: Pod): void {
  for (const container of liveContainers(pod)) {
    const { plan, state, process } = container;
    if (!plan.probes || state !== 'running' || container.probed === process) continue;
    container.probed = process;
    probe(host, pod, container);
  }
}

function probe(host: Host, pod: Pod, container: Container): void {
  const { startup, readiness } = container.plan.probes ?? {};
  if (!startup) {
    probeRunning(host, pod, container);
    return;
  }
  const { taken } = container;
  const { seen, healthy } = beginOf(host, container);
  const from = Math.max(host.cluster.clock.now, seen + startup.delay);
  const result = firstResult(startup, taken, from, healthy);
  tellFailures(host, pod, container, 'Startup', failuresOf(startup, taken, from, healthy, startup.failures));
  whileRunning(host, pod, container, result.at, () => {
    if (result.passes) {
      container.startedUp = true;
      container.ready = readiness === undefined;
      report(host, pod);
      probeRunning(host, pod, container);
    } else container.failedProbe = 'startup';
    host.wake(pod);
  });
}

/** Readiness and liveness, once the startup probe has passed or where there is none. */
function probeRunning(host: Host, pod: Pod, container: Container): void {
  const { readiness, liveness } = container.plan.probes ?? {};
  const { now } = host.cluster.clock;
  const { seen, healthy } = beginOf(host, container);
  // The kubelet asks for readiness at once, and counts the periods from there (prober_manager.go UpdatePodStatus, 1.37).
  if (readiness) {
    tellFailures(host, pod, container, 'Readiness', failuresOf(readiness, now, seen + readiness.delay, healthy, mostTold));
    whileRunning(host, pod, container, readyAt(readiness, now, seen + readiness.delay, healthy), () => {
      container.ready = true;
      report(host, pod);
    });
  }
  if (liveness) probeLiveness(host, pod, container, liveness);
}

function probeLiveness(host: Host, pod: Pod, container: Container, liveness: ProbePlan): void {
  const { began, seen, healthy } = beginOf(host, container);
  if (healthy === began) return;
  const { taken } = container;
  const from = Math.max(host.cluster.clock.now, seen + liveness.delay);
  const result = firstResult(liveness, taken, from, healthy);
  tellFailures(host, pod, container, 'Liveness', failuresOf(liveness, taken, from, healthy, liveness.failures));
  if (result.passes) return;
  whileRunning(host, pod, container, result.at, () => {
    container.failedProbe = 'liveness';
    host.wake(pod);
  });
}

/** Of what says the same again and again, no more is kept than this (event_correlation.ts). */
const mostTold = 25;

function tellFailures(
  host: Host,
  pod: Pod,
  container: Container,
  which: 'Startup' | 'Readiness' | 'Liveness',
  [first, ...rest]: readonly Instant[],
): void {
  if (first === undefined) return;
  whileRunning(host, pod, container, first, () => {
    host.tell(pod, unhealthy(container.plan, which));
    tellFailures(host, pod, container, which, rest);
  });
}

/** When the run began, when by its status, which holds whole seconds, and from when on its probes succeed. */
function beginOf(
  { cluster }: Host,
  { process }: Container,
): { readonly began: Instant; readonly seen: Instant; readonly healthy: Instant } {
  const began = process?.began ?? cluster.clock.now;
  return { began, seen: cluster.stored(began), healthy: began + (process?.run.healthyAfter ?? 0) };
}

/** Runs at `time` if the container's present run still goes on, and its pod is not to end. */
function whileRunning(host: Host, pod: Pod, container: Container, time: Instant, then: () => void): void {
  const { process } = container;
  atTime(host, pod, time, () => {
    const goesOn = container.process === process && (process?.ends ?? 0) > time && container.failedProbe === undefined;
    if (goesOn && pod.worker?.ending === undefined) then();
  });
}
