import { leastGracePeriod } from '../../kubernetes/defaults/pod-template.ts';
import { type Instant, instantOf, microsecondsPerSecond } from '../engine/clock.ts';
import type { Container, Pod } from '../objects/objects.ts';
import { exitReason, type Stopping } from '../objects/runs.ts';
import { restarts } from './containers.ts';

/** How the containers of a pod end that is stopped; times count from the beginning of the stop. */
export interface StopPlan {
  readonly ends: readonly ContainerEnd[];
  /** Until all is over. */
  readonly length: Instant;
}

interface ContainerEnd {
  readonly container: Container;
  readonly at: Instant;
  readonly exitCode: number;
  readonly reason: string;
  /** The kubelet is done with it; later than `at` where its hook goes on without it. */
  readonly over: Instant;
}

/** What a container gets at least that used up the grace period before its SIGTERM. */
const leastGrace = instantOf(leastGracePeriod);

/** Regular containers stop first and together, then each sidecar, the last one first; hooks begin together at once. */
export function planStop(pod: Pod, stop: (container: Container) => Stopping, now: Instant): StopPlan {
  const grace = instantOf(pod.plan.grace);
  const sidecars = pod.initContainers.filter(({ plan }) => plan.kind === 'sidecar').reverse();
  const others = [...pod.containers, ...pod.initContainers.filter(({ plan }) => plan.kind === 'init')];
  const ends: ContainerEnd[] = [];
  let passed = 0;
  for (const step of [others, ...sidecars.map((sidecar) => [sidecar])]) {
    let over = passed;
    for (const container of step) {
      const stopping = stop(container);
      // Only what runs takes time to stop; a time that the scenario states passes in any case, as the recordings show it.
      const between = container.state === 'waiting' || restarts(container, now);
      if (container.state !== 'running' && !(between && stopping.stated)) continue;
      const end = containerEnd(container, stopping, { grace, passed, now });
      over = Math.max(over, end.over);
      if (container.state === 'running') ends.push(end);
    }
    passed = over;
  }
  return { ends, length: passed };
}

interface StopTimes {
  readonly grace: Instant;
  /** How long what stops before it took. */
  readonly passed: Instant;
  readonly now: Instant;
}

/**
 * How one container ends (pkg/kubelet/kuberuntime killContainer, 1.37): its preStop hook and the wait for its turn eat of the
 * grace period, whole seconds of it, then it gets SIGTERM, and SIGKILL when the rest is over. It may end by itself before.
 */
export function containerEnd(container: Container, stopping: Stopping, { grace, passed, now }: StopTimes): ContainerEnd {
  const runs = container.state === 'running';
  const hook = runs ? Math.min(stopping.hook, grace) : 0;
  const afterHook = grace - wholeSeconds(hook);
  const wait = Math.min(Math.max(0, passed - hook), afterHook);
  const signalled = hook + wait;
  const left = signalled === 0 ? grace : Math.max(leastGrace, afterHook - wholeSeconds(wait));
  const answer = stopping.answer(now + signalled - (container.startedAt ?? now));
  const killed = answer.after >= left;
  const exitCode = killed ? 137 : answer.exitCode;
  const at = signalled + (killed ? left : answer.after);
  const ended = { container, at, exitCode, reason: exitReason(exitCode), over: at };
  if (!runs || stopping.stated || !container.run) return ended;
  const byItself = Math.max(0, (container.startedAt ?? now) + container.run.for - now);
  if (byItself >= (answer.otherwise ? signalled : at)) return ended;
  const { run } = container;
  return {
    container,
    at: byItself,
    exitCode: run.exitCode,
    reason: run.reason,
    over: stopping.hookInside ? byItself : Math.max(byItself, hook),
  };
}

function wholeSeconds(length: Instant): Instant {
  return length - (length % microsecondsPerSecond);
}

/**
 * The states of the containers once all have stopped. A container between two runs shows its last; one that never ran is of
 * unknown state, exit code 137.
 */
export function endContainers(pod: Pod, { ends, length }: StopPlan, now: Instant): void {
  for (const { container, at, exitCode, reason } of ends) {
    if (container.state !== 'running') continue;
    Object.assign(container, { exitCode, reason, finishedAt: now - (length - at), state: 'terminated' });
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
