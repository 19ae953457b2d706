import type { ClusterState } from '../../simulator/kubectl/cluster-state.ts';
import { getText } from '../../simulator/kubectl/get.ts';
import type { Scenario } from '../../simulator/scenario/scenario.ts';
import { simulateCluster } from '../../simulator/simulate.ts';
import type { Analysis, ObjectInText } from '../analysis.ts';
import { locateFindings } from '../findings/file-findings.ts';
import { findObject, objectRange } from '../object-ranges.ts';
import { readScenarioComment, readScenarioText } from '../scenario/scenario-text.ts';
import type { SimulateParams, SimulateResult } from './answer.ts';
import { assumptionTexts, outcomeText, reasonTexts } from './outcome.ts';

/** Simulates one object of a document, with the scenario that is sent along, or else the one in its first comment. */
export function simulateObject(analysis: Analysis, params: SimulateParams, cancelled: () => boolean): SimulateResult {
  const object = findObject(analysis, params);
  const kind = object?.judged.kind;
  if (!object || !kind) return { status: 'gone' };
  const { name, object: decoded } = object.judged;
  const problems = analysis.partial ? [patchAlone(analysis, object)] : problemsOf(analysis, object);
  const scenario = scenarioOf(analysis, params.scenario);
  if (problems.length || !decoded) return { status: 'refused', kind, name, problems };
  if ('problems' in scenario) return { status: 'refused', kind, name, problems: scenario.problems };
  const version = analysis.settings.kubernetesVersion;
  const { result, state } = simulateCluster(decoded, scenario.scenario, {
    version,
    cancelled,
    ...(params.until === undefined ? {} : { until: params.until }),
  });
  const table = (resource: 'jobs' | 'pods' | 'events', watch = false) => getText(resource, state, result, { version, watch });
  return {
    status: 'simulated',
    kind,
    name: name ?? '',
    result,
    outcome: outcomeText(result, analysis.texts),
    assumptions: assumptionTexts(result, version, analysis.texts),
    reasons: reasonTexts(result, analysis.texts),
    ...(kind === 'CronJob' ? { podJobs: podJobs(state) } : {}),
    watch: table('jobs', true),
    podsTable: table('pods'),
    eventsTable: table('events'),
  };
}

/** As names say it: a pod's begins with its Job's, cut where both together would be too long. */
function podJobs({ pods, jobs }: Pick<ClusterState, 'pods' | 'jobs'>): readonly string[] {
  const latestFirst = jobs.map(({ name, created }) => ({ name, created, prefix: `${name}-`.slice(0, kept) })).reverse();
  return pods.map(({ name, created }) => latestFirst.find((job) => job.created <= created && name.startsWith(job.prefix))?.name ?? '');
}

/** Letters of a Job's name that its pods' names keep, however long it is and whatever index follows. */
const kept = 47;

function patchAlone({ texts }: Analysis, object: ObjectInText) {
  return { ...objectRange(object).start, message: texts('patch-not-simulated') };
}

/** The errors that keep the object from being created. */
function problemsOf(analysis: Analysis, object: ObjectInText) {
  return locateFindings(analysis)
    .filter((one) => one.object === object && one.finding.severity === 'error')
    .map(({ range: { start }, message }) => ({ ...start, message }));
}

type ScenarioOrProblems =
  | { readonly scenario: Scenario }
  | { readonly problems: readonly { line: number; character: number; message: string }[] };

function scenarioOf({ text, texts }: Analysis, sent: string | undefined): ScenarioOrProblems {
  const reading = sent === undefined ? (readScenarioComment(text.getText()) ?? { scenario: {} }) : readScenarioText(sent);
  if ('scenario' in reading) return reading;
  const start = { line: 0, character: 0 };
  return {
    problems: reading.problems.map((one) => ({
      ...(sent === undefined ? text.positionAt(one.start) : start),
      message: texts(one.code, one.args),
    })),
  };
}
