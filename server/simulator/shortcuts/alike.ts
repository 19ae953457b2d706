import type { ContainerRun, Scenario, Span } from '../scenario/scenario.ts';

/**
 * Whether all Jobs of a CronJob live alike: the scenario leaves nothing to chance, singles none of them out, and nothing that
 * one of them has is taken from another, such as room or a node.
 */
export function jobsLiveAlike(scenario: Scenario): boolean {
  if (scenario.cluster || scenario.actions?.some(({ kind }) => kind === 'fail-node')) return false;
  const pods = scenario.pods ?? [];
  const speakers = [scenario, ...pods];
  const behaviours = [...speakers, ...speakers.flatMap(({ containers }) => Object.values(containers ?? {}))];
  const starts = speakers.map(({ start }) => start);
  const runs = behaviours.flatMap(({ run }) => run ?? []);
  return pods.every(({ job }) => job === undefined) && !starts.some(isRange) && !runs.some(isLeftToChance);
}

function isLeftToChance(run: ContainerRun): boolean {
  return run.kind === 'run' && (isRange(run.for) || typeof run.exit === 'object');
}

function isRange(span: Span | undefined): boolean {
  return typeof span === 'object';
}
