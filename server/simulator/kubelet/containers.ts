import type { Instant } from '../engine/clock.ts';
import type { Container, Pod } from '../objects/objects.ts';
import type { ContainerPlan } from '../objects/pod-plan.ts';
import type { FailingStart } from '../objects/runs.ts';

export function newContainer(plan: ContainerPlan, reason: string, now: Instant): Container {
  return {
    plan,
    taken: now,
    state: 'waiting',
    reason,
    exitCode: 0,
    run: undefined,
    startedAt: undefined,
    finishedAt: undefined,
    startedUp: false,
    ready: false,
    restarts: 0,
    runs: 0,
    skippedRuns: 0,
    started: false,
    lastExit: undefined,
    backoff: 0,
    backoffFrom: undefined,
  };
}

/** As the kubelet takes up the pod. */
export function addContainers(pod: Pod, now: Instant): void {
  const { init, regular } = pod.plan;
  const reason = init.length > 0 ? 'PodInitializing' : 'ContainerCreating';
  pod.initContainers = init.map((plan) => newContainer(plan, reason, now));
  pod.containers = regular.map((plan) => newContainer(plan, reason, now));
  if (pod.containers.length > 1) pod.containers = [...pod.containers].sort((a, b) => (a.plan.name < b.plan.name ? -1 : 1));
}

/** All containers of the pod begin anew. */
export function resetContainer(container: Container): void {
  container.state = 'waiting';
  container.reason = 'PodInitializing';
  container.startedUp = false;
  container.ready = false;
  container.started = false;
}

/** What a container waits with that could not be started rightly, until the kubelet tries again (pkg/kubelet/reason_cache.go). */
export type StartFailure = 'RunContainerError' | 'PostStartHookError';

export function waitWith(
  container: Container,
  reason: StartFailure | FailingStart['reason'] | 'ImagePullBackOff' | 'CrashLoopBackOff',
): void {
  container.state = 'waiting';
  container.reason = reason;
}

/** Whether it has ended and will run again. */
export function restarts({ state, backoffFrom }: Container, now: Instant): boolean {
  return state === 'terminated' && backoffFrom !== undefined && backoffFrom > now;
}

/** It starts, but hooks keep that from showing: what it last was stays, except that it surely runs again. */
export function holdBack(container: Container): void {
  container.started = true;
  if (container.state === 'terminated') container.backoffFrom = Infinity;
}

export function beginRun(container: Container, now: Instant): void {
  container.restarts = container.runs;
  container.runs++;
  if (container.backoffFrom === Infinity) container.backoffFrom = now;
  container.startedAt = now;
  container.run = undefined;
}

export function endRun(container: Container, exitCode: number, reason: string, now: Instant): void {
  container.state = 'terminated';
  container.exitCode = exitCode;
  container.reason = reason;
  container.startedUp = false;
  container.ready = false;
  container.finishedAt = now;
}

/** Whether it does not keep its pod from being ready: init containers never do. */
export function isReady({ ready, plan }: Container): boolean {
  return ready || plan.kind === 'init';
}
