import type { Container, Pod, PodPhase } from './objects.ts';

/**
 * The phase of a pod whose containers may still run (pkg/kubelet/kubelet_pods.go getPhase): Pending until every regular
 * container ran once, then Running, also between restarts. How a pod ends is `endPhase`.
 */
export function livePhase(pod: Pod): PodPhase {
  const [only] = pod.containers;
  if (only && pod.containers.length === 1 && only.runs > 0) return 'Running';
  return isInitialized(pod) && pod.containers.every(({ runs }) => runs > 0) ? 'Running' : 'Pending';
}

/** The condition Initialized (pkg/kubelet/status/generate.go): it stays once a regular container ran. */
export function isInitialized(pod: Pod): boolean {
  return pod.containers.some(({ runs }) => runs > 0) || pod.initContainers.every(isDone);
}

/** An init container that is done, or a sidecar that has started. */
function isDone({ plan, startedUp, state, exitCode }: Container): boolean {
  return plan.kind === 'sidecar' ? startedUp : state === 'terminated' && exitCode === 0;
}

/** Succeeded if every regular container ended with exit code 0; sidecars do not matter. */
export function endPhase(pod: Pod): PodPhase {
  const failedInit = pod.initContainers.some(
    ({ plan, state, exitCode }) => plan.kind === 'init' && state === 'terminated' && exitCode !== 0,
  );
  const succeeded = !failedInit && pod.containers.every(({ state, exitCode }) => state === 'terminated' && exitCode === 0);
  return succeeded ? 'Succeeded' : 'Failed';
}

/** What is to start next: sidecars and init containers one after the other, then all regular containers. */
export function startable(pod: Pod): readonly Container[] {
  const next = pod.initContainers.find((container) => !isDone(container));
  const containers = next ? [next] : pod.containers;
  return containers.filter(({ state, started }) => state === 'waiting' && !started);
}

/** Whether nothing of it runs. */
export function hasStopped(pod: Pod): boolean {
  return pod.containers.every(({ state }) => state === 'terminated') && pod.initContainers.every(({ state }) => state !== 'running');
}
