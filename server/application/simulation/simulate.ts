import type { ClusterState } from '../../simulator/kubectl/cluster-state.ts';
import { getText } from '../../simulator/kubectl/get.ts';
import { simulateCluster } from '../../simulator/simulate.ts';
import type { Analysis } from '../analysis.ts';
import type { LocatedFinding } from '../located-finding.ts';
import { findObject } from '../object-ranges.ts';
import { type Accepted, accept } from './accept.ts';
import type { ProblemInFile, SimulateParams, SimulateResult } from './answer.ts';
import { assumptionTexts, outcomeText, reasonTexts } from './outcome.ts';

/** Simulates one object of a document, with the scenario that is sent along, or else the one in its comments. */
export function simulateObject(analysis: Analysis, params: SimulateParams, cancelled: () => boolean): SimulateResult {
  const object = findObject(analysis, params);
  const kind = object?.judged.kind;
  if (!object || !kind) return { status: 'gone' };
  const { name } = object.judged;
  const accepted = accept(analysis, object, params.scenario);
  switch (accepted.status) {
    case 'refused':
      return { status: 'refused', kind, name, what: accepted.what, problems: problemsIn(accepted.file, accepted.problems) };
    case 'unfinished':
      return { status: 'unfinished', kind, name, message: accepted.message, problems: problemsIn(analysis.text.uri, accepted.problems) };
    case 'accepted':
      return { status: 'simulated', kind, name: name ?? '', ...simulated(accepted, analysis, params.until, cancelled) };
  }
}

function simulated({ object, scenario }: Accepted, { settings, texts }: Analysis, until: number | undefined, cancelled: () => boolean) {
  const version = settings.kubernetesVersion;
  const { result, state } = simulateCluster(object, scenario, { version, cancelled, ...(until === undefined ? {} : { until }) });
  const table = (resource: 'jobs' | 'pods' | 'events', watch = false) => getText(resource, state, result, { version, watch });
  return {
    result,
    outcome: outcomeText(result, texts),
    assumptions: assumptionTexts(result, version, texts),
    reasons: reasonTexts(result, texts),
    ...(object.kind === 'CronJob' ? { podJobs: podJobs(state) } : {}),
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

function problemsIn(uri: string, found: readonly LocatedFinding[]): readonly ProblemInFile[] {
  return found.map(({ range: { start }, message }) => ({ uri, ...start, message }));
}
