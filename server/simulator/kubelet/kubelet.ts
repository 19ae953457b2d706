import type { Cluster } from '../api-server/cluster.ts';
import { instantOf } from '../engine/clock.ts';
import type { Seconds } from '../engine/time.ts';
import type { Container } from '../objects/container.ts';
import { hasEnded, type Pod } from '../objects/objects.ts';
import { exitReason } from '../objects/runs.ts';
import type { ContainerBehaviours } from '../scenario/container-behaviour.ts';
import type { Room } from '../scenario/scenario.ts';
import { failedScheduling } from '../scheduler/failed-scheduling.ts';
import { createScheduler, type Shortage } from '../scheduler/scheduler.ts';
import { addContainers, allContainers, isRunning } from './containers.ts';
import { atTime, type Host, reportTime } from './host.ts';
import { kubeletTimes } from './kubelet-times.ts';
import * as say from './pod-events.ts';
import { newWorker, wake } from './pod-worker.ts';
import { endProcess } from './termination.ts';

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

/** `notice` are the seconds between two looks of the kubelet; undefined: as usual. */
export function createKubelet(cluster: Cluster, behaviours: ContainerBehaviours, room: Room, notice: Seconds | undefined): Kubelet {
  const scheduler = createScheduler(room);
  const host: Host = {
    cluster,
    behaviours,
    times: kubeletTimes(notice),
    wake: (pod) => wake(host, pod),
    tell: cluster.sendOfPod,
    free(pod) {
      for (const placed of scheduler.freed(pod)) atTime(host, placed.pod, cluster.clock.now, () => bind(host, placed.pod, placed.node));
    },
  };

  function schedule(pod: Pod): void {
    const { recorder } = cluster;
    if (pod.plan.gated) {
      recorder.explain('trace-scheduling-gated', {}, pod);
      return;
    }
    const node = scheduler.place(pod);
    if (node !== undefined) bind(host, pod, node);
    else {
      recorder.explain('trace-waits-for-room', {}, pod);
      tellNotScheduled(pod, scheduler.shortage(pod));
    }
  }
  function tellNotScheduled(pod: Pod, shortage: Shortage | undefined): void {
    host.tell(pod, say.notScheduled(failedScheduling(pod.plan.spec, scheduler.nodes, shortage, cluster.behaviour)));
  }
  return {
    podAdded(pod) {
      const { now } = cluster.clock;
      const length = behaviours.held(pod, 'cannot-schedule');
      if (length !== undefined) tellNotScheduled(pod, undefined);
      atTime(host, pod, now + reportTime + (length ?? 0), () => schedule(pod));
    },
    podDeleting(pod) {
      if (hasEnded(pod) || pod.lost || !pod.worker || pod.worker.ending) return;
      // A kubelet that takes no time is not busy with what comes before the containers.
      if (host.times.ideal && allContainers(pod).every(({ runs }) => runs === 0)) pod.worker = newWorker();
      pod.worker.ending = { reason: '' };
      wake(host, pod);
    },
    podRemoved(pod) {
      if (pod.worker) {
        pod.worker = undefined;
        // Its object is gone before it was stopped: there was no grace period.
        for (const one of allContainers(pod)) if (one.state === 'running') host.tell(pod, say.stopping(one.plan));
      }
      host.free(pod);
    },
    killContainer(pod, name, exitCode) {
      const container = containerNamed(pod, name);
      const { now } = cluster.clock;
      if (pod.deleted !== undefined || !container || !isRunning(container, now)) return false;
      endProcess(container, { exitCode, reason: exitReason(exitCode) }, now);
      if (pod.worker?.stopped) pod.worker.stopped();
      else atTime(host, pod, host.times.nextLook(now), () => wake(host, pod));
      return true;
    },
    loseNode(node) {
      scheduler.loseNode(node);
      for (const pod of cluster.pods.values()) {
        if (pod.node !== node || hasEnded(pod)) continue;
        pod.worker = undefined;
        pod.lost = true;
      }
    },
  };
}

/** The pod has a node, whose kubelet takes it up. */
function bind(host: Host, pod: Pod, node: string): void {
  const { now } = host.cluster.clock;
  pod.node = node;
  host.tell(pod, say.scheduled(pod, host.cluster.namespace, node));
  pod.worker = newWorker();
  addContainers(pod, now);
  wake(host, pod);
  const { activeDeadline } = pod.plan;
  if (activeDeadline !== undefined) atTime(host, pod, host.times.nextSync(now + instantOf(activeDeadline)), () => passDeadline(host, pod));
}

/** The pod's own activeDeadlineSeconds are over (pkg/kubelet/active_deadline.go, 1.37). */
function passDeadline(host: Host, pod: Pod): void {
  const { worker } = pod;
  if (!worker || worker.ending || hasEnded(pod)) return;
  host.cluster.recorder.explain('trace-pod-deadline', { seconds: pod.plan.activeDeadline ?? 0 }, pod);
  host.tell(pod, say.deadlineExceeded);
  worker.ending = { reason: 'DeadlineExceeded' };
  worker.lastSync = host.cluster.clock.now;
  wake(host, pod);
}

/** Without a name the first of the spec. */
function containerNamed(pod: Pod, name: string | undefined): Container | undefined {
  const plans = [...pod.plan.regular, ...pod.plan.init];
  const wanted = name === undefined ? plans[0] : plans.find((plan) => plan.name === name);
  return allContainers(pod).find(({ plan }) => plan === wanted);
}
