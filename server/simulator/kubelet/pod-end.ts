import type { Container, Pod } from '../objects/objects.ts';
import { endPhase } from '../objects/pod-phase.ts';
import { type Host, later, reportTime } from './host.ts';
import { endContainers, planStop } from './termination.ts';

/** Nothing of the pod runs any more: its phase is final, and its object may go where that was asked for. */
export function endPod({ cluster, free }: Host, pod: Pod): void {
  const { clock } = cluster;
  pod.generation++;
  pod.phase = pod.reason === '' ? endPhase(pod) : 'Failed';
  pod.ready = false;
  pod.readyChanged = clock.now;
  cluster.podChanged(pod);
  free(pod);
  if (pod.deletion) clock.schedule(clock.now + reportTime, () => cluster.releasePod(pod));
}

/**
 * Stops all that runs, sidecars last, and goes on when it has stopped or the grace period is over. While postStart hooks run
 * that waits for their end.
 */
export function stopPod(host: Host, pod: Pod, then: () => void): void {
  const { cluster, behaviours, held } = host;
  const hooks = held.get(pod);
  if (hooks) {
    hooks.stop = then;
    return;
  }
  pod.generation++;
  pod.stopping = true;
  const plan = planStop(pod, (container: Container) => behaviours.stop(pod, container), cluster.clock.now);
  later(host, pod, plan.length, () => {
    endContainers(pod, plan, cluster.clock.now);
    then();
  });
}

/** The pod's own activeDeadlineSeconds are over. */
export function passDeadline(host: Host, pod: Pod): void {
  host.cluster.recorder.explain('trace-pod-deadline', { seconds: pod.plan.activeDeadline ?? 0 }, pod);
  stopPod(host, pod, () => {
    pod.reason = 'DeadlineExceeded';
    endPod(host, pod);
  });
}
