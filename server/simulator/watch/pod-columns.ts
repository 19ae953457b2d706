import type { Container } from '../objects/container.ts';
import { hasEnded, type Pod } from '../objects/objects.ts';
import { isInitialized } from '../objects/pod-phase.ts';
import type { Behaviour } from '../versions/behaviour.ts';

export interface PodColumns {
  /** How many containers are ready; kubectl writes it with `plan.readable`. */
  readonly ready: number;
  readonly status: string;
  readonly restarts: number;
}

/** READY, STATUS and RESTARTS of `kubectl get pods` (pkg/printers/internalversion/printers.go printPod, 1.37). */
export function podColumns(pod: Pod, behaviour: Behaviour): PodColumns {
  const init = pod.initContainers.length === 0 ? undefined : initColumns(pod);
  const columns = init?.initializing && !isInitialized(pod) ? init : regularColumns(pod, init, behaviour);
  const terminating = pod.deletion !== undefined && !(hasEnded(pod) && behaviour.has('terminatingUnlessEnded'));
  return terminating ? { ...columns, status: 'Terminating' } : columns;
}

interface InitColumns extends PodColumns {
  /** Some init container is not done, or a sidecar is down. */
  readonly initializing: boolean;
  readonly sidecarRestarts: number;
}

function initColumns(pod: Pod): InitColumns {
  let ready = 0;
  let restarts = pod.initDoneRestarts;
  let sidecarRestarts = 0;
  for (let place = pod.initDone; place < pod.initContainers.length; place++) {
    const container = pod.initContainers[place];
    if (!container) break;
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

/** The first container of the list that has something to say gives the status: kubectl reads the list from its end. */
function regularColumns(pod: Pod, init: InitColumns | undefined, behaviour: Behaviour): PodColumns {
  const { containers } = pod;
  const up = containers.reduce((count, container) => count + (isUp(container) ? 1 : 0), 0);
  const told = containers.find((container) => wordOf(container) !== undefined);
  const status = (told && wordOf(told)) ?? init?.status ?? reasonOf(pod);
  return {
    status: status === 'Completed' ? completedStatus(pod, up > 0, behaviour) : status,
    ready: up + (init?.ready ?? 0),
    restarts: containers.reduce((sum, { restarts }) => sum + restarts, init?.sidecarRestarts ?? 0),
  };
}

/** What a container has to say of its pod's status; nothing while it runs. */
function wordOf({ state, reason, exitCode }: Container): string | undefined {
  if (state === 'waiting') return reason === '' ? undefined : reason;
  return state === 'terminated' ? reason || `ExitCode:${exitCode}` : undefined;
}

function isUp(container: Container): boolean {
  return container.ready && wordOf(container) === undefined;
}

/** Where the container that gives the status is done, others may still run, or have failed. */
function completedStatus({ containers, ready }: Pod, someUp: boolean, behaviour: Behaviour): string {
  if (someUp && ready) return 'Running';
  const told = behaviour.has('failureOutshinesCompletion');
  const failed = told ? containers.find(({ state, exitCode }) => state === 'terminated' && exitCode !== 0) : undefined;
  if (failed) return wordOf(failed) ?? '';
  return someUp ? 'NotReady' : 'Completed';
}

/** Of the pod as a whole. The API server says at once that a pod waits for its scheduling gates. */
function reasonOf({ plan, node, reason, phase }: Pod): string {
  return plan.gated && node === undefined ? 'SchedulingGated' : reason || phase;
}
