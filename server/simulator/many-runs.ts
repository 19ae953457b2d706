import type { NamespaceFacts } from '../admission/namespace-facts.ts';
import type { CronJob, Job } from '../kubernetes/generated/types.ts';
import type { ExistingObject } from '../kubernetes/references/existing-object.ts';
import type { KubernetesVersion } from '../kubernetes/versions.ts';
import type { Seconds } from './engine/time.ts';
import type { ContainerRun, Scenario } from './scenario/scenario.ts';
import { simulate } from './simulate.ts';

export interface ManyRunsOptions {
  readonly version: KubernetesVersion;
  readonly runs: number;
  /** The share of container runs that fail with exit code 1, from 0 to 1; absent: what the scenario says. */
  readonly failureRate?: number;
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

/** Simulates an object again and again, each time with other luck: how often it completes, and what it takes. */
export function manyRuns(object: Job | CronJob, scenario: Scenario, options: ManyRunsOptions): ManyRuns {
  const { version, runs, failureRate, until, facts, existing = [] } = options;
  const played = failureRate === undefined ? scenario : withFailureRate(scenario, failureRate);
  const first = options.seed ?? scenario.seed ?? 0;
  const more = { version, existing, ...(facts ? { facts } : {}), ...(until === undefined ? {} : { until }) };
  /** Only what is counted: there may be a million of them. */
  const summaries = Array.from({ length: runs }, (_, at) => {
    const { outcome, reason, duration, podsCreated, restarts } = simulate(object, played, { ...more, seed: first + at }).summary;
    return { outcome, reason, duration, podsCreated, restarts };
  });
  const durations = summaries.flatMap(({ duration }) => duration ?? []);
  return {
    runs,
    outcomes: counts(summaries.map(({ outcome }) => outcome)),
    failures: counts(summaries.flatMap(({ outcome, reason }) => (outcome === 'Failed' ? reason : []))),
    duration: durations.length ? spread(durations) : undefined,
    pods: spread(summaries.map(({ podsCreated }) => podsCreated)),
    restarts: spread(summaries.map(({ restarts }) => restarts)),
  };
}

/** The same scenario with chance deciding each exit code of the runs that it says of all containers; how long they take stays. */
function withFailureRate(scenario: Scenario, share: number): Scenario {
  const exit = [{ code: 1, share }];
  const runs: readonly ContainerRun[] = scenario.run ?? [{ kind: 'run' }];
  return { ...scenario, run: runs.map((run) => (run.kind === 'run' ? { ...run, exit } : run)) };
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
