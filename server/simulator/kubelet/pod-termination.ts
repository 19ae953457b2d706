import { instantOf } from '../engine/clock.ts';
import { hasEnded, type Pod, type PodWorker } from '../objects/objects.ts';
import { endPhase } from '../objects/pod-phase.ts';
import { giveUp, observe } from './container-status.ts';
import { allContainers, someRun } from './containers.ts';
import { afterTime, atTime, type Host, report, reportTime } from './host.ts';
import { tellHookFailure } from './kill-container.ts';
import * as say from './pod-events.ts';
import { endProcess, planStop } from './termination.ts';

/**
 * All that the pod was for is done. Its phase is told only when it is sure that nothing of it runs, which is one more look
 * (pkg/kubelet/status/status_manager.go mergePodStatus, 1.37).
 */
export function complete(host: Host, pod: Pod, worker: PodWorker): void {
  worker.busy = true;
  const { now } = host.cluster.clock;
  const over = () => {
    if (worker.ending) letGo(host, pod, worker);
    else {
      endPod(host, pod);
      if (allContainers(pod).every(({ state }) => state === 'terminated')) retire(host, pod);
      else atTime(host, pod, host.times.nextLook(host.cluster.clock.now), () => closeBooks(host, pod));
    }
  };
  if (host.times.ideal) over();
  else atTime(host, pod, host.times.nextLook(now) + 2 * reportTime, over);
}

/** Nothing of the pod runs any more: its phase is final. */
function endPod({ cluster, free }: Host, pod: Pod): void {
  pod.reason = pod.worker?.ending?.reason ?? '';
  pod.phase = pod.reason === '' ? endPhase(pod) : 'Failed';
  pod.ready = false;
  pod.readyChanged = cluster.clock.now;
  cluster.podChanged(pod);
  free(pod);
}

/** What is not known of its containers by now never will be. */
function closeBooks(host: Host, pod: Pod): void {
  giveUp(pod);
  if (hasEnded(pod)) host.cluster.podChanged(pod);
  else endPod(host, pod);
  retire(host, pod);
}

/** Nothing is done to it, and nothing said of it, any more. */
function retire({ cluster }: Host, pod: Pod): void {
  pod.worker = undefined;
  for (const container of allContainers(pod)) container.process = undefined;
  cluster.forgetEventsOf(pod);
}

/** Stops all that runs, sidecars last; `then` when it has stopped or the grace period is over. */
export function killPod(host: Host, pod: Pod, then: () => void): void {
  const { cluster, behaviours, times } = host;
  const { now } = cluster.clock;
  const grace = instantOf(pod.deletion?.grace ?? pod.plan.grace);
  const known = allContainers(pod).filter((one) => one.state === 'running');
  for (const container of known) host.tell(pod, say.stopping(container.plan));
  const { ends, length } = planStop(pod, { stop: (container) => behaviours.stop(pod, container), grace, now, ideal: times.ideal });
  for (const end of ends) {
    endProcess(end.container, end, now + end.at);
    tellHookFailure(host, pod, end);
  }
  afterTime(host, pod, length, then);
}

/** Stops a pod that is to end, and lets go of it (pkg/kubelet/kubelet.go SyncTerminatingPod and SyncTerminatedPod, 1.37). */
export function terminate(host: Host, pod: Pod, worker: PodWorker): void {
  worker.busy = true;
  observe(pod, host.cluster.clock.now);
  sayWhy(host, pod, worker);
  report(host, pod);
  let over = false;
  worker.stopped = () => {
    if (over || someRun(pod, host.cluster.clock.now)) return;
    over = true;
    letGo(host, pod, worker);
  };
  killPod(host, pod, worker.stopped);
}

/** All that runs has stopped: its end shows at once, and with the next look the pod may go. */
function letGo(host: Host, pod: Pod, worker: PodWorker): void {
  const { cluster, times } = host;
  const { now } = cluster.clock;
  observe(pod, now);
  sayWhy(host, pod, worker);
  if (allContainers(pod).every(({ state, hasRun }) => state === 'terminated' || hasRun)) endPod(host, pod);
  atTime(host, pod, times.nextLook(now), () => {
    sayWhy(host, pod, worker);
    closeBooks(host, pod);
    if (pod.deletion) cluster.clock.schedule(cluster.clock.now + reportTime, () => cluster.releasePod(pod));
  });
}

function sayWhy(host: Host, pod: Pod, { ending }: PodWorker): void {
  if (ending?.reason === 'DeadlineExceeded') host.tell(pod, say.deadlineExceeded);
}
