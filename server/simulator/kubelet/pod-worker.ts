import { type Instant, instantOf } from '../engine/clock.ts';
import type { Pod, PodWorker } from '../objects/objects.ts';
import { observe } from './container-status.ts';
import { allContainers, forgetRuns, isRunning, someRun } from './containers.ts';
import { atTime, type Host, report, reportTime } from './host.ts';
import { killContainer } from './kill-container.ts';
import { mountLater } from './mount-volumes.ts';
import { type ContainerToKill, type PodActions, podActions } from './pod-actions.ts';
import { complete, killPod, terminate } from './pod-termination.ts';
import { probeStarted } from './prober.ts';
import { type StartResult, type StartTask, startContainer } from './start-container.ts';

export function newWorker(): PodWorker {
  return {
    busy: false,
    pending: false,
    lastSync: -Infinity,
    retry: undefined,
    mounted: undefined,
    ending: undefined,
    stopped: undefined,
  };
}

/** Something happened to the pod: the kubelet takes it up as soon as what it knows of it is newer than its last look. */
export function wake(host: Host, pod: Pod): void {
  const { worker } = pod;
  if (!worker) return;
  const { now } = host.cluster.clock;
  const fresh = Math.max(now, host.times.nextLook(worker.lastSync + reportTime));
  if (worker.busy) worker.pending = true;
  else if (fresh === now || host.times.ideal) sync(host, pod);
  else atTime(host, pod, fresh, () => sync(host, pod));
}

/** Tells what is known of the pod, and does what is needed next (pkg/kubelet/kubelet.go SyncPod, 1.37). */
function sync(host: Host, pod: Pod): void {
  const { worker } = pod;
  if (!worker) return;
  if (worker.busy) {
    worker.pending = true;
    return;
  }
  const { now } = host.cluster.clock;
  worker.lastSync = now;
  worker.retry = undefined;
  worker.pending = false;
  if (worker.ending) {
    terminate(host, pod, worker);
    return;
  }
  observe(pod, now);
  const actions = podActions(pod, now);
  report(host, pod);
  if (actions.killPod && !someRun(pod, now)) {
    complete(host, pod, worker);
    return;
  }
  probeStarted(host, pod);
  if (isMounted(host, pod, worker)) act(host, pod, worker, actions);
}

/** Nothing starts before the pod's volumes are there; when they are, it is taken up again. */
function isMounted(host: Host, pod: Pod, worker: PodWorker): boolean {
  if (worker.mounted !== undefined) return worker.mounted;
  const length = host.behaviours.held(pod, 'cannot-mount');
  worker.mounted = length === undefined;
  if (length !== undefined) {
    mountLater(host, pod, host.cluster.clock.now + length, () => {
      worker.mounted = true;
      sync(host, pod);
    });
  }
  return worker.mounted;
}

function act(host: Host, pod: Pod, worker: PodWorker, actions: PodActions): void {
  const { kill, start } = actions;
  if (!actions.killPod && !actions.restartAll && kill.length + start.length === 0) return;
  worker.busy = true;
  const over = () => finish(host, pod, worker);
  if (actions.restartAll) removeAll(host, pod, over);
  else if (actions.killPod) killPod(host, pod, over);
  else if (kill.length === 0) startAll(host, pod, worker, actions);
  else killAll(host, pod, kill, () => startAll(host, pod, worker, actions));
}

/** All went well: what became of it shows at once. */
function finish(host: Host, pod: Pod, worker: PodWorker): void {
  worker.busy = false;
  sync(host, pod);
}

/** One after the other. */
function killAll(host: Host, pod: Pod, [first, ...rest]: readonly ContainerToKill[], then: () => void): void {
  if (!first) {
    then();
    return;
  }
  const { container, probe, restarts } = first;
  const { plan } = container;
  const failed = `ontainer ${plan.name} failed ${probe} probe`;
  const message = plan.kind === 'sidecar' ? `Init c${failed}` : `C${failed}${restarts ? ', will be restarted' : ''}`;
  host.cluster.recorder.explain('trace-probe-failed', { container: plan.name, probe, failures: plan.probes?.[probe]?.failures ?? 0 }, pod);
  const grace = plan.probes?.[probe]?.grace ?? pod.plan.grace;
  killContainer(host, pod, { container, message, grace }, () => killAll(host, pod, rest, then));
}

/** All containers are removed, and begin anew without a wait (RestartAllContainersOnContainerExits, 1.37). */
function removeAll(host: Host, pod: Pod, then: () => void): void {
  host.cluster.recorder.explain('trace-restart-all', {}, pod);
  const { now } = host.cluster.clock;
  const running = allContainers(pod)
    .filter((one) => isRunning(one, now))
    .reverse();
  const removeNext = (place: number): void => {
    const container = running[place];
    if (container) killContainer(host, pod, { container, message: 'killing', grace: 0 }, () => removeNext(place + 1));
    else {
      forgetRuns(pod);
      then();
    }
  };
  removeNext(0);
}

/** One after the other; what became of it shows when all were tried. */
function startAll(host: Host, pod: Pod, worker: PodWorker, { kill, start }: PodActions): void {
  const { times, behaviours } = host;
  const first = allContainers(pod).every(({ runs, failure }) => runs === 0 && failure === undefined);
  const before = first ? Math.max(0, behaviours.start(pod, times.firstStart) - times.create - times.start) : 0;
  const tasks = start.map(
    (container, place): StartTask => ({
      container,
      killed: kill.some((one) => one.container === container),
      before: place === 0 ? before : 0,
    }),
  );
  const results: StartResult[] = [];
  const startNext = (place: number): void => {
    const task = tasks[place];
    if (!task) {
      finishStarts(host, pod, worker, { results, first, killed: kill.length > 0 });
      return;
    }
    startContainer(host, pod, task, (result) => {
      results.push(result);
      // What comes after an init container that could not be started waits for it; sidecars hold up nobody.
      const goesOn = result.failure === undefined || task.container.plan.kind !== 'init';
      startNext(goesOn ? place + 1 : tasks.length);
    });
  };
  startNext(0);
}

/** How a sync's starts went. */
interface Starts {
  readonly results: readonly StartResult[];
  /** Nothing was tried in this pod before. */
  readonly first: boolean;
  /** Containers were stopped before, as their probes failed: the kubelet finds their ends, too. */
  readonly killed: boolean;
}

/** A sync that failed is repeated (pkg/kubelet/pod_workers.go completeWork, 1.37); what it began shows with the next look. */
function finishStarts(host: Host, pod: Pod, worker: PodWorker, { results, first, killed }: Starts): void {
  const { times, cluster } = host;
  const { now } = cluster.clock;
  const failed = results.filter(({ failure }) => failure !== undefined);
  if (failed.length === 0 && (times.ideal || cluster.behaviour.has('looksAfterStarts'))) {
    finish(host, pod, worker);
    return;
  }
  worker.busy = false;
  worker.lastSync = now;
  const news = first || killed || worker.pending || results.some(({ began }) => began) || (times.ideal && !isShown(pod));
  if (news) atTime(host, pod, times.nextLook(now + reportTime), () => sync(host, pod));
  if (failed.length === 0) return;
  const knowsEnd = times.ideal || cluster.behaviour.has('retriesWhenBackOffIsOver');
  const retryAt = Math.min(...failed.map((result) => (knowsEnd ? result.retryAt : undefined) ?? now + usualRetry));
  const wait = Math.max(0, Math.min(retryAt - now, longestRetry));
  const retry = times.retryAfter(now, wait);
  worker.retry = retry;
  atTime(host, pod, retry, () => {
    if (worker.retry === retry) sync(host, pod);
  });
}

/** Whether the status already tells why containers could not be started. */
function isShown(pod: Pod): boolean {
  return allContainers(pod).every(({ failure, state, reason }) => failure === undefined || (state === 'waiting' && reason === failure));
}

/** The kubelet comes back to a pod whose last sync failed (pkg/kubelet/kubelet.go backOffPeriod, 1.37), and at least so often. */
const usualRetry: Instant = instantOf(10);
const longestRetry: Instant = instantOf(60);
