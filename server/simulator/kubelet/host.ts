import type { Cluster } from '../api-server/cluster.ts';
import type { Instant } from '../engine/clock.ts';
import { hasEnded, type Pod } from '../objects/objects.ts';
import { livePhase } from '../objects/pod-phase.ts';
import type { ContainerBehaviours } from '../scenario/container-behaviour.ts';
import { isReady } from './containers.ts';
import type { HeldPod } from './held-starts.ts';

/** What the parts of the kubelet share; one stands for the kubelets of all nodes. */
export interface Host {
  readonly cluster: Cluster;
  readonly behaviours: ContainerBehaviours;
  /** The pods whose postStart hooks run: all else waits meanwhile. */
  readonly held: Map<Pod, HeldPod>;
  /** The pod of which several containers change at once. */
  changing: Pod | undefined;
  /** The pod has ended or is gone: its room is for others. */
  readonly free: (pod: Pod) => void;
}

/** How long the kubelet takes to bring its news to those who watch; the measure is that of `writeTime`. */
export const reportTime = 8;

/** Runs unless the pod took another course in the meantime; never where `delay` is infinite. */
export function later({ cluster: { clock } }: Host, pod: Pod, delay: Instant, run: () => void): void {
  if (!Number.isFinite(delay)) return;
  const { generation } = pod;
  clock.schedule(clock.now + delay + reportTime, () => {
    if (pod.generation === generation && pod.deleted === undefined) run();
  });
}

/** After every change of containers: what follows for the pod as a whole. */
export function report(host: Host, pod: Pod): void {
  if (host.changing === pod) return;
  const { cluster } = host;
  pod.phase = livePhase(pod);
  const ready = pod.plan.readinessGates === 0 && pod.containers.every(isReady) && pod.initContainers.every(isReady);
  if (pod.ready !== ready || pod.readyChanged === undefined) pod.readyChanged = cluster.clock.now;
  pod.ready = ready;
  cluster.podChanged(pod);
}

/** Several containers change at once, and that is told once. */
export function reportOnce(host: Host, pod: Pod, change: () => void): void {
  host.changing = pod;
  change();
  host.changing = undefined;
  if (!hasEnded(pod)) report(host, pod);
}
