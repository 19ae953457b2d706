import type { Assumption } from '../../estimate/runs/assumption.ts';
import type { ContainerEstimate } from '../../estimate/runs/container-run.ts';
import { runsIn } from '../../estimate/runs/pod-run.ts';
import type { StopRun } from '../../estimate/runs/stop-run.ts';
import { oncePer } from '../../plain/once-per.ts';
import { type Instant, instantOf, microsecondsPerSecond, secondsOf } from '../engine/clock.ts';
import { draw } from '../engine/random.ts';
import type { Container } from '../objects/container.ts';
import type { Pod } from '../objects/objects.ts';
import { type ContainerPlan, selectsNodes } from '../objects/pod-plan.ts';
import { type Answer, exitReason, type FailingStart, type Hook, type PlayedRun, type Run, type Stopping } from '../objects/runs.ts';
import { missingKeys, type Surroundings, type UnmountableVolume } from './objects-named.ts';
import type { ContainerRun, ExitCode, Scenario, Span, Stop } from './scenario.ts';
import { type ContainerFate, holdsPods, type PodFate, statedBehaviour } from './stated-behaviour.ts';

/** How containers behave: the scenario comes first, then what the command says (`estimate/`). */
export interface ContainerBehaviours {
  /** From binding to the first container; `usual` where nobody says how long that takes. */
  start(pod: Pod, usual: Instant): Instant;
  /** How long something keeps the whole pod from starting; undefined where nothing does. */
  held(pod: Pod, by: PodFate): Instant | undefined;
  /** The volume that what is known to exist does not suffice for. */
  unmountable(pod: Pod): UnmountableVolume | undefined;
  /** The container's next run, `container.runs` being the number of those that began. */
  run(pod: Pod, container: Container): Run;
  /** Whether the container's latest run, or what keeps it from starting, goes on for ever if nobody ends it. */
  neverEnds(container: Container): boolean;
  stop(pod: Pod, container: Container): Stopping;
  /** Undefined for a container without such a hook. */
  postStart(pod: Pod, container: Container): Hook | undefined;
  /** Of the containers that ran, in order of their first run. */
  readonly assumptions: readonly Assumption[];
}

const nodesAssumed: Assumption = { code: 'assumed-nodes', args: {} };
const readinessGatesAssumed: Assumption = { code: 'assumed-readiness-gates', args: {} };
const plainStop: Stop = { after: 0, exit: 143 };

export function containerBehaviours(scenario: Scenario, seed: number, surroundings: Surroundings): ContainerBehaviours {
  const stated = statedBehaviour(scenario);
  const scenarioHolds = holdsPods(scenario);
  const missing = missingKeys(surroundings);
  const assumptions: Assumption[] = [];
  const known = new Set<Assumption | string>();
  const endless = new WeakSet<Container>();
  const plainStops = new Set<ContainerPlan>();
  const startsAssumed = new Map<Instant, Assumption>();

  /** Said once, also where many containers give rise to it. */
  function assume(assumption: Assumption | undefined): void {
    if (!assumption || known.has(assumption)) return;
    const key = JSON.stringify([assumption.code, Object.entries(assumption.args).sort()]);
    if (known.has(key)) return;
    known.add(assumption).add(key);
    assumptions.push(assumption);
  }
  /** Of each length one object, which is known again sooner. */
  function startAssumed(usual: Instant): Assumption {
    const assumed = startsAssumed.get(usual) ?? { code: 'assumed-start', args: { seconds: secondsOf(usual) } };
    startsAssumed.set(usual, assumed);
    return assumed;
  }
  function estimateOf({ plan, index }: Pod, container: Container): ContainerEstimate {
    return runsIn(plan.spec)(container.plan.spec, index < 0 ? 'none' : index);
  }
  function hook(pod: Pod, container: Container, which: 'postStart' | 'preStop'): Hook | undefined {
    const estimate = container.plan.spec.lifecycle ? estimateOf(pod, container)[which] : undefined;
    if (!estimate) return undefined;
    const { for: length, exit } = stated.hook(pod, container, which) ?? {};
    if (length === undefined || exit === undefined) assume(estimate.assumption);
    const fails = exit === undefined ? estimate.fails : exit !== 0;
    return { for: instantOf(length ?? estimate.seconds), fails, inside: estimate.inside };
  }
  function assumedAnswer(pod: Pod, container: Container, ran: Instant): Answer {
    const { plan, state } = container;
    const says = () => estimateOf(pod, container).stopAt(ran / microsecondsPerSecond);
    if (isOther(stated.run(pod, container))) {
      if (state === 'running' && !plainStops.has(plan)) assume(plainStopAssumption(pod, plan, says()));
      plainStops.add(plan);
      return answerOf(plainStop);
    }
    const { kind, seconds, exit, assumption } = says();
    if (state === 'running') assume(assumption);
    return { ...answerOf({ after: seconds, exit }), otherwise: kind === 'handles' };
  }

  function nextRun(pod: Pod, container: Container): Run {
    const { plan, runs } = container;
    const estimate = estimateOf(pod, container);
    if (estimate.neverStarts) {
      const { assumption, reason } = estimate.neverStarts;
      assume(assumption);
      return { kind: 'waits', reason, for: Infinity };
    }
    const lacking = missing.ofContainer(plan.spec);
    if (lacking) {
      assume(lacking.assumption);
      return { kind: 'waits', reason: 'CreateContainerConfigError', for: Infinity, error: lacking.error };
    }
    const run = stated.run(pod, container);
    if (run && run.kind !== 'run') return failedStart(run, plan);
    if (leavesOpen(run)) assume(run?.for === undefined ? estimate.assumption : endAlone(estimate.assumption));
    if (!run && estimate.cannotStart) return { kind: 'cannot-start' };
    if (run?.healthyAfter === undefined) assume(estimate.probeAssumption);
    const chance = (what: string) => draw(seed, pod.job.name, pod.ordinal, plan.name, runs, what);
    return played(completed(run, estimate, plan), chance);
  }

  return {
    assumptions,
    start(pod, usual) {
      const start = stated.start(pod);
      if (start === undefined) assume(startAssumed(usual));
      if (pod.plan.readinessGates > 0) assume(readinessGatesAssumed);
      if (selectsNodes(pod.plan.spec)) assume(nodesAssumed);
      if (start === undefined) return usual;
      return instantOf(lengthOf(start, () => draw(seed, pod.job.name, pod.ordinal, 'start')));
    },
    held(pod, by) {
      const lacking = by === 'cannot-mount' ? missing.ofVolumes(pod.plan.spec) : undefined;
      assume(lacking?.assumption);
      if (!lacking && !scenarioHolds) return undefined;
      const length = lacking ? Infinity : stated.held(pod, by);
      if (length === Infinity) for (const container of [...pod.initContainers, ...pod.containers]) endless.add(container);
      return length === undefined ? undefined : instantOf(length);
    },
    unmountable: (pod) => missing.ofVolumes(pod.plan.spec),
    run(pod, container) {
      const run = nextRun(pod, container);
      if (run.kind !== 'cannot-start' && run.for === Infinity) endless.add(container);
      else endless.delete(container);
      return run;
    },
    neverEnds: (container) => endless.has(container),
    stop(pod, container) {
      const stop = stated.stop(pod, container);
      const preStop = container.state === 'running' ? hook(pod, container, 'preStop') : undefined;
      return {
        answer: (ran) => (stop ? answerOf(stop) : assumedAnswer(pod, container, ran)),
        stated: stop !== undefined,
        hook: preStop?.for ?? 0,
        hookInside: preStop?.inside ?? true,
        hookFails: preStop?.fails ?? false,
      };
    },
    postStart: (pod, container) => hook(pod, container, 'postStart'),
  };
}

/** Where a scenario says how a container runs, its command does not tell how it stops either; it may well say something else. */
function plainStopAssumption({ plan }: Pod, { name: container }: ContainerPlan, { kind, assumption }: StopRun): Assumption {
  if (kind === 'ends') return assumption;
  if (kind === 'handles') return { code: 'assumed-stop-handles', args: { container } };
  return { code: 'assumed-stop-ignores', args: { container, grace: plan.grace } };
}

function answerOf({ after, exit }: Stop): Answer {
  return { after: instantOf(after), exitCode: exit, otherwise: false };
}

type StatedRun = Extract<ContainerRun, { readonly kind: 'run' }>;
type StatedFailure = Exclude<ContainerRun, StatedRun | { readonly kind: PodFate }>;

function failedStart(run: StatedFailure, plan: ContainerPlan): Run {
  switch (run.kind) {
    case 'cannot-start':
      return { kind: 'cannot-start' };
    case 'cannot-create':
      return { kind: 'waits', reason: 'CreateContainerConfigError', for: instantOf(run.for ?? Infinity) };
    case 'cannot-pull':
      return { kind: 'waits', reason: pullError(plan), for: instantOf(run.for ?? Infinity) };
  }
}

function pullError({ spec }: ContainerPlan): FailingStart['reason'] {
  return spec.imagePullPolicy === 'Never' ? 'ErrImageNeverPull' : 'ErrImagePull';
}

/** How the run ends, where the scenario says how long it takes. */
const endAlone = oncePer(
  (assumption: Assumption) => assumption,
  (assumption): Assumption => {
    const { args } = assumption;
    if (!('exit' in args && 'container' in args)) return assumption;
    return { code: 'estimate-end', args: { container: args.container, exit: args.exit } };
  },
);

/** Whether the run is stated to be another than that of the command. Where only its end is, as by a share of failures, the command still stops as it does. */
function isOther(run: ContainerFate | undefined): boolean {
  return run !== undefined && !(run.kind === 'run' && run.for === undefined);
}

/** Whether the command has to tell how long the run takes, or how it ends. */
function leavesOpen(run: StatedRun | undefined): boolean {
  return run?.for === undefined || (run.exit === undefined && run.outOfMemory !== true);
}

/** A run of which all is known but what chance decides. */
type CompletedRun = Required<Pick<StatedRun, 'for' | 'exit' | 'healthyAfter'>> & { readonly outOfMemory: boolean };

/** What the scenario leaves open of a run is read from the command; a sidecar whose command tells nothing runs for ever. */
function completed(run: StatedRun | undefined, estimate: ContainerEstimate, { kind }: ContainerPlan): CompletedRun {
  const endless = kind === 'sidecar' && !estimate.known;
  const outOfMemory = run?.outOfMemory === true;
  return {
    for: run?.for ?? (endless ? Infinity : estimate.seconds),
    exit: run?.exit ?? (outOfMemory ? 137 : estimate.exit),
    healthyAfter: run?.healthyAfter ?? 0,
    outOfMemory,
  };
}

function played(run: CompletedRun, chance: Chance): PlayedRun {
  const exitCode = exitOf(run.exit, chance);
  return {
    kind: 'run',
    for: instantOf(lengthOf(run.for, chance)),
    exitCode,
    reason: run.outOfMemory ? 'OOMKilled' : exitReason(exitCode),
    healthyAfter: instantOf(run.healthyAfter),
  };
}

/** A draw in [0, 1) for one purpose. */
type Chance = (what: string) => number;

function lengthOf(span: Span, chance: Chance): number {
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
