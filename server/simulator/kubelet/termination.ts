import { leastGracePeriod } from '../../kubernetes/defaults/pod-template.ts';
import { type Instant, instantOf, microsecondsPerSecond } from '../engine/clock.ts';
import type { Container } from '../objects/container.ts';
import type { Pod } from '../objects/objects.ts';
import { exitReason, type Stopping } from '../objects/runs.ts';
import { isRunning } from './containers.ts';

/** How the containers of a pod end that is stopped; times count from the beginning of the stop. */
export interface StopPlan {
  readonly ends: readonly ContainerEnd[];
  /** Until all is over. */
  readonly length: Instant;
}

export interface ContainerEnd {
  readonly container: Container;
  readonly at: Instant;
  readonly exitCode: number;
  readonly reason: string;
  /** The kubelet is done with it; later than `at` where its hook goes on without it. */
  readonly over: Instant;
  /** When its preStop hook fails; undefined where it does not. */
  readonly hookFails: Instant | undefined;
}

/** What a container gets at least. */
const leastGrace = instantOf(leastGracePeriod);

/** How a pod is stopped. */
export interface PodStop {
  readonly stop: (container: Container) => Stopping;
  readonly grace: Instant;
  readonly now: Instant;
  /** A time that the scenario states passes whatever its container is doing, as it does with a kubelet that takes no time. */
  readonly ideal: boolean;
}

/** Regular containers stop first and together, then each sidecar, the last one first; hooks begin together at once. */
export function planStop(pod: Pod, { stop, grace, now, ideal }: PodStop): StopPlan {
  const sidecars = pod.initContainers.filter(({ plan }) => plan.kind === 'sidecar').reverse();
  const others = [...pod.containers, ...pod.initContainers.filter(({ plan }) => plan.kind === 'init')];
  const ends: ContainerEnd[] = [];
  let passed = 0;
  for (const step of [others, ...sidecars.map((sidecar) => [sidecar])]) {
    let over = passed;
    for (const container of step) {
      const runs = isRunning(container, now);
      const between = ideal && container.state === 'waiting';
      if (!runs && !between) continue;
      const stopping = stop(container);
      if (!runs && !stopping.stated) continue;
      const end = containerEnd(container, stopping, { grace, passed, now, ideal });
      over = Math.max(over, end.over);
      if (runs) ends.push(end);
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
  /** Then a short grace period is as short as it is said. */
  readonly ideal: boolean;
}

/**
 * How one container ends (pkg/kubelet/kuberuntime killContainer, 1.37): its preStop hook and the wait for its turn eat of the
 * grace period, whole seconds of it, then it gets SIGTERM, and SIGKILL when the rest is over. It may end by itself before.
 */
export function containerEnd(container: Container, stopping: Stopping, { grace, passed, now, ideal }: StopTimes): ContainerEnd {
  const { process } = container;
  const runs = isRunning(container, now);
  const hook = runs ? Math.min(stopping.hook, grace) : 0;
  const afterHook = grace - wholeSeconds(hook);
  const wait = Math.min(Math.max(0, passed - hook), afterHook);
  const signalled = hook + wait;
  const left = signalled === 0 && ideal ? grace : Math.max(leastGrace, afterHook - wholeSeconds(wait));
  const answer = stopping.answer(now + signalled - (process?.began ?? now));
  const killed = answer.after >= left;
  const exitCode = killed ? 137 : answer.exitCode;
  const at = signalled + (killed ? left : answer.after);
  const hookFails = runs && stopping.hookFails ? hook : undefined;
  const ended = { container, at, exitCode, reason: exitReason(exitCode), over: at, hookFails };
  if (!process || !runs || stopping.stated) return ended;
  const byItself = process.ends - now;
  if (byItself >= (answer.otherwise ? signalled : at)) return ended;
  return {
    container,
    at: byItself,
    exitCode: process.exitCode,
    reason: process.reason,
    over: stopping.hookInside ? byItself : Math.max(byItself, hook),
    hookFails,
  };
}

function wholeSeconds(length: Instant): Instant {
  return length - (length % microsecondsPerSecond);
}

/** It ends like that, unless something else ends it before. */
export function endProcess({ process }: Container, { exitCode, reason }: Pick<ContainerEnd, 'exitCode' | 'reason'>, ends: Instant): void {
  if (!process || process.ends <= ends) return;
  process.ends = ends;
  process.exitCode = exitCode;
  process.reason = reason;
}
