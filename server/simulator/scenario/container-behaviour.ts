import type { Assumption } from '../../estimate/runs/assumption.ts';
import { type ContainerEstimate, estimateContainerRun } from '../../estimate/runs/container-run.ts';
import { type Instant, instantOf } from '../engine/clock.ts';
import { draw } from '../engine/random.ts';
import type { Container, Pod } from '../objects/objects.ts';
import type { ContainerPlan } from '../objects/pod-plan.ts';
import type { FailingStart, Hook, Run, Stopping } from '../objects/runs.ts';
import type { ContainerBehaviour, ContainerRun, ExitCode, PodBehaviour, Scenario, Span, Stop } from './scenario.ts';

export interface ContainerBehaviours {
  /** Seconds from binding to the first container. */
  start(pod: Pod): Instant;
  /** The container's next run, `container.runs` being the number of those that began. */
  run(pod: Pod, container: Container): Run;
  stop(pod: Pod, container: Container): Stopping;
  readonly postStart: (pod: Pod, container: Container) => Hook | undefined;
  /** Whether all Jobs of a CronJob behave alike: nothing is left to chance, and none is singled out. */
  readonly alike: boolean;
  /** Of the containers that ran, in order of their first run. */
  readonly assumptions: readonly Assumption[];
}

const defaultStart = 1;
const defaultStartAssumed: Assumption = { code: 'assumed-start', args: { seconds: defaultStart } };
const readinessGatesAssumed: Assumption = { code: 'assumed-readiness-gates', args: {} };
const plainStop: Stop = { after: 0, exit: 143 };
const killedStop: Stop = { after: Infinity, exit: 137 };

/** The scenario comes first, then what the command says (`estimate/`). */
export function containerBehaviours(scenario: Scenario, seed: number): ContainerBehaviours {
  const find = podBehaviourFinder(scenario.pods ?? []);
  const estimates = new Map<ContainerPlan, ContainerEstimate>();
  const assumptions: Assumption[] = [];

  function assume(assumption: Assumption): void {
    if (assumptions.includes(assumption)) return;
    const text = JSON.stringify(assumption);
    if (!assumptions.some((other) => JSON.stringify(other) === text)) assumptions.push(assumption);
  }
  function estimated(pod: Pod, { plan }: Container): ContainerEstimate {
    let found = estimates.get(plan);
    if (!found) {
      found = estimateContainerRun(plan.spec, pod.plan.spec);
      estimates.set(plan, found);
    }
    return found;
  }
  const forRegular = [scenario];
  const forOthers = scenario.stop ? [{ stop: scenario.stop }] : [];

  /** From the most exact to the most general; a run that is said for all containers is not a sidecar's or init container's. */
  function sources(pod: Pod, { plan }: Container): readonly (ContainerBehaviour | undefined)[] {
    const entries = find(pod);
    const plain = plan.kind === 'regular';
    if (entries.length === 0 && !scenario.containers) return plain ? forRegular : forOthers;
    return [
      ...entries.map(({ containers }) => containers?.[plan.name]),
      ...(plain ? entries : entries.map(({ stop }) => (stop ? { stop } : undefined))),
      scenario.containers?.[plan.name],
      plain ? scenario : scenario.stop && { stop: scenario.stop },
    ];
  }
  /** The scenario speaks of the hooks of containers by name only. */
  function hook(pod: Pod, container: Container, which: 'postStart' | 'preStop'): Hook | undefined {
    const estimate = container.plan.spec.lifecycle ? estimated(pod, container)[which] : undefined;
    if (!estimate) return undefined;
    const { name } = container.plan;
    const named = [...find(pod).map(({ containers }) => containers?.[name]), scenario.containers?.[name]];
    const stated = named.find((one) => one?.[which])?.[which];
    if (stated?.for === undefined || stated.exit === undefined) assume(estimate.assumption);
    const fails = stated?.exit === undefined ? estimate.fails : stated.exit !== 0;
    return { for: instantOf(stated?.for ?? estimate.seconds), fails, inside: estimate.inside };
  }
  function statedRun(pod: Pod, container: Container): ContainerRun | undefined {
    for (const source of sources(pod, container)) {
      const runs = source?.run;
      if (runs?.length) return runs[Math.min(container.runs + container.skippedRuns, runs.length - 1)];
    }
    return undefined;
  }

  return {
    alike: !JSON.stringify(scenario).match(/"(min|share|job)":/),
    assumptions,
    start(pod) {
      const stated = find(pod).find(({ start }) => start !== undefined)?.start ?? scenario.start;
      if (stated === undefined) assume(defaultStartAssumed);
      if (pod.plan.readinessGates > 0) assume(readinessGatesAssumed);
      return instantOf(length(stated ?? defaultStart, () => draw(seed, pod.job.name, pod.ordinal, 'start')));
    },
    run(pod, container) {
      const { neverStarts, probeAssumption } = estimated(pod, container);
      if (neverStarts) {
        assume(neverStarts);
        return { kind: 'waits', reason: 'InvalidImageName', for: Infinity };
      }
      const stated = statedRun(pod, container);
      if (stated?.kind === 'cannot-start') return { kind: 'cannot-start' };
      if (stated?.kind === 'cannot-create' || stated?.kind === 'cannot-pull') {
        const reason = stated.kind === 'cannot-create' ? 'CreateContainerConfigError' : pullError(container);
        return { kind: 'waits', reason, for: instantOf(stated.for ?? Infinity) };
      }
      const incomplete = stated?.for === undefined || (stated.exit === undefined && stated.outOfMemory !== true);
      const estimate = incomplete ? estimated(pod, container) : undefined;
      if (estimate) assume(estimate.assumption);
      if (estimate?.cannotStart && !stated) return { kind: 'cannot-start' };
      const endless = container.plan.kind === 'sidecar' && estimate?.known !== true;
      const chance = (what: string) => draw(seed, pod.job.name, pod.ordinal, container.plan.name, container.runs, what);
      const outOfMemory = stated?.outOfMemory === true;
      const exitCode = outOfMemory && stated.exit === undefined ? 137 : exitOf(stated?.exit ?? estimate?.exit ?? 0, chance);
      if (probeAssumption && stated?.healthyAfter === undefined) assume(probeAssumption);
      return {
        kind: 'run',
        for: instantOf(length(stated?.for ?? (endless ? Infinity : (estimate?.seconds ?? 0)), chance)),
        exitCode,
        healthyAfter: instantOf(stated?.healthyAfter ?? 0),
        reason: outOfMemory ? 'OOMKilled' : exitCode === 0 ? 'Completed' : 'Error',
      };
    },
    stop(pod, container) {
      const stated = sources(pod, container).find((source) => source?.stop)?.stop;
      const estimate = stated || statedRun(pod, container) ? undefined : estimated(pod, container);
      if (estimate && container.state === 'running') assume(estimate.stopAssumption);
      const { after, exit } = stated ?? (estimate?.stop === 'ignores-sigterm' ? killedStop : plainStop);
      const preStop = container.state === 'running' ? hook(pod, container, 'preStop') : undefined;
      return {
        after: instantOf(after),
        exitCode: exit,
        stated: stated !== undefined,
        hook: preStop?.for ?? 0,
        hookInside: preStop?.inside ?? true,
      };
    },
    postStart: (pod, container) => hook(pod, container, 'postStart'),
  };
}

function pullError({ plan }: Container): FailingStart['reason'] {
  return plan.spec.imagePullPolicy === 'Never' ? 'ErrImageNeverPull' : 'ErrImagePull';
}

/** A draw in [0, 1) for one purpose. */
type Chance = (what: string) => number;

function length(span: Span, chance: Chance): number {
  return typeof span === 'number' ? span : span.min + chance('for') * (span.max - span.min);
}

function exitOf(exit: ExitCode, chance: Chance): number {
  if (typeof exit === 'number') return exit;
  let rest = chance('exit');
  for (const { code, share } of exit) {
    if (rest < share) return code;
    rest -= share;
  }
  return 0;
}

/** The entries that are about a pod, most exact first: index and attempt, index, ordinal; then the last one. */
function podBehaviourFinder(entries: readonly PodBehaviour[]): (pod: Pod) => readonly PodBehaviour[] {
  if (entries.length === 0) return () => [];
  const byPlace = group(
    entries.filter(({ index }) => index === undefined),
    ({ ordinal }) => ordinal ?? -1,
  );
  const byIndex = group(
    entries.filter(({ index }) => index !== undefined),
    ({ index }) => index ?? -1,
  );
  return (pod) => {
    const about = [...(byIndex.get(pod.index) ?? []), ...(byPlace.get(pod.place) ?? []), ...(byPlace.get(-1) ?? [])].filter(
      ({ attempt, job, ordinal }) =>
        (attempt === undefined || attempt === pod.attempt) &&
        (job === undefined || job === pod.job.ordinal) &&
        (ordinal === undefined || ordinal === pod.place),
    );
    return about.length < 2 ? about : about.reverse().sort((a, b) => exactness(b) - exactness(a));
  };
}

function exactness({ index, attempt, ordinal, job }: PodBehaviour): number {
  return (index === undefined ? 0 : 8) + (attempt === undefined ? 0 : 4) + (ordinal === undefined ? 0 : 2) + (job === undefined ? 0 : 1);
}

function group(entries: readonly PodBehaviour[], key: (entry: PodBehaviour) => number): Map<number, PodBehaviour[]> {
  const groups = new Map<number, PodBehaviour[]>();
  for (const entry of entries) groups.set(key(entry), [...(groups.get(key(entry)) ?? []), entry]);
  return groups;
}
