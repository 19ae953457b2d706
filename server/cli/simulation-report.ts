import pc from 'picocolors';
import { assumptionTexts, outcomeText } from '../application/simulation/outcome.ts';
import { durationWords } from '../application/words/durations.ts';
import { bounds } from '../estimate/bounds/bounds.ts';
import { jobOf } from '../kubernetes/creation/job-from-cronjob.ts';
import type { CronJob, Job } from '../kubernetes/generated/types.ts';
import type { KubernetesVersion } from '../kubernetes/versions.ts';
import { render, textsIn } from '../messages/render.ts';
import { getText } from '../simulator/kubectl/get.ts';
import type { SimulationResult } from '../simulator/recording/recording.ts';
import type { Scenario } from '../simulator/scenario/scenario.ts';
import { type Simulation, simulateCluster } from '../simulator/simulate.ts';
import type { Streams } from './streams.ts';

export type OutputKind = 'watch' | 'pods' | 'events' | 'describe' | 'summary' | 'json';

/** What the command line prints is English. */
const texts = textsIn('en');

interface ReportOptions {
  readonly until?: number;
  readonly seed?: number;
  readonly kubernetesVersion: KubernetesVersion;
  readonly output: OutputKind;
}

/** What one run prints. */
export function simulationReport(object: Job | CronJob, scenario: Scenario, options: ReportOptions, streams: Streams): string {
  const { until, seed, kubernetesVersion: version } = options;
  const simulation = simulateCluster(object, scenario, {
    version,
    ...(until === undefined ? {} : { until }),
    ...(seed === undefined ? {} : { seed }),
  });
  const { result, state } = simulation;
  switch (options.output) {
    case 'watch':
      return watchText(simulation, version);
    case 'pods':
      return getText('pods', state, result, { version });
    case 'events':
      return getText('events', state, result, { version });
    case 'describe':
      return result.describe || `${texts('simulated-object-gone')}\n`;
    case 'summary':
      return summaryText(object, simulation, options, streams.colours);
    case 'json':
      return `${JSON.stringify(jsonResult(result, version, options), null, 1)}\n`;
  }
}

/** As `kubectl get --watch --output-watch-events` prints the Job, or the CronJob and below it its Jobs. */
function watchText({ result, state }: Simulation, version: KubernetesVersion): string {
  const watched = (resource: 'jobs' | 'cronjobs') => getText(resource, state, result, { version, watch: true, watchEvents: true });
  return state.cronJob ? [watched('cronjobs'), watched('jobs')].filter(Boolean).join('\n') : watched('jobs');
}

/** The keys of a recording, and a summary. */
function jsonResult(result: SimulationResult, version: KubernetesVersion, options: ReportOptions) {
  const { jobs, pods, cronjobs, events, final, describe, actionResults, summary } = result;
  return {
    jobs,
    pods,
    cronjobs,
    events,
    final,
    describe,
    actionResults: actionResults.map(({ at, accepted, refusal }) => ({
      at,
      accepted,
      ...(refusal ? { message: refusal.map(({ path, code, args }) => (path ? `${path}: ` : '') + texts(code, args)).join(' ') } : {}),
    })),
    summary: { ...summary, assumptions: allAssumptions(result, version, options) },
  };
}

function summaryText(object: Job | CronJob, { result, state }: Simulation, options: ReportOptions, colours: boolean): string {
  const paint = pc.createColors(colours);
  const { summary } = result;
  const colour = summary.outcome === 'Complete' ? paint.green : summary.outcome === 'Failed' ? paint.red : paint.bold;
  const refused = result.actionResults.flatMap(({ at, refusal = [] }) =>
    refusal.map(({ path, code, args }) => `  ${at} s  ${path ? `${path}: ` : ''}${render(code, args)}\n`),
  );
  const assumptions = allAssumptions(result, options.kubernetesVersion, options);
  const [name] = state.cronJob ? [state.cronJob.name] : state.jobs.map((job) => job.name);
  return [
    `${paint.bold(name ?? '')}  ${colour(outcomeText(result, texts))}\n`,
    `${worstText(object)}\n`,
    ...(refused.length ? [`\n${texts('summary-refused-edits')}\n`, ...refused] : []),
    ...(assumptions.length ? [`\n${texts('summary-assumptions')}\n`, ...assumptions.map((text) => `  ${paint.dim('-')} ${text}\n`)] : []),
  ].join('');
}

/** What bounds the Job, or each Job of the CronJob. */
function worstText(object: Job | CronJob): string {
  const { mostPods, mostAtOnce, longestSeconds } = bounds(jobOf(object).spec ?? {});
  const time = longestSeconds === undefined ? '' : durationWords(longestSeconds, texts);
  return texts('summary-at-worst', { pods: mostPods ?? '', atOnce: mostAtOnce, time });
}

/** Also that the run was cut, where nobody said how long to watch. */
function allAssumptions(result: SimulationResult, version: KubernetesVersion, { until }: ReportOptions): readonly string[] {
  const { outcome } = result.summary;
  const cut = until === undefined && (outcome === 'Running' || outcome === 'Scheduled') && result.until >= 3600;
  return [
    ...assumptionTexts(result, version, texts),
    ...(cut ? [texts('assumed-watched', { hours: Math.round(result.until / 3600) })] : []),
  ];
}
