import type { Instant } from '../engine/clock.ts';
import type { Container } from '../objects/container.ts';
import type { Pod } from '../objects/objects.ts';
import { followInit, isRunning, liveContainers, regularContainers } from './containers.ts';
import { afterExit, restarts, restartsAfterProbe } from './restart-policy.ts';

/** What is to be done to a pod, in this order. */
export interface PodActions {
  /** All its containers are done: what still runs is stopped. */
  readonly killPod: boolean;
  /** An exit code asks for all containers to be removed, and begun anew. */
  readonly restartAll: boolean;
  /** Their probes failed. */
  readonly kill: readonly ContainerToKill[];
  /** Init containers and sidecars first, each in the order of the spec. */
  readonly start: readonly Container[];
}

export interface ContainerToKill {
  readonly container: Container;
  readonly probe: 'startup' | 'liveness';
  readonly restarts: boolean;
}

const nothing: PodActions = { killPod: false, restartAll: false, kill: [], start: [] };

/** What the pod needs by what is known of its containers (pkg/kubelet/kuberuntime computePodActions, 1.37). */
export function podActions(pod: Pod, now: Instant): PodActions {
  const [only] = pod.containers;
  if (only && pod.containers.length === 1 && pod.initContainers.length === 0 && only.failedProbe === undefined) {
    const quick = actionsOfOne(pod, only, now);
    if (quick) return quick;
  }
  const policy = pod.plan.restartPolicy;
  const exited = (container: Container) => container.process !== undefined && !isRunning(container, now);
  followInit(pod);
  if (
    liveContainers(pod).some((one) => exited(one) && afterExit(one.plan, policy, one.process?.exitCode ?? 0) === 'RestartAllContainers')
  ) {
    return { ...nothing, restartAll: true };
  }
  const init = initActions(pod, now);
  if (init.failed) return { ...nothing, killPod: true };
  if (!init.initialized) return { ...nothing, kill: init.kill, start: init.start };
  const regular = regularContainers(pod);
  const start = regular.filter((one) => one.process === undefined || (exited(one) && restarts(one.plan, policy, one.process.exitCode)));
  const kill = regular.flatMap((one) => (isRunning(one, now) ? toKill(pod, one) : []));
  const again = kill.filter((one) => one.restarts).map(({ container }) => container);
  const kept = regular.some((one) => isRunning(one, now) && one.failedProbe === undefined);
  if (!kept && start.length + again.length === 0) return { ...nothing, killPod: true };
  const inOrder = regular.filter((one) => start.includes(one) || again.includes(one));
  return { ...nothing, kill: [...init.kill, ...kill], start: [...init.start, ...inOrder] };
}

const done: PodActions = { ...nothing, killPod: true };

/** The same of the one container of most pods; undefined where it asks for more than its own restart. */
function actionsOfOne({ plan }: Pod, container: Container, now: Instant): PodActions | undefined {
  const { process } = container;
  if (process && process.ends > now) return nothing;
  const then = process ? afterExit(container.plan, plan.restartPolicy, process.exitCode) : 'Restart';
  if (then === 'RestartAllContainers') return undefined;
  return then === 'Restart' ? { ...nothing, start: [container] } : done;
}

function toKill({ plan }: Pod, container: Container): readonly ContainerToKill[] {
  const { failedProbe: probe } = container;
  return probe ? [{ container, probe, restarts: restartsAfterProbe(container.plan, plan.restartPolicy) }] : [];
}

interface InitActions extends Pick<PodActions, 'kill' | 'start'> {
  /** Regular containers may start. */
  readonly initialized: boolean;
  /** One of them failed for good. */
  readonly failed: boolean;
}

/**
 * From the last that ever ran backwards (computeInitContainerActions, 1.37): sidecars before it restart, and when it is done, or
 * has started, the next one follows.
 */
function initActions(pod: Pod, now: Instant): InitActions {
  const { initContainers, initDone, initTried, containers, plan } = pod;
  const hasInitialized = initContainers.length === 0 || containers.some(({ process }) => process !== undefined);
  let latest = initTried - 1;
  while (latest >= 0 && initContainers[latest]?.process === undefined) latest--;
  const earlier = initContainers.slice(initDone, hasInitialized ? undefined : Math.max(initDone, latest));
  const sidecars = earlier.filter(({ plan: { kind } }) => kind === 'sidecar');
  const kill = sidecars.flatMap((one) => (isRunning(one, now) ? toKill(pod, one) : []));
  const start = sidecars.filter((one) => !isRunning(one, now) || one.failedProbe !== undefined);
  if (hasInitialized) return { initialized: true, failed: false, kill, start };
  const one = initContainers[latest];
  const next = initContainers[latest + 1];
  const then: InitActions = { initialized: next === undefined, failed: false, kill, start: next ? [...start, next] : start };
  if (!one) return then;
  const again: InitActions = { initialized: false, failed: false, kill, start: [...start, one] };
  if (isRunning(one, now)) {
    const killed = toKill(pod, one);
    if (one.plan.kind === 'sidecar' && killed.length > 0) return { ...again, kill: [...kill, ...killed] };
    return one.plan.kind === 'sidecar' && one.startedUp ? then : { ...again, start };
  }
  const exitCode = one.process?.exitCode ?? 0;
  if (one.plan.kind === 'sidecar') return again;
  if (exitCode === 0) return then;
  return restarts(one.plan, plan.restartPolicy, exitCode) ? again : { ...then, failed: true };
}
