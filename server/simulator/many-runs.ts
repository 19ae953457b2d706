import type { NamespaceFacts } from '../admission/namespace-facts.ts';
import type { CronJob, Job } from '../kubernetes/generated/types.ts';
import type { ExistingObject } from '../kubernetes/references/existing-object.ts';
import type { KubernetesVersion } from '../kubernetes/versions.ts';
import type { Seconds } from './engine/time.ts';
import type { Outcome } from './recording/recording.ts';
import type { Scenario } from './scenario/scenario.ts';
import { simulateSummary } from './simulate.ts';

export interface ManyRunsOptions {
  readonly version: KubernetesVersion;
  readonly runs: number;
  /** The first run's; each further one adds one. */
  readonly seed?: number;
  readonly until?: Seconds;
  /** What is in force in the object's namespace. */
  readonly facts?: NamespaceFacts;
  readonly existing?: readonly ExistingObject[];
}

/** How a number spreads over the runs; all of them 0 when there are no runs to tell of. */
export interface Spread {
  readonly least: number;
  readonly median: number;
  /** Nine runs of ten have no more. */
  readonly ninetyPercent: number;
  readonly most: number;
}

export interface ManyRuns {
  readonly runs: number;
  /** By outcome: Complete, Failed, … */
  readonly outcomes: Readonly<Record<string, number>>;
  /** By the reason of the last condition, of the runs that failed. */
  readonly failures: Readonly<Record<string, number>>;
  /** Seconds from start to outcome, of the runs that have one; undefined where none has. */
  readonly duration: Spread | undefined;
  readonly pods: Spread;
  readonly restarts: Spread;
}

/** What is counted of one run: there may be a million of them. */
export interface RunInNumbers {
  readonly seed: number;
  readonly outcome: Outcome;
  readonly reason: string;
  readonly duration: Seconds | null;
  readonly podsCreated: number;
  readonly restarts: number;
}

/** One run of an object, in numbers. */
export function oneRun(
  object: Job | CronJob,
  scenario: Scenario,
  seed: number,
  options: Omit<ManyRunsOptions, 'runs' | 'seed'>,
): RunInNumbers {
  const { outcome, reason, duration, podsCreated, restarts } = simulateSummary(object, scenario, { ...options, seed });
  return { seed, outcome, reason, duration, podsCreated, restarts };
}

/** Simulates an object again and again, each time with other luck: how often it completes, and what it takes. */
export function manyRuns(object: Job | CronJob, scenario: Scenario, options: ManyRunsOptions): ManyRuns {
  return spreadOf(eachRun(object, scenario, options));
}

/** Those runs, each in numbers; `begun` is told of each, before it, how many are done. */
export function eachRun(
  object: Job | CronJob,
  scenario: Scenario,
  { runs, seed, ...more }: ManyRunsOptions,
  begun: (done: number) => void = () => {},
): readonly RunInNumbers[] {
  const first = seed ?? scenario.seed ?? 0;
  return Array.from({ length: runs }, (_, at) => {
    begun(at);
    return oneRun(object, scenario, first + at, more);
  });
}

/** How runs spread. */
export function spreadOf(runs: readonly RunInNumbers[]): ManyRuns {
  const durations = runs.flatMap(({ duration }) => duration ?? []);
  return {
    runs: runs.length,
    outcomes: counts(runs.map(({ outcome }) => outcome)),
    failures: counts(runs.flatMap(({ outcome, reason }) => (outcome === 'Failed' ? reason : []))),
    duration: durations.length ? spread(durations) : undefined,
    pods: spread(runs.map(({ podsCreated }) => podsCreated)),
    restarts: spread(runs.map(({ restarts }) => restarts)),
  };
}

function counts(keys: readonly string[]): Readonly<Record<string, number>> {
  const found = new Map<string, number>();
  for (const key of keys) found.set(key, (found.get(key) ?? 0) + 1);
  return Object.fromEntries(found);
}

function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return { least: at(0), median: at(0.5), ninetyPercent: at(0.9), most: at(1) };
}
