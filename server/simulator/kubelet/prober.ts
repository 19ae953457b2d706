import type { Clock, Instant } from '../engine/clock.ts';
import type { Container, Pod } from '../objects/objects.ts';
import { firstResult, type ProbePlan, readyAt } from '../objects/probes.ts';

interface Around {
  readonly clock: Clock;
  /** Runs unless the pod took another course in the meantime. */
  readonly later: (pod: Pod, delay: Instant, run: () => void) => void;
  readonly report: (pod: Pod) => void;
  readonly startedUp: (pod: Pod) => void;
  /** A probe failed too often. */
  readonly failed: (pod: Pod, container: Container, name: 'startup' | 'liveness', probe: ProbePlan) => void;
}

/** To be called when a container with probes begins to run: what its probes make of it while it runs. */
export function createProber({ clock, later, report, startedUp, failed }: Around): (pod: Pod, container: Container) => void {
  return (pod, container) => {
    const { startup, readiness, liveness } = container.plan.probes ?? {};
    const { runs, taken, startedAt: began = clock.now } = container;
    const healthy = began + (container.run?.healthyAfter ?? 0);
    const at = (time: Instant, run: () => void) =>
      later(pod, time - clock.now, () => {
        if (container.state === 'running' && container.runs === runs) run();
      });
    const afterStartup = () => {
      // The kubelet asks for readiness at once, and counts the periods from there (prober_manager.go UpdatePodStatus, 1.37).
      if (readiness) {
        at(readyAt(readiness, clock.now, began + readiness.delay, healthy), () => {
          container.ready = true;
          report(pod);
        });
      }
      if (!liveness || healthy === began) return;
      const result = firstResult(liveness, taken, Math.max(clock.now, began + liveness.delay), healthy);
      if (!result.passes) at(result.at, () => failed(pod, container, 'liveness', liveness));
    };
    if (!startup) {
      afterStartup();
      return;
    }
    const result = firstResult(startup, taken, began + startup.delay, healthy);
    at(result.at, () => {
      if (!result.passes) {
        failed(pod, container, 'startup', startup);
        return;
      }
      container.startedUp = true;
      container.ready = readiness === undefined;
      report(pod);
      afterStartup();
      startedUp(pod);
    });
  };
}
