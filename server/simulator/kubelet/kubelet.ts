import type { Cluster } from '../api-server/cluster.ts';
import { instantOf } from '../engine/clock.ts';
import { type Container, hasEnded, type Pod } from '../objects/objects.ts';
import { exitReason } from '../objects/runs.ts';
import type { ContainerBehaviours } from '../scenario/container-behaviour.ts';
import type { Room } from '../scenario/scenario.ts';
import { createScheduler } from '../scheduler/scheduler.ts';
import { advance, exit } from './container-lifecycle.ts';
import { addContainers } from './containers.ts';
import { type Host, later, report, reportTime } from './host.ts';
import { endPod, passDeadline, stopPod } from './pod-end.ts';

/** The scheduler and the kubelets of all nodes: they bring pods to life and to their end. */
export interface Kubelet {
  podAdded(pod: Pod): void;
  podDeleting(pod: Pod): void;
  podRemoved(pod: Pod): void;
  /** Ends a container's process from outside; the first container unless named. False if it does not run. */
  killContainer(pod: Pod, name: string | undefined, exitCode: number): boolean;
  /** The node is gone: what runs there is not heard of any more. */
  loseNode(node: string): void;
}

export function createKubelet(cluster: Cluster, behaviours: ContainerBehaviours, room: Room): Kubelet {
  const scheduler = createScheduler(room);
  const host: Host = {
    cluster,
    behaviours,
    held: new Map(),
    changing: undefined,
    free(pod) {
      for (const placed of scheduler.freed(pod)) later(host, placed.pod, 0, () => bind(host, placed.pod, placed.node));
    },
  };

  function schedule(pod: Pod): void {
    const { recorder } = cluster;
    const node = pod.plan.gated ? undefined : scheduler.place(pod);
    if (node !== undefined) bind(host, pod, node);
    else recorder.explain(pod.plan.gated ? 'trace-scheduling-gated' : 'trace-waits-for-room', {}, pod);
  }
  return {
    podAdded(pod) {
      later(host, pod, reportTime, () => schedule(pod));
    },
    podDeleting(pod) {
      if (hasEnded(pod) || pod.lost) return;
      stopPod(host, pod, () => endPod(host, pod));
    },
    podRemoved(pod) {
      pod.generation++;
      host.held.delete(pod);
      host.free(pod);
    },
    killContainer(pod, name, exitCode) {
      const container = containerNamed(pod, name);
      if (pod.deleted !== undefined || container?.state !== 'running') return false;
      exit(host, pod, container, { exitCode, reason: exitReason(exitCode) });
      return true;
    },
    loseNode(node) {
      scheduler.loseNode(node);
      for (const pod of cluster.pods.values()) {
        if (pod.node !== node || hasEnded(pod)) continue;
        pod.generation++;
        pod.lost = true;
        host.held.delete(pod);
      }
    },
  };
}

/** The pod has a node, whose kubelet takes it up. */
function bind(host: Host, pod: Pod, node: string): void {
  pod.node = node;
  addContainers(pod, host.cluster.clock.now);
  report(host, pod);
  later(host, pod, host.behaviours.start(pod), () => advance(host, pod));
  const { activeDeadline } = pod.plan;
  if (activeDeadline !== undefined) later(host, pod, instantOf(activeDeadline), () => passDeadline(host, pod));
}

/** Without a name the first of the spec. */
function containerNamed(pod: Pod, name: string | undefined): Container | undefined {
  const plans = [...pod.plan.regular, ...pod.plan.init];
  const wanted = name === undefined ? plans[0] : plans.find((plan) => plan.name === name);
  return [...pod.containers, ...pod.initContainers].find(({ plan }) => plan === wanted);
}
