import type { Instant } from '../engine/clock.ts';
import type { Container, ContainerExit, Process } from '../objects/container.ts';
import type { Pod } from '../objects/objects.ts';
import { needsNoProbe } from '../objects/probes.ts';
import { exitOf, followInit, liveContainers, waitingReason } from './containers.ts';
import { restarts } from './restart-policy.ts';

/**
 * Brings the status of the pod's containers in line with what runs on the node at `now` (pkg/kubelet/kubelet_pods.go
 * convertToAPIContainerStatuses, 1.37). Nothing restarts any more in a pod that is deleted.
 */
export function observe(pod: Pod, now: Instant): void {
  followInit(pod);
  for (const container of liveContainers(pod)) observeContainer(pod, container, now);
  followInit(pod);
}

function observeContainer(pod: Pod, container: Container, now: Instant): void {
  const { process, failure } = container;
  const waits = failure !== undefined && pod.deletion === undefined;
  if (!process) {
    const untried = container.runs > 0 ? 'RestartingAllContainers' : waitingReason(pod);
    wait(container, waits ? failure : untried);
    return;
  }
  container.restarts = container.runs - 1;
  container.hasRun = true;
  if (process.ends > now) {
    run(container, process);
    return;
  }
  const exit = exitOf(process);
  end(container, exit);
  // Of an init container or sidecar that ended with 0 nobody says that it waits, even where it does.
  const isDone = container.plan.kind !== 'regular' && process.exitCode === 0;
  if (waits && !isDone && restarts(container.plan, pod.plan.restartPolicy, process.exitCode)) {
    wait(container, failure);
    container.lastExit = exit;
  }
}

function run(container: Container, { began }: Process): void {
  if (container.state === 'running' && container.startedAt === began) return;
  const { kind, probes } = container.plan;
  container.state = 'running';
  container.reason = '';
  container.startedAt = began;
  container.startedUp = probes?.startup === undefined;
  container.ready = kind !== 'init' && needsNoProbe(probes);
}

function wait(container: Container, reason: string): void {
  container.state = 'waiting';
  container.reason = reason;
  container.ready = false;
}

/** A run that is over; an init container that is done is ready (pkg/kubelet/prober/prober_manager.go UpdatePodStatus, 1.37). */
function end(container: Container, exit: ContainerExit): void {
  container.state = 'terminated';
  container.exitCode = exit.exitCode;
  container.reason = exit.reason;
  container.startedAt = exit.startedAt;
  container.finishedAt = exit.finishedAt;
  container.startedUp = false;
  container.ready = container.plan.kind === 'init' && exit.exitCode === 0;
}

/** Containers that nobody can tell anything of any more (pkg/kubelet/status/status_manager.go TerminatePod, 1.37). */
export function giveUp(pod: Pod): void {
  const unknown: ContainerExit = { exitCode: 137, reason: 'ContainerStatusUnknown', startedAt: undefined, finishedAt: undefined };
  const initialized = pod.initContainers.every(({ plan, hasRun, exitCode }) => hasRun && (plan.kind === 'sidecar' || exitCode === 0));
  const last = pod.initContainers.findLastIndex(({ hasRun }) => hasRun);
  const lost = [...pod.initContainers.slice(0, last + 1), ...(initialized ? pod.containers : [])];
  for (const container of lost) if (container.state !== 'terminated') end(container, unknown);
}
