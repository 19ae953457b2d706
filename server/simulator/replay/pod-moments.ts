import type { Instant } from '../engine/clock.ts';
import { newContainer } from '../kubelet/containers.ts';
import type { Container, ContainerExit } from '../objects/container.ts';
import type { Pod, PodPhase } from '../objects/objects.ts';
import type { ContainerPlan, PodPlan } from '../objects/pod-plan.ts';
import type { ObservedContainer, ObservedEvent, ObservedExit, ObservedPod } from './observed.ts';

/** A time of the record, in milliseconds since 1970, as an instant of the run. */
export type InstantOf = (time: number) => Instant;

/** What is known of a pod at a moment: its own fields of those that change. */
export type PodMoment = Pick<
  Pod,
  'node' | 'phase' | 'reason' | 'initContainers' | 'containers' | 'ready' | 'readyChanged' | 'disruption' | 'deletion'
>;

/** One run of a container, as far as it is known. */
interface KnownRun {
  readonly started: number | undefined;
  readonly exit: ObservedExit | undefined;
}

/**
 * The times at which something of a pod changed as far as its status and its events tell: it was created, got its node, its containers began
 * and ended, it became ready, was told to end. The last state of all is what the status says.
 */
export function timesOf(pod: ObservedPod, events: readonly ObservedEvent[]): readonly number[] {
  const containers = [...pod.initContainers, ...pod.containers];
  const ofRuns = containers.flatMap((one) => runsOf(one).flatMap(({ started, exit }) => [started, exit?.finished]));
  const ofConditions = pod.conditions.map(({ changed }) => changed);
  const ofEvents = events.filter(({ reason }) => reason === 'Started' || reason === 'BackOff').flatMap(({ first, last }) => [first, last]);
  const times = [pod.created, pod.deleting, ...ofRuns, ...ofConditions, ...ofEvents].filter((time) => time !== undefined);
  return [...new Set(times.map(wholeSecond))].filter((time) => time >= pod.created).sort((a, b) => a - b);
}

/** Statuses hold whole seconds, events need not. */
function wholeSecond(time: number): number {
  return Math.floor(time / 1000) * 1000;
}

/** The runs that a status tells of, the earlier first: the one before, and the latest. */
export function runsOf({ state, last }: ObservedContainer): readonly KnownRun[] {
  const before = last ? [{ started: last.started, exit: last }] : [];
  if (state.is === 'running') return [...before, { started: state.started, exit: undefined }];
  return state.is === 'terminated' ? [...before, { started: state.exit.started, exit: state.exit }] : before;
}

/** When a pod was over: its last container's end, or else the time at which it was no longer ready. */
export function endOf({ phase, initContainers, containers, conditions, created }: ObservedPod): number | undefined {
  if (phase !== 'Succeeded' && phase !== 'Failed') return undefined;
  const ends = [...initContainers, ...containers].flatMap((one) => runsOf(one).flatMap(({ exit }) => exit?.finished ?? []));
  const told = conditions.flatMap(({ type, changed }) => (type === 'Ready' || type === 'DisruptionTarget' ? (changed ?? []) : []));
  return Math.max(created, ...(ends.length > 0 ? ends : told));
}

/** How a pod stood at a time. `isLast`: as its status says. */
export function momentOf(pod: ObservedPod, plan: PodPlan, time: number, isLast: boolean, instantOf: InstantOf): PodMoment {
  const end = endOf(pod);
  const placed = conditionOf(pod, 'PodScheduled');
  const hasNode = pod.node !== undefined && (isLast || placed?.changed === undefined || placed.changed <= time);
  const isOver = isLast || (end !== undefined && end <= time);
  const seen = (plans: readonly ContainerPlan[], containers: readonly ObservedContainer[]) =>
    hasNode ? containersAt(plans, containers, { time, isLast, instantOf, taken: placed?.changed ?? pod.created }) : [];
  const initContainers = seen(plan.init, pod.initContainers);
  const containers = seen(plan.regular, pod.containers);
  const ready = conditionOf(pod, 'Ready');
  const readyThen = isReadyAt(pod, time, isOver);
  const target = conditionOf(pod, 'DisruptionTarget');
  return {
    node: hasNode ? pod.node : undefined,
    phase: isOver ? phaseOf(pod.phase) : phaseBefore(containers),
    reason: isOver ? pod.reason : '',
    initContainers,
    containers,
    ready: readyThen,
    readyChanged: ready?.changed === undefined ? undefined : instantOf(ready.changed),
    disruption: target?.status === 'True' && (target.changed ?? 0) <= time ? target.reason : '',
    deletion: pod.deleting !== undefined && pod.deleting <= time ? { at: instantOf(pod.deleting), grace: plan.grace } : undefined,
  };
}

export function conditionOf({ conditions }: ObservedPod, type: string) {
  return conditions.find((one) => one.type === type);
}

function phaseOf(phase: string): PodPhase {
  return phase === 'Running' || phase === 'Succeeded' || phase === 'Failed' ? phase : 'Pending';
}

/** Of a pod that has not ended. */
function phaseBefore(containers: readonly Container[]): PodPhase {
  return containers.some(({ hasRun, state }) => hasRun || state !== 'waiting') ? 'Running' : 'Pending';
}

/** The condition tells of its last change alone: before that it was the other way round, once the containers ran. */
function isReadyAt(pod: ObservedPod, time: number, isOver: boolean): boolean {
  const ready = conditionOf(pod, 'Ready');
  if (isOver) return ready?.status === 'True';
  const running = pod.containers.length > 0 && pod.containers.every((one) => runAt(one, time)?.isRunning);
  return running && (ready?.status !== 'True' || (ready.changed ?? 0) <= time);
}

interface When {
  readonly time: number;
  readonly isLast: boolean;
  readonly instantOf: InstantOf;
  /** When its pod got its node. */
  readonly taken: number;
}

function containersAt(plans: readonly ContainerPlan[], containers: readonly ObservedContainer[], when: When): readonly Container[] {
  return plans.flatMap((plan) => {
    const found = containers.find(({ name }) => name === plan.name);
    return found ? [containerAt(plan, found, when)] : [];
  });
}

/** The latest run that had begun. */
function runAt(container: ObservedContainer, time: number) {
  const runs = runsOf(container);
  const place = runs.findLastIndex(({ started, exit }) => time === Infinity || (started ?? exit?.finished ?? Infinity) <= time);
  const run = runs[place];
  if (!run) return undefined;
  const { exit } = run;
  return { place, run, isRunning: exit === undefined || (exit.finished ?? 0) > time };
}

function containerAt(plan: ContainerPlan, observed: ObservedContainer, when: When): Container {
  const { time, isLast, instantOf, taken } = when;
  const { state } = observed;
  const runs = runsOf(observed);
  const now = runAt(observed, isLast ? Infinity : time);
  const before = now ? runs[now.place - 1]?.exit : undefined;
  const fresh = (reason: string) => newContainer(plan, reason, instantOf(taken));
  if (isLast && state.is === 'waiting') {
    const lastExit = observed.last ? exitOf(observed.last, instantOf) : undefined;
    return { ...fresh(state.reason), restarts: observed.restarts, hasRun: lastExit !== undefined, lastExit };
  }
  // Those that came before the first that is known are counted where the count is told.
  const restarts = now ? Math.max(0, observed.restarts - (knownRuns(observed) - 1 - now.place)) : 0;
  if (!now) return fresh('ContainerCreating');
  const { run, isRunning } = now;
  const startedAt = run.started === undefined ? undefined : instantOf(run.started);
  const lastExit = before ? exitOf(before, instantOf) : undefined;
  if (isRunning) {
    const ready = plan.kind === 'init' ? false : !isLast || observed.ready;
    return { ...fresh(''), state: 'running', startedAt, startedUp: true, ready, restarts, hasRun: true, lastExit };
  }
  const { exitCode, reason, finishedAt } = exitOf(run.exit ?? noExit, instantOf);
  return { ...fresh(reason), state: 'terminated', exitCode, startedAt, finishedAt, restarts, hasRun: true, lastExit };
}

/** The latest run counts though it is over and the next is waited for. */
function knownRuns(observed: ObservedContainer): number {
  return runsOf(observed).length + (observed.state.is === 'waiting' && observed.last ? 1 : 0);
}

const noExit: ObservedExit = { exitCode: 0, reason: '', message: '', started: undefined, finished: undefined };

function exitOf({ exitCode, reason, started, finished }: ObservedExit, instantOf: InstantOf): ContainerExit {
  return {
    exitCode,
    reason,
    startedAt: started === undefined ? undefined : instantOf(started),
    finishedAt: finished === undefined ? undefined : instantOf(finished),
  };
}
