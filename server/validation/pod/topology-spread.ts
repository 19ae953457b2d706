import { type FieldPath, field, nodePath, shownAs } from '../../kubernetes/finding/field-path.ts';
import { bad, type Finding, misplaced } from '../../kubernetes/finding/finding.ts';
import type { TopologySpreadConstraint } from '../../kubernetes/generated/types.ts';
import { nameFindings, qualifiedNameProblems } from '../../kubernetes/names/name-problems.ts';
import type { RuleContext } from '../context.ts';
import { validateLabelSelector } from '../metadata/label-selector.ts';
import { validateLabelKeys } from './affinity.ts';
import { each, required, strictChoice, supported } from './checks/checks.ts';
import { isOn } from './checks/gates.ts';

export function validateTopologySpread(
  constraints: readonly TopologySpreadConstraint[] | undefined,
  path: FieldPath,
  context: RuleContext,
): Finding[] {
  return each(constraints, path, (constraint, at, index) => [
    ...validateConstraint(constraint, at, context),
    ...validateOnce(constraint, (constraints ?? []).slice(index + 1), at),
  ]);
}

function validateConstraint(constraint: TopologySpreadConstraint, path: FieldPath, context: RuleContext): Finding[] {
  const { maxSkew = 0, labelSelector, whenUnsatisfiable } = constraint;
  return [
    ...positive(maxSkew, field(path, 'maxSkew')),
    ...required(constraint.topologyKey, field(path, 'topologyKey')),
    ...strictChoice(whenUnsatisfiable, field(path, 'whenUnsatisfiable'), ['DoNotSchedule', 'ScheduleAnyway']),
    ...validateMinDomains(constraint, field(path, 'minDomains')),
    ...supported(constraint.nodeAffinityPolicy, field(path, 'nodeAffinityPolicy'), ['Honor', 'Ignore']),
    ...supported(constraint.nodeTaintsPolicy, field(path, 'nodeTaintsPolicy'), ['Honor', 'Ignore']),
    ...(isOn('MatchLabelKeysInPodTopologySpreadSelectorMerge', context.version)
      ? validateLabelKeys(constraint.matchLabelKeys ?? [], [], labelSelector, path)
      : validateLabelKeysBefore134(constraint, field(path, 'matchLabelKeys'))),
    ...validateLabelSelector(labelSelector, field(path, 'labelSelector')),
  ];
}

/** Two constraints of one topology and one consequence would say the same twice; the server writes the pair as a field. */
function validateOnce(constraint: TopologySpreadConstraint, later: readonly TopologySpreadConstraint[], path: FieldPath): Finding[] {
  const { topologyKey = '', whenUnsatisfiable = '' } = constraint;
  const twice = later.some((other) => (other.topologyKey ?? '') === topologyKey && (other.whenUnsatisfiable ?? '') === whenUnsatisfiable);
  if (!twice) return [];
  const pair = shownAs(field(path, '{topologyKey, whenUnsatisfiable}'), field(path, 'topologyKey'));
  return [
    bad(pair, 'Duplicate', 'topology-spread-twice', {
      args: { topologyKey, whenUnsatisfiable },
      at: { path: nodePath(pair), part: 'value' },
    }),
  ];
}

function validateMinDomains({ minDomains, whenUnsatisfiable = '' }: TopologySpreadConstraint, path: FieldPath): Finding[] {
  if (minDomains === undefined) return [];
  const found = positive(minDomains, path);
  return whenUnsatisfiable === 'DoNotSchedule' ? found : [...found, bad(path, 'Invalid', 'min-domains-policy')];
}

function positive(value: number, path: FieldPath): Finding[] {
  return value > 0 ? [] : [bad(path, 'Invalid', 'number-positive', { args: { value } })];
}

/** Any key that the selector has too was refused then, in a label as in an expression. */
function validateLabelKeysBefore134({ matchLabelKeys = [], labelSelector }: TopologySpreadConstraint, path: FieldPath): Finding[] {
  const taken = new Set([
    ...Object.keys(labelSelector?.matchLabels ?? {}),
    ...(labelSelector?.matchExpressions ?? []).map(({ key = '' }) => key),
  ]);
  return [
    ...(matchLabelKeys.length > 0 && !labelSelector ? [misplaced(path, 'Forbidden', 'label-keys-without-selector')] : []),
    ...each(matchLabelKeys, path, (name, at) => [
      ...nameFindings(at, qualifiedNameProblems(name)),
      ...(taken.has(name) ? [bad(at, 'Invalid', 'label-key-in-selector', { args: { value: name } })] : []),
    ]),
  ];
}
