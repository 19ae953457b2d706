import type { Instant } from '../clock.ts';
import type { Container, Pod } from '../objects.ts';
import type { Stopping } from './container-behaviour.ts';
import { restarts } from './containers.ts';

/** Containers that stop together, and how. Regular containers first, then each sidecar, the last one first. */
export type StopPlan = readonly (readonly { readonly container: Container; readonly stopping: Stopping }[])[];

export function stopOrder(pod: Pod, stop: (container: Container) => Stopping, now: Instant): StopPlan {
  /** Only what runs takes time to stop; a time that the scenario states passes in any case, as the recordings show it. */
  const stopped = (container: Container) => {
    const stopping = stop(container);
    const between = container.state === 'waiting' || restarts(container, now);
    return container.state === 'running' || (between && stopping.stated) ? [{ container, stopping }] : [];
  };
  const sidecars = pod.initContainers.filter(({ plan }) => plan.kind === 'sidecar').reverse();
  const others = [...pod.containers, ...pod.initContainers.filter(({ plan }) => plan.kind === 'init')];
  return [others.flatMap(stopped), ...sidecars.map(stopped)];
}

/** How long it takes, the grace period at most. */
export function stopTime(plan: StopPlan, grace: Instant): Instant {
  const steps = plan.map((step) => step.reduce((longest, { stopping }) => Math.max(longest, stopping.after), 0));
  return Math.min(
    steps.reduce((sum, step) => sum + step, 0),
    grace,
  );
}

/**
 * The states of the containers once all have stopped. What was still running when the grace period ended was killed: 137.
 * A container between two runs shows its last; one that never ran is of unknown state, also 137.
 */
export function endContainers(pod: Pod, plan: StopPlan, grace: Instant, now: Instant): void {
  let passed = 0;
  for (const step of plan) {
    for (const { container, stopping } of step) {
      if (container.state !== 'running') continue;
      const exitCode = passed + stopping.after >= grace ? 137 : stopping.exitCode;
      Object.assign(container, { exitCode, reason: exitCode === 0 ? 'Completed' : 'Error', finishedAt: now, state: 'terminated' });
    }
    passed += step.reduce((longest, { stopping }) => Math.max(longest, stopping.after), 0);
  }
  for (const container of [...pod.initContainers, ...pod.containers]) {
    container.startedUp = false;
    container.ready = false;
    if (container.state !== 'waiting') continue;
    container.state = 'terminated';
    if (container.lastExit) Object.assign(container, container.lastExit);
    else Object.assign(container, { exitCode: 137, reason: 'ContainerStatusUnknown', finishedAt: undefined });
  }
}
