import type { Container } from './container.ts';
import type { Pod, PodPhase } from './objects.ts';

/**
 * The phase of a pod whose containers may still run (pkg/kubelet/kubelet_pods.go getPhase): Pending until every regular
 * container ran once, then Running, also between restarts. How a pod ends is `endPhase`.
 */
export function livePhase(pod: Pod): PodPhase {
  const [only] = pod.containers;
  if (only && pod.containers.length === 1 && only.hasRun) return 'Running';
  return isInitialized(pod) && pod.containers.every(({ hasRun }) => hasRun) ? 'Running' : 'Pending';
}

/** The condition Initialized (pkg/kubelet/status/generate.go): it stays once a regular container ran. */
export function isInitialized(pod: Pod): boolean {
  if (pod.containers.some(({ hasRun }) => hasRun)) return true;
  const { initContainers } = pod;
  for (let place = pod.initDone; place < initContainers.length; place++) if (!isDone(initContainers[place])) return false;
  return true;
}

/** An init container that is done, or a sidecar that has started. */
function isDone(container: Container | undefined): boolean {
  if (!container) return true;
  const { plan, startedUp, state, exitCode } = container;
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
