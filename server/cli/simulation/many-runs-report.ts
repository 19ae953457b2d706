import pc from 'picocolors';
import type { NamespaceFacts } from '../../admission/namespace-facts.ts';
import { bounds } from '../../estimate/bounds/bounds.ts';
import { jobOf } from '../../kubernetes/creation/job-from-cronjob.ts';
import type { CronJob, Job } from '../../kubernetes/generated/types.ts';
import type { ExistingObject } from '../../kubernetes/references/existing-object.ts';
import type { KubernetesVersion } from '../../kubernetes/versions.ts';
import { humanDuration } from '../../simulator/kubectl/human-duration.ts';
import { type ManyRuns, manyRuns, type Spread } from '../../simulator/many-runs.ts';
import type { Scenario } from '../../simulator/scenario/scenario.ts';
import type { Streams } from '../streams/streams.ts';
import type { OutputKind } from './simulation-report.ts';

interface ManyRunsReportOptions {
  readonly runs: number;
  /** What is said of the scenario: the share of container runs that fail in it. */
  readonly failureRate?: number;
  readonly seed?: number;
  readonly until?: number;
  readonly kubernetesVersion: KubernetesVersion;
  readonly output: OutputKind;
  readonly facts: NamespaceFacts | undefined;
  readonly existing: readonly ExistingObject[];
}

/** What `--runs` prints: how often the Job, or one run of the CronJob, completes, how its numbers spread, and what they can be at worst. */
export function manyRunsReport(object: Job | CronJob, scenario: Scenario, options: ManyRunsReportOptions, streams: Streams): string {
  const { runs, failureRate, seed, until, kubernetesVersion: version, facts, existing } = options;
  const job = jobOf(object);
  const found = manyRuns(job, scenario, {
    version,
    runs,
    existing,
    ...(facts ? { facts } : {}),
    ...(seed === undefined ? {} : { seed }),
    ...(until === undefined ? {} : { until }),
  });
  const { mostPods, longestSeconds } = bounds(job.spec ?? {});
  const worst: Worst = { pods: mostPods, seconds: longestSeconds };
  if (options.output === 'json')
    return `${JSON.stringify({ ...found, atWorst: { pods: worst.pods ?? null, seconds: worst.seconds ?? null } }, null, 1)}\n`;
  const paint = pc.createColors(streams.colours);
  const chance = failureRate === undefined ? '' : `, ${percent(failureRate)} of container runs fail`;
  return `${paint.bold(job.metadata?.name ?? '')}  ${runs} ${runs === 1 ? 'run' : 'runs'}${chance}\n\n${outcomeLines(found)}\n${spreadLines(found, worst)}`;
}

interface Worst {
  readonly pods: number | undefined;
  readonly seconds: number | undefined;
}

function outcomeLines({ runs, outcomes, failures }: ManyRuns): string {
  const reasons = Object.entries(failures).map(([reason, count]) => `${reason} ${count}`);
  return Object.entries(outcomes)
    .sort(([, a], [, b]) => b - a)
    .map(
      ([outcome, count]) =>
        `  ${outcome.padEnd(10)}${percent(count / runs).padStart(7)}  ${count}${outcome === 'Failed' ? `  (${reasons.join(', ')})` : ''}\n`,
    )
    .join('');
}

function spreadLines({ duration, pods, restarts }: ManyRuns, worst: Worst): string {
  const line = (label: string, cells: readonly string[]) => `  ${label.padEnd(10)}${cells.map((cell) => cell.padStart(10)).join('')}\n`;
  const cells = ({ least, median, ninetyPercent, most }: Spread, show: (value: number) => string) =>
    [least, median, ninetyPercent, most].map(show);
  const whole = (value: number) => `${value}`;
  return [
    line('', ['least', 'median', '90 %', 'most', 'at worst']),
    ...(duration
      ? [line('duration', [...cells(duration, humanDuration), worst.seconds === undefined ? '-' : humanDuration(worst.seconds)])]
      : []),
    line('pods', [...cells(pods, whole), worst.pods === undefined ? '-' : whole(worst.pods)]),
    line('restarts', [...cells(restarts, whole), '-']),
  ].join('');
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}
