import type { Clock, Instant } from '../clock.ts';
import type { Container, Pod } from '../objects.ts';
import { readinessPassed, startupPassed } from './probes.ts';

interface Around {
  readonly clock: Clock;
  /** Runs unless the pod took another course in the meantime. */
  readonly later: (pod: Pod, delay: Instant, run: () => void) => void;
  readonly report: (pod: Pod) => void;
  readonly startedUp: (pod: Pod, container: Container) => void;
}

/** To be called when a container with probes begins to run: it becomes ready when its probes, which always succeed, let it. */
export function createProber({ clock, later, report, startedUp }: Around): (pod: Pod, container: Container) => void {
  function probe(pod: Pod, container: Container): void {
    const { startup, readiness } = container.plan.probes ?? {};
    const { runs, startedAt: began = clock.now } = container;
    const at = (time: Instant, run: () => void) =>
      later(pod, time - clock.now, () => {
        if (container.state === 'running' && container.runs === runs) run();
      });
    if (startup && !container.startedUp) {
      at(startupPassed(startup, began, container.taken), () => {
        container.startedUp = true;
        container.ready = readiness === undefined;
        report(pod);
        if (readiness) probe(pod, container);
        startedUp(pod, container);
      });
    } else if (readiness) {
      at(readinessPassed(readiness, began, clock.now), () => {
        container.ready = true;
        report(pod);
      });
    }
  }
  return probe;
}
