import { type Cluster, isPast } from '../api-server/cluster.ts';
import { type Instant, instantOf } from '../engine/clock.ts';
import { type Container, hasEnded, type Pod } from '../objects/objects.ts';
import { endPhase, hasStopped, livePhase, startable } from '../objects/pod-phase.ts';
import { needsNoProbe, type ProbePlan } from '../objects/probes.ts';
import { exitReason, type PlayedRun, type Run } from '../objects/runs.ts';
import type { ContainerBehaviours } from '../scenario/container-behaviour.ts';
import type { Room } from '../scenario/scenario.ts';
import { createScheduler } from '../scheduler/scheduler.ts';
import { addContainers, beginRun, endRun, holdBack, isReady, resetContainer, restarts, type StartFailure, waitWith } from './containers.ts';
import { createFailingStarts } from './failing-starts.ts';
import { type HeldPod, type HeldStart, holdStarts } from './held-starts.ts';
import { createProber } from './prober.ts';
import { nextRestart } from './restart-backoff.ts';
import { afterExit } from './restart-policy.ts';
import { containerEnd, endContainers, planStop } from './termination.ts';

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

/** How long the kubelet takes to bring its news to those who watch; the measure is that of `writeTime`. */
const reportTime = 8;

export function createKubelet(cluster: Cluster, behaviours: ContainerBehaviours, room: Room): Kubelet {
  const { clock } = cluster;
  const scheduler = createScheduler(room);

  /** The pod whose containers are being started. */
  let starting: Pod | undefined;
  /** The pods whose postStart hooks run: all else waits meanwhile. */
  const held = new Map<Pod, HeldPod>();
  const probe = createProber({ clock, later, report, startedUp: advance, failed: killUnhealthy });
  const failToStart = createFailingStarts({ clock, later, report, start });

  /** Runs unless the pod took another course in the meantime. */
  function later(pod: Pod, delay: Instant, run: () => void): void {
    if (!Number.isFinite(delay)) return;
    const { generation } = pod;
    clock.schedule(clock.now + delay + reportTime, () => {
      if (pod.generation === generation && pod.deleted === undefined) run();
    });
  }
  /** After every change of containers: what follows for the pod as a whole. What starts together is told at once. */
  function report(pod: Pod): void {
    if (starting === pod) return;
    pod.phase = livePhase(pod);
    const ready = pod.plan.readinessGates === 0 && pod.containers.every(isReady) && pod.initContainers.every(isReady);
    if (pod.ready !== ready || pod.readyChanged === undefined) pod.readyChanged = clock.now;
    pod.ready = ready;
    cluster.podChanged(pod);
  }
  function bind(pod: Pod, node: string): void {
    pod.node = node;
    addContainers(pod, clock.now);
    report(pod);
    later(pod, behaviours.start(pod), () => advance(pod));
    const { activeDeadline } = pod.plan;
    if (activeDeadline !== undefined) later(pod, instantOf(activeDeadline), () => passDeadline(pod));
  }
  function schedule(pod: Pod): void {
    if (pod.plan.gated) {
      cluster.recorder.explain('trace-scheduling-gated', {}, pod);
      return;
    }
    const node = scheduler.place(pod);
    if (node !== undefined) bind(pod, node);
    else cluster.recorder.explain('trace-waits-for-room', {}, pod);
  }
  function free(pod: Pod): void {
    for (const placed of scheduler.freed(pod)) later(placed.pod, 0, () => bind(placed.pod, placed.node));
  }

  /** Starts what can start: sidecars and init containers one after the other, then the regular containers at once. */
  function advance(pod: Pod): void {
    if (held.has(pod)) return;
    const due = startable(pod);
    if (due.length === 0) return;
    if (due.some(({ plan }) => plan.hasPostStart)) {
      hold(pod, due);
      return;
    }
    starting = due.length > 1 ? pod : undefined;
    for (const container of due) start(pod, container);
    starting = undefined;
    if (due.length > 1 && !hasEnded(pod)) report(pod);
  }
  /** Starts containers with postStart hooks; what becomes of them shows when all hooks are over. */
  function hold(pod: Pod, due: readonly Container[]): void {
    const place = ({ plan }: Container) => pod.plan.regular.indexOf(plan);
    const { starts, until } = holdStarts(
      [...due].sort((a, b) => place(a) - place(b)),
      {
        run: (container) => behaviours.run(pod, container),
        hook: (container) => behaviours.postStart(pod, container),
        stop: (container) => behaviours.stop(pod, container),
        grace: pod.plan.grace,
        now: clock.now,
      },
    );
    held.set(pod, { stop: undefined, restarts: [] });
    for (const { container } of starts) holdBack(container);
    later(pod, until - clock.now, () => uncover(pod, starts));
  }
  function uncover(pod: Pod, starts: readonly HeldStart[]): void {
    const { generation } = pod;
    starting = pod;
    for (const { container, run, began, killed } of starts) {
      if (pod.generation !== generation) break;
      if (run.kind !== 'run') startRun(pod, container, run);
      else {
        begin(container, began);
        if (killed !== undefined) exit(pod, container, killed, exitReason(killed), 'PostStartHookError');
        else if (began + run.for <= clock.now) exit(pod, container, run.exitCode, run.reason);
        else play(pod, container, run);
      }
    }
    starting = undefined;
    const { stop, restarts = [] } = held.get(pod) ?? {};
    held.delete(pod);
    if (hasEnded(pod)) return;
    report(pod);
    if (stop) stopThen(pod, stop);
    else {
      advance(pod);
      for (const container of restarts) start(pod, container);
    }
  }
  function start(pod: Pod, container: Container): void {
    container.started = true;
    const hooks = held.get(pod);
    if (hooks) {
      holdBack(container);
      hooks.restarts.push(container);
    } else if (container.plan.hasPostStart) hold(pod, [container]);
    else startRun(pod, container, behaviours.run(pod, container));
  }
  function begin(container: Container, at: Instant): void {
    if (container.runs > 0) cluster.totals.restarts++;
    beginRun(container, at);
  }
  function startRun(pod: Pod, container: Container, run: Run): void {
    if (run.kind === 'waits') failToStart(pod, container, run);
    else {
      begin(container, clock.now);
      if (run.kind === 'cannot-start') exit(pod, container, 128, 'StartError', 'RunContainerError');
      else play(pod, container, run);
    }
  }
  function play(pod: Pod, container: Container, run: PlayedRun): void {
    container.state = 'running';
    container.reason = '';
    container.run = run;
    const { kind, probes } = container.plan;
    container.startedUp = probes?.startup === undefined;
    container.ready = kind !== 'init' && needsNoProbe(probes);
    report(pod);
    if (probes) probe(pod, container);
    if (kind === 'sidecar' && container.startedUp) advance(pod);
    const { runs, startedAt = clock.now } = container;
    later(pod, startedAt + run.for - clock.now, () => {
      if (container.state === 'running' && container.runs === runs) exit(pod, container, run.exitCode, run.reason);
    });
  }
  /** Its probe failed: it is stopped, and restarts as if it had ended by itself. */
  function killUnhealthy(pod: Pod, container: Container, probe: string, { failures, grace = pod.plan.grace }: ProbePlan): void {
    cluster.recorder.explain('trace-probe-failed', { container: container.plan.name, probe, failures }, pod);
    const times = { grace: instantOf(grace), passed: 0, now: clock.now };
    const { exitCode, reason, over } = containerEnd(container, behaviours.stop(pod, container), times);
    const { runs } = container;
    later(pod, over, () => {
      if (container.state === 'running' && container.runs === runs) exit(pod, container, exitCode, reason);
    });
  }
  function exit(pod: Pod, container: Container, exitCode: number, reason: string, error?: StartFailure): void {
    endRun(container, exitCode, reason, clock.now);
    if (pod.stopping) {
      if (hasStopped(pod)) end(pod);
      else report(pod);
      return;
    }
    const next = afterExit(container.plan, pod.plan.restartPolicy, exitCode);
    if (next === 'RestartAllContainers') restartAll(pod);
    else if (next === 'Restart') restart(pod, container, error);
    else settle(pod, container);
  }
  function restart(pod: Pod, container: Container, error: StartFailure | undefined): void {
    const { exitCode, reason } = container;
    container.lastExit = { exitCode, reason, finishedAt: clock.now };
    const { wait, crashLoop } = nextRestart(container, clock.now);
    if (crashLoop) {
      waitWith(container, 'CrashLoopBackOff');
      cluster.recorder.explain('trace-restart-waits', { container: container.plan.name, seconds: wait / instantOf(1) }, pod);
    } else if (error) waitWith(container, error);
    report(pod);
    later(pod, wait, () => start(pod, container));
  }
  function restartAll(pod: Pod): void {
    cluster.recorder.explain('trace-restart-all', {}, pod);
    report(pod);
    pod.generation++;
    held.delete(pod);
    const [first] = pod.containers;
    if (!first) return;
    later(pod, nextRestart(first, clock.now).wait, () => {
      for (const container of [...pod.initContainers, ...pod.containers]) resetContainer(container);
      advance(pod);
    });
  }
  /** A container has ended for good. */
  function settle(pod: Pod, container: Container): void {
    const failedInit = container.plan.kind === 'init' && container.exitCode !== 0;
    const goesOn = pod.containers.some((one) => one.state !== 'terminated' || restarts(one, clock.now));
    if (goesOn && !failedInit) {
      report(pod);
      if (container.plan.kind === 'init') advance(pod);
      return;
    }
    if (pod.initContainers.some(({ plan, state }) => plan.kind === 'sidecar' && state !== 'terminated')) {
      report(pod);
      stopThen(pod, () => end(pod));
    } else end(pod);
  }
  function end(pod: Pod): void {
    pod.generation++;
    pod.phase = pod.reason === '' ? endPhase(pod) : 'Failed';
    pod.ready = false;
    pod.readyChanged = clock.now;
    cluster.podChanged(pod);
    free(pod);
    if (pod.deletion) clock.schedule(clock.now + reportTime, () => cluster.releasePod(pod));
  }
  /** Stops all that runs, sidecars last, and goes on when it has stopped or the grace period is over. */
  function stopThen(pod: Pod, then: () => void): void {
    const hooks = held.get(pod);
    if (hooks) {
      hooks.stop = then;
      return;
    }
    pod.generation++;
    pod.stopping = true;
    const plan = planStop(pod, (container) => behaviours.stop(pod, container), clock.now);
    later(pod, plan.length, () => {
      endContainers(pod, plan, clock.now);
      then();
    });
  }
  function passDeadline(pod: Pod): void {
    cluster.recorder.explain('trace-pod-deadline', { seconds: pod.plan.activeDeadline ?? 0 }, pod);
    stopThen(pod, () => {
      pod.reason = 'DeadlineExceeded';
      end(pod);
    });
  }

  return {
    podAdded(pod) {
      later(pod, reportTime, () => schedule(pod));
    },
    podDeleting(pod) {
      if (hasEnded(pod) || pod.lost) return;
      stopThen(pod, () => end(pod));
    },
    podRemoved(pod) {
      pod.generation++;
      held.delete(pod);
      free(pod);
    },
    killContainer(pod, name, exitCode) {
      const all = [...pod.plan.regular, ...pod.plan.init];
      const plan = name === undefined ? all[0] : all.find((one) => one.name === name);
      const container = [...pod.containers, ...pod.initContainers].find((one) => one.plan === plan);
      if (pod.deleted !== undefined || container?.state !== 'running') return false;
      exit(pod, container, exitCode, exitReason(exitCode));
      return true;
    },
    loseNode(node) {
      scheduler.loseNode(node);
      for (const pod of cluster.pods) {
        if (isPast(pod) || pod.node !== node || hasEnded(pod)) continue;
        pod.generation++;
        pod.lost = true;
        held.delete(pod);
      }
    },
  };
}
