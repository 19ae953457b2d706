import type { ObservedContainer, ObservedExit, ObservedPod } from '../../simulator/replay/observed.ts';
import { conditionOf, runsOf } from '../../simulator/replay/pod-moments.ts';
import type { Story } from './why.ts';

/** A scenario as it is written in a file (schemas/scenario.schema.json). */
export interface WrittenScenario {
  readonly startAt: string;
  readonly pods?: readonly WrittenPod[];
}

interface WrittenPod {
  readonly ordinal: number;
  readonly start?: number;
  readonly run?: WrittenRun | readonly WrittenRun[];
  readonly containers?: Readonly<Record<string, { readonly run: WrittenRun | readonly WrittenRun[] }>>;
}

type WrittenRun =
  /** Empty: as its command says. */
  | { readonly for?: number; readonly exit?: number }
  | { readonly for: number; readonly outOfMemory: true }
  | { readonly cannotStart: true }
  | { readonly cannotCreate: true }
  | { readonly cannotPull: true }
  | { readonly cannotSchedule: true };

/**
 * What the record tells of the containers as a scenario: to play the Job again as it went, or otherwise. Pods are numbered in the order of
 * their creation; those of which nothing is known behave as their commands say.
 */
export function observedScenario({ job, pods }: Story, ordinals: ReadonlyMap<string, number>): WrittenScenario {
  const told = pods.flatMap((pod) => {
    const ordinal = ordinals.get(pod.name);
    const behaviour = ordinal === undefined ? undefined : behaviourOf(pod);
    return ordinal === undefined || !behaviour ? [] : [{ ordinal, ...behaviour }];
  });
  const startAt = new Date(job.created).toISOString().replace('.000Z', 'Z');
  return { startAt, ...(told.length > 0 ? { pods: told.sort((a, b) => a.ordinal - b.ordinal) } : {}) };
}

function behaviourOf(pod: ObservedPod): Omit<WrittenPod, 'ordinal'> | undefined {
  if (conditionOf(pod, 'PodScheduled')?.status === 'False') return { run: { cannotSchedule: true } };
  // Its containers did not end by themselves.
  if (isStopped(pod)) return undefined;
  const known = [...pod.initContainers, ...pod.containers].flatMap((one) => {
    const runs = runsIn(one);
    return runs.length > 0 ? [[one.name, { run: runs.length === 1 && runs[0] ? runs[0] : runs }] as const] : [];
  });
  const [only, ...others] = known;
  if (!only) return undefined;
  const isPlain = others.length === 0 && pod.initContainers.length === 0;
  return { ...startOf(pod), ...(isPlain ? only[1] : { containers: Object.fromEntries(known) }) };
}

/** Whether a deadline, the node or somebody stopped it. */
function isStopped(pod: ObservedPod): boolean {
  return pod.deleting !== undefined || pod.reason !== '' || conditionOf(pod, 'DisruptionTarget')?.status === 'True';
}

/** From the node to the first run of a container. */
function startOf(pod: ObservedPod): Pick<WrittenPod, 'start'> {
  const placed = conditionOf(pod, 'PodScheduled')?.changed;
  const [first] = [...pod.initContainers, ...pod.containers]
    .flatMap((one) => runsOf(one).flatMap(({ started }) => started ?? []))
    .sort((a, b) => a - b);
  const isFirst = pod.initContainers.concat(pod.containers).every(({ restarts }) => restarts === 0);
  return placed === undefined || first === undefined || !isFirst || first <= placed ? {} : { start: (first - placed) / 1000 };
}

/** Runs that nobody tells of any more are taken to have been as the first that is told. */
function runsIn(container: ObservedContainer): readonly WrittenRun[] {
  const { state, restarts } = container;
  const ended = runsOf(container).flatMap(({ exit }) => (exit ? [runOf(exit)] : []));
  const keeps = state.is === 'waiting' ? waitingRun(state.reason) : [];
  const untold = Math.max(0, restarts + (state.is === 'terminated' ? 1 : 0) - ended.length);
  const [first] = ended;
  const before = first && state.is !== 'running' ? Array.from({ length: untold }, () => ({ ...first })) : [];
  const goesOn = state.is === 'running' && ended.length > 0 ? [{}] : [];
  return [...before, ...ended, ...keeps, ...goesOn];
}

function waitingRun(reason: string): readonly WrittenRun[] {
  if (/ImagePull|ErrImage|InvalidImageName/.test(reason)) return [{ cannotPull: true }];
  return reason === 'CreateContainerConfigError' || reason === 'CreateContainerError' ? [{ cannotCreate: true }] : [];
}

function runOf({ exitCode, reason, started, finished }: ObservedExit): WrittenRun {
  if (reason === 'StartError' || reason === 'ContainerCannotRun') return { cannotStart: true };
  const seconds = started === undefined || finished === undefined ? 0 : Math.max(0, (finished - started) / 1000);
  return reason === 'OOMKilled' && exitCode === 137 ? { for: seconds, outOfMemory: true } : { for: seconds, exit: exitCode };
}
