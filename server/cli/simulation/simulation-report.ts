import pc from 'picocolors';
import type { NamespaceFacts } from '../../admission/namespace-facts.ts';
import { factsAssumed } from '../../application/facts/facts-words.ts';
import { hookOutcomeText } from '../../application/simulation/hook-outcome.ts';
import { assumptionTexts, cutTexts, outcomeText } from '../../application/simulation/outcome.ts';
import { unmetTexts } from '../../application/simulation/unmet.ts';
import { worstTexts } from '../../application/simulation/worst.ts';
import type { CronJob, Job } from '../../kubernetes/generated/types.ts';
import { isCronJob } from '../../kubernetes/kinds.ts';
import type { ExistingObject } from '../../kubernetes/references/existing-object.ts';
import type { KubernetesVersion } from '../../kubernetes/versions.ts';
import { render, textsIn } from '../../messages/render.ts';
import { describeText } from '../../simulator/kubectl/describe.ts';
import { describePods } from '../../simulator/kubectl/describe-pod.ts';
import { getTexts } from '../../simulator/kubectl/get.ts';
import type { Moment } from '../../simulator/kubectl/moment.ts';
import { at } from '../../simulator/run/at.ts';
import { finishOf } from '../../simulator/run/finish.ts';
import { recordedRows, recordingOf } from '../../simulator/run/recording-of.ts';
import type { CronJobOutcome, Run } from '../../simulator/run/run.ts';
import type { Scenario } from '../../simulator/scenario/scenario.ts';
import { simulate, simulateOutcome } from '../../simulator/simulate.ts';
import type { Streams } from '../streams/streams.ts';
import { jsonTexts } from './json-texts.ts';
import type { Terminal } from './terminal.ts';
import { timelineText } from './timeline-text.ts';

export type OutputKind = 'watch' | 'pods' | 'events' | 'describe' | 'describe-pods' | 'summary' | 'timeline' | 'json';

/** What of a run an output shows: also what happened meanwhile, or only what it came to. */
const shows: Readonly<Record<OutputKind, 'rows' | 'outcome'>> = {
  watch: 'rows',
  pods: 'rows',
  events: 'rows',
  describe: 'rows',
  'describe-pods': 'rows',
  summary: 'outcome',
  timeline: 'rows',
  json: 'rows',
};

/** What the command line prints is English. */
const texts = textsIn('en');

/** With more rows of each kind than this the JSON of a run would not fit into half a gigabyte of memory. */
const mostRows = 1_100_000;

/** More lines of a timeline say nothing new. */
const mostLines = 60;

interface ReportOptions {
  readonly until?: number;
  readonly seed?: number;
  readonly kubernetesVersion: KubernetesVersion;
  readonly output: OutputKind;
  readonly terminal: Terminal;
  readonly facts: NamespaceFacts | undefined;
  readonly existing: readonly ExistingObject[];
}

interface Told extends ReportOptions {
  /** What the scenario speaks of that there was not. */
  readonly unmet: readonly string[];
}

/** One run, as the options ask for it. */
export function simulated(object: Job | CronJob, scenario: Scenario, options: Omit<ReportOptions, 'output' | 'terminal'>): Run {
  return simulate(object, scenario, { ...given(options), ...(options.until === undefined ? {} : { until: options.until }) });
}

function given({ seed, kubernetesVersion: version, facts, existing }: Omit<ReportOptions, 'output' | 'terminal'>) {
  return { version, existing, mostRows, ...(facts ? { facts } : {}), ...(seed === undefined ? {} : { seed }) };
}

/** What one run prints, in pieces: it may be very much. */
export function simulationReport(object: Job | CronJob, scenario: Scenario, options: ReportOptions, streams: Streams): Iterable<string> {
  const { output, until } = options;
  if (shows[output] === 'outcome' && isCronJob(object) && until !== undefined) {
    const outcome = simulateOutcome(object, scenario, { ...given(options), until });
    return [summaryText(object, outcome, { ...options, unmet: unmetTexts(scenario, object, outcome, texts) }, streams.colours)];
  }
  const run = simulated(object, scenario, options);
  const says = options.output === 'summary' || options.output === 'json';
  if (!says) for (const text of cutTexts(run, texts)) streams.error(`kubejob: ${text}\n`);
  // A Job that waits a day or longer for its TTL is shown as it stood when it had ended.
  const moment = () => at(run, run.watched === 'day' ? finishOf(run) : undefined);
  switch (options.output) {
    case 'watch':
      return watchTexts(run.kind, at(run));
    case 'pods':
    case 'events':
      return getTexts(options.output, moment());
    case 'timeline':
      return [timelineText(run, { ...options.terminal, colours: streams.colours, most: mostLines })];
    case 'describe':
      return [describeText(moment()) || `${texts('simulated-object-gone')}\n`];
    case 'describe-pods':
      return [describePods(moment())];
    case 'summary':
      return [summaryText(object, run, { ...options, unmet: unmetTexts(scenario, object, run, texts) }, streams.colours)];
    case 'json':
      return jsonTexts(jsonResult(run, { ...options, unmet: unmetTexts(scenario, object, run, texts) }));
  }
}

/** As `kubectl get --watch --output-watch-events` prints the Job, or the CronJob and below it its Jobs. */
function* watchTexts(kind: Run['kind'], moment: Moment): Iterable<string> {
  const watched = (resource: 'jobs' | 'cronjobs') => getTexts(resource, moment, { watch: true, watchEvents: true });
  if (kind === 'CronJob') yield* watched('cronjobs');
  yield* parted(kind === 'CronJob', watched('jobs'));
}

/** Below an empty line, if there is anything. */
function* parted(apart: boolean, pieces: Iterable<string>): Iterable<string> {
  let before = apart ? '\n' : '';
  for (const piece of pieces) {
    yield before + piece;
    before = '';
  }
}

/** The keys of a recording, and a summary; what is large is made when it is read. */
function jsonResult(run: Run, options: Told) {
  const recording = recordingOf(run);
  const { jobs, pods, cronjobs, events } = recordedRows(run);
  return {
    jobs,
    pods,
    cronjobs,
    events,
    get final() {
      return recording.final;
    },
    get describe() {
      return recording.describe;
    },
    get describePods() {
      return recording.describePods;
    },
    actionResults: recording.actionResults.map(({ at, accepted, refusal }) => ({
      at,
      accepted,
      ...(refusal ? { message: refusal.map(({ path, code, args }) => (path ? `${path}: ` : '') + texts(code, args)).join(' ') } : {}),
    })),
    summary: { ...run.summary, assumptions: [...allAssumptions(run, options), ...cutTexts(run, texts)] },
  };
}

function summaryText(object: Job | CronJob, run: Run | CronJobOutcome, options: Told, colours: boolean): string {
  const paint = pc.createColors(colours);
  const { summary, actionResults } = run;
  const ofEnd = summary.outcome === 'Complete' ? paint.green : paint.red;
  const colour = summary.outcome === 'Complete' || summary.outcome === 'Failed' ? ofEnd : paint.bold;
  const refused = actionResults.flatMap(({ at, refusal = [] }) =>
    refusal.map(({ path, code, args }) => `  ${at} s  ${path ? `${path}: ` : ''}${render(code, args)}\n`),
  );
  const assumptions = allAssumptions(run, options);
  const ofHook = hookOutcomeText(object.metadata ?? {}, run, texts);
  return [
    `${paint.bold(run.name)}  ${colour(outcomeText(run, texts))}\n`,
    ...(ofHook === undefined ? [] : [`${ofHook}\n`]),
    ...worstTexts(object, texts).map((text) => `${text}\n`),
    ...(refused.length ? [`\n${texts('summary-refused-edits')}\n`, ...refused] : []),
    ...(assumptions.length ? [`\n${texts('summary-assumptions')}\n`, ...assumptions.map((text) => `  ${paint.dim('-')} ${text}\n`)] : []),
  ].join('');
}

/** Also how to watch for longer, where nobody said how long. */
function allAssumptions(run: Run | CronJobOutcome, { facts, unmet }: Told): readonly string[] {
  const isCut = run.watched !== 'asked' && run.watched !== 'settled';
  return [...assumptionTexts(run, texts), ...factsAssumed(facts, texts), ...unmet, ...(isCut ? [texts('summary-watch-longer')] : [])];
}
