import pc from 'picocolors';
import type { NamespaceFacts } from '../../admission/namespace-facts.ts';
import { bounds } from '../../estimate/bounds/bounds.ts';
import { jobOf } from '../../kubernetes/creation/job-from-cronjob.ts';
import type { CronJob, Job } from '../../kubernetes/generated/types.ts';
import type { ExistingObject } from '../../kubernetes/references/existing-object.ts';
import type { KubernetesVersion } from '../../kubernetes/versions.ts';
import { humanDuration } from '../../simulator/kubectl/human-duration.ts';
import { eachRun, type ManyRuns, type RunInNumbers, type Spread, spreadOf } from '../../simulator/many-runs.ts';
import type { Scenario } from '../../simulator/scenario/scenario.ts';
import { ownScreen, withProgress } from '../streams/progress.ts';
import type { Streams } from '../streams/streams.ts';
import type { OutputKind } from './simulation-report.ts';
import { type Terminal, terminalOf } from './terminal.ts';

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
  const { progress } = withProgress(streams, ownScreen());
  const asked = {
    version,
    runs,
    existing,
    ...(facts ? { facts } : {}),
    ...(seed === undefined ? {} : { seed }),
    ...(until === undefined ? {} : { until }),
  };
  const each = eachRun(job, scenario, asked, (done) => progress.step(() => `${done} of ${runs} runs`));
  progress.end();
  const found = spreadOf(each);
  const { mostPods, longestSeconds } = bounds(job.spec ?? {});
  const worst: Worst = { pods: mostPods, seconds: longestSeconds };
  if (options.output === 'json')
    return `${JSON.stringify({ ...found, atWorst: { pods: worst.pods ?? null, seconds: worst.seconds ?? null } }, null, 1)}\n`;
  const paint = pc.createColors(streams.colours);
  const chance = failureRate === undefined ? '' : `, ${percent(failureRate)} of container runs fail`;
  return `${paint.bold(job.metadata?.name ?? '')}  ${runs} ${runs === 1 ? 'run' : 'runs'}${chance}\n\n${outcomeLines(found)}\n${spreadLines(found, worst)}${histogram(each, terminalOf({ environment: process.env, platform: process.platform, stream: process.stdout }))}`;
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

/** So many bars of a histogram are seen at a glance. */
const mostBars = 8;

/** How long the runs took that ended, as bars from the shortest to the longest; nothing where all took equally long. */
export function histogram(
  runs: readonly Pick<RunInNumbers, 'duration'>[],
  { columns, unicode }: Pick<Terminal, 'columns' | 'unicode'>,
): string {
  const durations = runs.flatMap(({ duration }) => duration ?? []);
  const least = durations.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const most = durations.reduce((a, b) => Math.max(a, b), 0);
  if (!(most > least)) return '';
  const step = Math.max(1, Math.ceil((most - least) / mostBars));
  const counts = Array.from({ length: Math.floor((most - least) / step) + 1 }, () => 0);
  for (const duration of durations) {
    const place = Math.floor((duration - least) / step);
    counts[place] = (counts[place] ?? 0) + 1;
  }
  const highest = Math.max(...counts);
  const room = Math.max(10, Math.min(columns, 100) - 30);
  const lines = counts.map((count, place) => {
    const from = least + place * step;
    const range = `${humanDuration(from)} - ${humanDuration(Math.min(most, from + step))}`;
    const bar = (unicode ? '█' : '#').repeat(count === 0 ? 0 : Math.max(1, Math.round((count / highest) * room)));
    return `  ${range.padStart(17)}  ${[...(bar === '' ? [] : [bar]), count].join(' ')}\n`;
  });
  return `\n${lines.join('')}`;
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}
