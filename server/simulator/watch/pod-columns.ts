import { type Container, hasEnded, type Pod } from '../objects/objects.ts';
import { isInitialized } from '../objects/pod-phase.ts';

export interface PodColumns {
  /** How many containers are ready; kubectl writes it with `plan.readable`. */
  readonly ready: number;
  readonly status: string;
  readonly restarts: number;
}

/** READY, STATUS and RESTARTS of `kubectl get pods` (pkg/printers/internalversion/printers.go printPod, 1.37). */
export function podColumns(pod: Pod): PodColumns {
  const init = pod.initContainers.length === 0 ? undefined : initColumns(pod);
  const columns = init?.initializing && !isInitialized(pod) ? init : regularColumns(pod, init);
  const terminating = pod.deletion !== undefined && !hasEnded(pod);
  return terminating ? { ...columns, status: 'Terminating' } : columns;
}

interface InitColumns extends PodColumns {
  /** Some init container is not done, or a sidecar is down. */
  readonly initializing: boolean;
  readonly sidecarRestarts: number;
}

function initColumns(pod: Pod): InitColumns {
  let ready = 0;
  let restarts = 0;
  let sidecarRestarts = 0;
  for (const [place, container] of pod.initContainers.entries()) {
    const sidecar = container.plan.kind === 'sidecar';
    restarts += container.restarts;
    if (sidecar) sidecarRestarts += container.restarts;
    if (container.state === 'terminated' && container.exitCode === 0) continue;
    if (sidecar && container.startedUp) {
      if (container.ready) ready++;
      continue;
    }
    const status = `Init:${initReason(container) ?? `${place}/${pod.plan.init.length}`}`;
    return { status, ready, restarts, sidecarRestarts, initializing: true };
  }
  return { status: reasonOf(pod), ready, restarts, sidecarRestarts, initializing: false };
}

function initReason({ state, reason, exitCode }: Container): string | undefined {
  if (state === 'terminated') return reason || `ExitCode:${exitCode}`;
  return state === 'waiting' && reason !== 'PodInitializing' ? reason || undefined : undefined;
}

/** The first container of the list has the last word, as kubectl reads it from its end. */
function regularColumns(pod: Pod, init: InitColumns | undefined): PodColumns {
  let status = init?.status ?? reasonOf(pod);
  let ready = init?.ready ?? 0;
  let restarts = init?.sidecarRestarts ?? 0;
  let running = false;
  let failure = '';
  for (let place = pod.containers.length - 1; place >= 0; place--) {
    const container = pod.containers[place];
    if (!container) continue;
    restarts += container.restarts;
    if (container.state === 'waiting' && container.reason !== '') status = container.reason;
    else if (container.state === 'terminated') {
      status = container.reason || `ExitCode:${container.exitCode}`;
      if (container.exitCode !== 0) failure = status;
    } else if (container.ready) {
      running = true;
      ready++;
    }
  }
  if (status === 'Completed') {
    if (running && pod.ready) status = 'Running';
    else if (failure !== '') status = failure;
    else if (running) status = 'NotReady';
  }
  return { status, ready, restarts };
}

/** Of the pod as a whole. The API server says at once that a pod waits for its scheduling gates. */
function reasonOf({ plan, node, reason, phase }: Pod): string {
  return plan.gated && node === undefined ? 'SchedulingGated' : reason || phase;
}
