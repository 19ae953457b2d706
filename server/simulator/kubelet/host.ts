import type { Cluster } from '../api-server/cluster.ts';
import type { Instant } from '../engine/clock.ts';
import type { Container } from '../objects/container.ts';
import type { Pod } from '../objects/objects.ts';
import { livePhase } from '../objects/pod-phase.ts';
import type { ContainerBehaviours } from '../scenario/container-behaviour.ts';
import type { KubeletTimes } from './kubelet-times.ts';
import type { PodNotice } from './pod-events.ts';

/** What the parts of the kubelet share; one stands for the kubelets of all nodes. */
export interface Host {
  readonly cluster: Cluster;
  readonly behaviours: ContainerBehaviours;
  readonly times: KubeletTimes;
  /** Something happened to the pod that its kubelet hears of at once. */
  readonly wake: (pod: Pod) => void;
  /** Says something of a pod, or of one of its containers. */
  readonly tell: (pod: Pod, notice: PodNotice) => void;
  /** The pod has ended or is gone: its room is for others. */
  readonly free: (pod: Pod) => void;
}

/** How long the kubelet takes to bring its news to those who watch; the measure is that of `writeTime`. */
export const reportTime = 8;

/** Runs then, if the pod is still looked after; never where that is infinite. */
export function atTime({ cluster: { clock } }: Host, pod: Pod, at: Instant, run: () => void): void {
  if (!Number.isFinite(at)) return;
  const { worker } = pod;
  clock.schedule(at + reportTime, () => {
    if (pod.worker === worker && pod.deleted === undefined) run();
  });
}

/** The same after a while; at once where that is nothing. */
export function afterTime(host: Host, pod: Pod, delay: Instant, run: () => void): void {
  if (delay === 0) run();
  else atTime(host, pod, host.cluster.clock.now + delay, run);
}

/** After every change of what is known of containers: what follows for the pod as a whole. */
export function report({ cluster }: Host, pod: Pod): void {
  pod.phase = livePhase(pod);
  const ready = pod.plan.readinessGates === 0 && pod.containers.every(isReady) && areReady(pod);
  if (pod.ready !== ready || pod.readyChanged === undefined) pod.readyChanged = cluster.clock.now;
  pod.ready = ready;
  cluster.podChanged(pod);
}

function isReady({ ready }: Container): boolean {
  return ready;
}

/** Init containers that are no sidecars never keep their pod from being ready. */
function areReady({ initContainers, plan }: Pod): boolean {
  const hasSidecars = plan.readable > plan.regular.length;
  return !hasSidecars || initContainers.every((one) => one.plan.kind === 'init' || isReady(one));
}
