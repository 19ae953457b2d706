import { type FieldPath, field, item, key, root } from '../../kubernetes/finding/field-path.ts';
import { bad, type Finding, misplaced, missing } from '../../kubernetes/finding/finding.ts';
import { readDuration } from './scenario-duration.ts';
import { isMapping, list, type Mapping, waitingFates } from './scenario-values.ts';

/** What is wrong in a scenario of the right shape: contradictions, and values that only together make no sense. */
export function scenarioRuleFindings(scenario: Mapping): readonly Finding[] {
  return [
    ...timeFindings(scenario['startAt'], field(root, 'startAt')),
    ...spanFindings(scenario['start'], field(root, 'start')),
    ...behaviourFindings(scenario, root),
    ...list(scenario['pods']).flatMap((pod, at) => podFindings(pod, item(field(root, 'pods'), at))),
    ...list(scenario['actions']).flatMap((action, at) =>
      actionFindings(action, item(field(root, 'actions'), at), nodeCount(scenario['cluster'])),
    ),
  ];
}

function timeFindings(value: unknown, path: FieldPath): readonly Finding[] {
  if (value === undefined || (typeof value === 'string' && !Number.isNaN(Date.parse(value)))) return [];
  return [bad(path, 'Invalid', 'scenario-unreadable', { args: { name: 'startAt', expected: 'time' } })];
}

function spanFindings(value: unknown, path: FieldPath): readonly Finding[] {
  if (!isMapping(value)) return [];
  const min = readDuration(value['min']);
  const max = readDuration(value['max']);
  return min === undefined || max === undefined || min <= max ? [] : [bad(path, 'Invalid', 'scenario-range-order')];
}

function behaviourFindings(behaviour: Mapping, path: FieldPath | undefined): readonly Finding[] {
  const { run, containers } = behaviour;
  const runs = field(path, 'run');
  return [
    ...(Array.isArray(run) ? run.flatMap((one: unknown, at) => runFindings(one, item(runs, at))) : runFindings(run, runs)),
    ...(isMapping(containers)
      ? Object.entries(containers).flatMap(([name, one]) =>
          isMapping(one) ? behaviourFindings(one, key(field(path, 'containers'), name)) : [],
        )
      : []),
  ];
}

/** What says nothing of a container that meets such a fate. */
function idleWith(fates: readonly string[]): readonly string[] {
  if (fates.includes('cannotStart')) return ['for', 'exit', 'signal', 'healthyAfter'];
  return waitsForStart(fates) ? ['exit', 'signal', 'healthyAfter'] : [];
}

function waitsForStart(fates: readonly string[]): boolean {
  return fates.some((fate) => fate in waitingFates);
}

function runFindings(run: unknown, path: FieldPath): readonly Finding[] {
  if (!isMapping(run)) return [];
  const fates = ['cannotStart', ...Object.keys(waitingFates), 'outOfMemory'].filter((name) => run[name] === true);
  const idle = idleWith(fates);
  const [fate = ''] = fates;
  const shares = Array.isArray(run['exit'])
    ? run['exit'].reduce((sum: number, one: unknown) => sum + (isMapping(one) ? Number(one['share']) : 0), 0)
    : 0;
  return [
    ...spanFindings(run['for'], field(path, 'for')),
    ...(run['signal'] !== undefined && run['exit'] !== undefined
      ? [misplaced(field(path, 'signal'), 'Forbidden', 'scenario-run-contradiction', { args: { name: 'signal', other: 'exit' } })]
      : []),
    ...[...fates.slice(1), ...idle.filter((name) => run[name] !== undefined)].map((name) =>
      misplaced(field(path, name), 'Forbidden', 'scenario-run-contradiction', { args: { name, other: fate } }),
    ),
    ...(waitsForStart(fates) && isMapping(run['for'])
      ? [bad(field(path, 'for'), 'Invalid', 'scenario-unreadable', { args: { name: 'for', expected: 'duration' } })]
      : []),
    ...(shares > 1 + 1e-9 ? [bad(field(path, 'exit'), 'Invalid', 'scenario-shares')] : []),
  ];
}

function podFindings(pod: unknown, path: FieldPath): readonly Finding[] {
  if (!isMapping(pod)) return [];
  const { ordinal, index, attempt, job } = pod;
  return [
    ...(ordinal === undefined && index === undefined && job === undefined ? [missing(field(path, 'ordinal'), 'scenario-pod-which')] : []),
    ...(attempt !== undefined && index === undefined ? [misplaced(field(path, 'attempt'), 'Forbidden', 'scenario-attempt-of-index')] : []),
    ...(ordinal !== undefined && index !== undefined ? [misplaced(field(path, 'index'), 'Forbidden', 'scenario-ordinal-or-index')] : []),
    ...spanFindings(pod['start'], field(path, 'start')),
    ...behaviourFindings(pod, path),
  ];
}

export const actionNames = ['patch', 'deletePod', 'evictPod', 'killContainer', 'failNode', 'delete'] as const;

function actionFindings(action: unknown, path: FieldPath, nodes: number): readonly Finding[] {
  if (!isMapping(action)) return [];
  const [first, ...others] = actionNames.filter((name) => action[name] !== undefined);
  const killing = action['killContainer'] !== undefined;
  const node = action['failNode'];
  return [
    ...(first ? [] : [missing(field(path, 'patch'), 'scenario-action-what', { args: { names: actionNames } })]),
    ...others.map((name) => misplaced(field(path, name), 'Forbidden', 'scenario-action-one', { args: { name, other: first ?? '' } })),
    ...['container', 'exit']
      .filter((name) => !killing && action[name] !== undefined)
      .map((name) => misplaced(field(path, name), 'Forbidden', 'scenario-kill-only', { args: { name } })),
    ...(typeof node === 'string' && !isNode(node, nodes)
      ? [bad(field(path, 'failNode'), 'NotFound', 'scenario-no-such-node', { args: { node, nodes } })]
      : []),
  ];
}

function isNode(name: string, nodes: number): boolean {
  const number = /^node-([1-9]\d*)$/.exec(name)?.[1];
  return number !== undefined && Number(number) <= nodes;
}

function nodeCount(cluster: unknown): number {
  return isMapping(cluster) && typeof cluster['nodes'] === 'number' ? cluster['nodes'] : 1;
}
