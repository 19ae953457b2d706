import { instantOf } from '../engine/clock.ts';
import { type Container, hasEnded, type Pod } from '../objects/objects.ts';
import { hasStopped, startable } from '../objects/pod-phase.ts';
import { needsNoProbe, type ProbePlan } from '../objects/probes.ts';
import { exitReason, type PlayedRun, type Run } from '../objects/runs.ts';
import { beginRun, endRun, holdBack, resetContainer, restarts, type StartFailure, waitWith } from './containers.ts';
import { failToStart } from './failing-starts.ts';
import { type HeldStart, holdStarts } from './held-starts.ts';
import { type Host, later, report, reportOnce } from './host.ts';
import { endPod, stopPod } from './pod-end.ts';
import { probe, whileRunning } from './prober.ts';
import { nextRestart } from './restart-backoff.ts';
import { afterExit } from './restart-policy.ts';
import { containerEnd } from './termination.ts';

/** Starts what can start: sidecars and init containers one after the other, then the regular containers at once. */
export function advance(host: Host, pod: Pod): void {
  if (host.held.has(pod)) return;
  const due = startable(pod);
  const [first] = due;
  if (!first) return;
  if (due.some(({ plan }) => plan.hasPostStart)) hold(host, pod, due);
  else if (due.length === 1) start(host, pod, first);
  else {
    reportOnce(host, pod, () => {
      for (const container of due) start(host, pod, container);
    });
  }
}

/** While postStart hooks of its pod run, the start waits for their end. */
function start(host: Host, pod: Pod, container: Container): void {
  container.started = true;
  const hooks = host.held.get(pod);
  if (hooks) {
    holdBack(container);
    hooks.restarts.push(container);
  } else if (container.plan.hasPostStart) hold(host, pod, [container]);
  else startRun(host, pod, container, host.behaviours.run(pod, container));
}

/** Starts containers with postStart hooks; what becomes of them shows when all hooks are over. */
function hold(host: Host, pod: Pod, due: readonly Container[]): void {
  const { behaviours, held, cluster } = host;
  const { now } = cluster.clock;
  const place = ({ plan }: Container) => pod.plan.regular.indexOf(plan);
  const { starts, until } = holdStarts(
    due.toSorted((a, b) => place(a) - place(b)),
    {
      run: (container) => behaviours.run(pod, container),
      hook: (container) => behaviours.postStart(pod, container),
      stop: (container) => behaviours.stop(pod, container),
      grace: pod.plan.grace,
      now,
    },
  );
  held.set(pod, { stop: undefined, restarts: [] });
  for (const { container } of starts) holdBack(container);
  later(host, pod, until - now, () => uncover(host, pod, starts));
}

/** All hooks are over: what became of the containers meanwhile shows at once, and what waited for that comes now. */
function uncover(host: Host, pod: Pod, starts: readonly HeldStart[]): void {
  const { generation } = pod;
  reportOnce(host, pod, () => {
    for (const held of starts) if (pod.generation === generation) showStart(host, pod, held);
  });
  const { stop, restarts = [] } = host.held.get(pod) ?? {};
  host.held.delete(pod);
  if (hasEnded(pod)) return;
  if (stop) {
    stopPod(host, pod, stop);
    return;
  }
  advance(host, pod);
  for (const container of restarts) start(host, pod, container);
}

function showStart(host: Host, pod: Pod, { container, run, began, killed }: HeldStart): void {
  if (run.kind !== 'run') {
    startRun(host, pod, container, run);
    return;
  }
  begin(host, container, began);
  if (killed !== undefined) exit(host, pod, container, { exitCode: killed, reason: exitReason(killed), failure: 'PostStartHookError' });
  else if (began + run.for <= host.cluster.clock.now) exit(host, pod, container, run);
  else play(host, pod, container, run);
}

function startRun(host: Host, pod: Pod, container: Container, run: Run): void {
  const { now } = host.cluster.clock;
  switch (run.kind) {
    case 'waits':
      failToStart(host, pod, container, run, () => {
        container.skippedRuns++;
        start(host, pod, container);
      });
      return;
    case 'cannot-start':
      begin(host, container, now);
      exit(host, pod, container, { exitCode: 128, reason: 'StartError', failure: 'RunContainerError' });
      return;
    case 'run':
      begin(host, container, now);
      play(host, pod, container, run);
  }
}

function begin({ cluster }: Host, container: Container, at: number): void {
  if (container.runs > 0) cluster.totals.restarts++;
  beginRun(container, at);
}

function play(host: Host, pod: Pod, container: Container, run: PlayedRun): void {
  const { kind, probes } = container.plan;
  container.state = 'running';
  container.reason = '';
  container.run = run;
  container.startedUp = probes?.startup === undefined;
  container.ready = kind !== 'init' && needsNoProbe(probes);
  report(host, pod);
  if (probes) {
    probe(host, pod, container, {
      startedUp: () => advance(host, pod),
      failed: (name, plan) => killUnhealthy(host, pod, container, name, plan),
    });
  }
  if (kind === 'sidecar' && container.startedUp) advance(host, pod);
  const { startedAt = host.cluster.clock.now } = container;
  whileRunning(host, pod, container, startedAt + run.for, () => exit(host, pod, container, run));
}

/** Its probe failed: it is stopped, and restarts as if it had ended by itself. */
function killUnhealthy(host: Host, pod: Pod, container: Container, name: string, { failures, grace = pod.plan.grace }: ProbePlan): void {
  const { cluster, behaviours } = host;
  const { now } = cluster.clock;
  cluster.recorder.explain('trace-probe-failed', { container: container.plan.name, probe: name, failures }, pod);
  const end = containerEnd(container, behaviours.stop(pod, container), { grace: instantOf(grace), passed: 0, now });
  whileRunning(host, pod, container, now + end.over, () => exit(host, pod, container, end));
}

/** How the process of a container ended. */
interface Exit {
  readonly exitCode: number;
  readonly reason: string;
  /** What the container waits with until it restarts, where it did not start rightly. */
  readonly failure?: StartFailure;
}

/** A container has ended, by itself or from outside. */
export function exit(host: Host, pod: Pod, container: Container, { exitCode, reason, failure }: Exit): void {
  endRun(container, exitCode, reason, host.cluster.clock.now);
  if (pod.stopping) {
    if (hasStopped(pod)) endPod(host, pod);
    else report(host, pod);
    return;
  }
  switch (afterExit(container.plan, pod.plan.restartPolicy, exitCode)) {
    case 'RestartAllContainers':
      restartAll(host, pod);
      return;
    case 'Restart':
      restart(host, pod, container, failure);
      return;
    case 'Stay':
      settle(host, pod, container);
  }
}

function restart(host: Host, pod: Pod, container: Container, failure: StartFailure | undefined): void {
  const { clock, recorder } = host.cluster;
  const { exitCode, reason } = container;
  container.lastExit = { exitCode, reason, finishedAt: clock.now };
  const { wait, crashLoop } = nextRestart(container, clock.now);
  if (crashLoop) {
    waitWith(container, 'CrashLoopBackOff');
    recorder.explain('trace-restart-waits', { container: container.plan.name, seconds: wait / instantOf(1) }, pod);
  } else if (failure) waitWith(container, failure);
  report(host, pod);
  later(host, pod, wait, () => start(host, pod, container));
}

function restartAll(host: Host, pod: Pod): void {
  const { clock, recorder } = host.cluster;
  recorder.explain('trace-restart-all', {}, pod);
  report(host, pod);
  pod.generation++;
  host.held.delete(pod);
  const [first] = pod.containers;
  if (!first) return;
  later(host, pod, nextRestart(first, clock.now).wait, () => {
    for (const container of [...pod.initContainers, ...pod.containers]) resetContainer(container);
    advance(host, pod);
  });
}

/** A container has ended for good. */
function settle(host: Host, pod: Pod, { plan, exitCode }: Container): void {
  const init = plan.kind === 'init';
  if (goesOn(pod, host.cluster.clock.now) && !(init && exitCode !== 0)) {
    report(host, pod);
    if (init) advance(host, pod);
    return;
  }
  if (!hasLivingSidecar(pod)) {
    endPod(host, pod);
    return;
  }
  report(host, pod);
  stopPod(host, pod, () => endPod(host, pod));
}

/** Whether a regular container runs or has yet to run. */
function goesOn({ containers }: Pod, now: number): boolean {
  return containers.some((one) => one.state !== 'terminated' || restarts(one, now));
}

function hasLivingSidecar({ initContainers }: Pod): boolean {
  return initContainers.some(({ plan, state }) => plan.kind === 'sidecar' && state !== 'terminated');
}
