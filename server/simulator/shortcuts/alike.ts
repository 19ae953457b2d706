import { runsIn } from '../../estimate/runs/pod-run.ts';
import type { PodSpec } from '../../kubernetes/generated/types.ts';
import { instantOf } from '../engine/clock.ts';
import type { ContainerRun, Scenario, Span } from '../scenario/scenario.ts';

/** Names of Jobs follow from the minute, and so do the times of a schedule. */
const minute = instantOf(60);

/**
 * Whether all Jobs of a CronJob live alike: the scenario leaves nothing to chance, singles none of them out, nothing that one of
 * them has is taken from another, such as room or a node, and the kubelet looks at the same places of each minute.
 */
export function jobsLiveAlike({ actions = [], pods = [], kubelet, ...scenario }: Scenario): boolean {
  const notice = instantOf(kubelet?.notice ?? 0);
  if (notice > 0 && minute % notice > 0) return false;
  return !actions.some(({ kind }) => kind === 'fail-node') && pods.every(({ job }) => job === undefined) && isSure({ ...scenario, pods });
}

/**
 * Whether all pods of a Job live alike, and nobody meddles with them: the scenario leaves nothing to chance and singles none of
 * them out, none takes room from another, and what a container does does not go by its completion index.
 */
export function podsLiveAlike(pod: PodSpec, scenario: Scenario): boolean {
  const { pods = [], actions = [] } = scenario;
  const containers = [...(pod.initContainers ?? []), ...(pod.containers ?? [])];
  return pods.length + actions.length === 0 && isSure(scenario) && !containers.some((one) => runsIn(pod)(one).byIndex);
}

/** Nothing is left to chance, and there is room for all. */
function isSure({ cluster, pods = [], ...scenario }: Scenario): boolean {
  const speakers = [scenario, ...pods];
  const behaviours = [...speakers, ...speakers.flatMap(({ containers }) => Object.values(containers ?? {}))];
  const starts = speakers.map(({ start }) => start);
  const runs = behaviours.flatMap(({ run }) => run ?? []);
  return !cluster && !starts.some(isRange) && !runs.some(isLeftToChance);
}

function isLeftToChance(run: ContainerRun): boolean {
  return run.kind === 'run' && (isRange(run.for) || typeof run.exit === 'object');
}

function isRange(span: Span | undefined): boolean {
  return typeof span === 'object';
}
