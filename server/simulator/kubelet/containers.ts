import type { Instant } from '../engine/clock.ts';
import type { Container, ContainerExit, Process } from '../objects/container.ts';
import type { Pod } from '../objects/objects.ts';
import type { ContainerPlan } from '../objects/pod-plan.ts';
import type { PlayedRun } from '../objects/runs.ts';

/** As the kubelet takes up the pod. */
export function addContainers(pod: Pod, now: Instant): void {
  const { init, regular } = pod.plan;
  const reason = waitingReason(pod);
  pod.initContainers = init.map((plan) => newContainer(plan, reason, now));
  pod.containers = regular.map((plan) => newContainer(plan, reason, now));
  if (pod.containers.length > 1) pod.containers = [...pod.containers].sort((a, b) => (a.plan.name < b.plan.name ? -1 : 1));
}

/** What containers wait with that were never tried. */
export function waitingReason({ plan }: Pod): string {
  return plan.init.length > 0 ? 'PodInitializing' : 'ContainerCreating';
}

export function newContainer(plan: ContainerPlan, reason: string, now: Instant): Container {
  return {
    plan,
    taken: now,
    state: 'waiting',
    reason,
    exitCode: 0,
    startedAt: undefined,
    finishedAt: undefined,
    startedUp: false,
    ready: false,
    restarts: 0,
    hasRun: false,
    lastExit: undefined,
    process: undefined,
    runs: 0,
    skippedRuns: 0,
    failure: undefined,
    failsUntil: undefined,
    waitTold: undefined,
    restartBackoff: undefined,
    pullBackoff: undefined,
    probed: undefined,
    failedProbe: undefined,
  };
}

/** Brings up to date which init containers something may still become of: of thousands that is one. */
export function followInit(pod: Pod): void {
  const { initContainers } = pod;
  while (isTried(initContainers[pod.initTried])) pod.initTried++;
  for (let one = initContainers[pod.initDone]; one && isDoneForGood(one); one = initContainers[pod.initDone]) {
    pod.initDone++;
    pod.initDoneRestarts += one.restarts;
  }
}

function isTried(container: Container | undefined): boolean {
  return container !== undefined && (container.runs > 0 || container.failure !== undefined);
}

/** As its status tells: what has rules of its own may begin anew. */
function isDoneForGood({ plan, state, exitCode, process }: Container): boolean {
  const isPlain = plan.kind === 'init' && plan.restartPolicy === undefined;
  return isPlain && state === 'terminated' && exitCode === 0 && process?.exitCode === 0;
}

/** All containers but the init containers that are done for good, and those that wait for their turn. */
export function liveContainers({ initContainers, initDone, initTried, containers }: Pod): readonly Container[] {
  return initContainers.length === 0 ? containers : [...initContainers.slice(initDone, initTried), ...containers];
}

/** In the order of the spec. */
export function regularContainers(pod: Pod): readonly Container[] {
  if (pod.containers.length < 2) return pod.containers;
  const place = ({ plan }: Container) => pod.plan.regular.indexOf(plan);
  return pod.containers.toSorted((a, b) => place(a) - place(b));
}

export function allContainers(pod: Pod): readonly Container[] {
  return pod.initContainers.length === 0 ? pod.containers : [...pod.initContainers, ...pod.containers];
}

/** Its next run begins. */
export function beginRun(container: Container, run: PlayedRun, now: Instant): void {
  if (container.process) container.lastExit = exitOf(container.process);
  container.runs++;
  container.process = { run, began: now, ends: now + run.for, exitCode: run.exitCode, reason: run.reason };
  container.failedProbe = undefined;
}

/** Whether its process goes on after `now`. */
export function isRunning({ process }: Container, now: Instant): boolean {
  return process !== undefined && process.ends > now;
}

/** Whether any of the pod's containers runs. */
export function someRun(pod: Pod, now: Instant): boolean {
  return allContainers(pod).some((one) => isRunning(one, now));
}

/** It was removed so that it begins anew. */
function forgetRun(container: Container): void {
  if (container.process) container.lastExit = { ...exitOf(container.process), exitCode: 137, reason: 'RestartingAllContainers' };
  container.process = undefined;
}

/** All of its containers begin anew. */
export function forgetRuns(pod: Pod): void {
  for (const one of allContainers(pod)) forgetRun(one);
  pod.initDone = 0;
  pod.initDoneRestarts = 0;
}

/** How a run ended that is over. */
export function exitOf({ exitCode, reason, began, ends }: Process): ContainerExit {
  return { exitCode, reason, startedAt: began, finishedAt: ends };
}
