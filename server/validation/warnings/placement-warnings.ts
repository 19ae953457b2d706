import { type FieldPath, field, key, nodePath } from '../../kubernetes/finding/field-path.ts';
import { type Finding, warning } from '../../kubernetes/finding/finding.ts';
import type { NodeSelectorTerm, PodAffinity, PodSpec } from '../../kubernetes/generated/types.ts';
import { labelValueProblems } from '../../kubernetes/names/name-problems.ts';
import { preferredRules, requiredRules } from '../pod/affinity.ts';
import { each } from '../pod/checks/checks.ts';

/** Labels of nodes that have gone out of use, and what took their place (pkg/api/node/util.go). */
const oldNodeLabels = new Map([
  ['beta.kubernetes.io/arch', 'kubernetes.io/arch'],
  ['beta.kubernetes.io/os', 'kubernetes.io/os'],
  ['failure-domain.beta.kubernetes.io/region', 'topology.kubernetes.io/region'],
  ['failure-domain.beta.kubernetes.io/zone', 'topology.kubernetes.io/zone'],
  ['beta.kubernetes.io/instance-type', 'node.kubernetes.io/instance-type'],
  ['app.kubernetes.io/created-by', ''],
  ['scheduler.alpha.kubernetes.io/preferAvoidPods', ''],
  ['node-role.kubernetes.io/master', 'node-role.kubernetes.io/control-plane'],
]);

/** Old node labels, and selectors that are missing and so match no pod. */
export function placementWarnings(spec: PodSpec, path: FieldPath): Finding[] {
  const { nodeAffinity, podAffinity, podAntiAffinity } = spec.affinity ?? {};
  const affinityPath = field(path, 'affinity');
  const nodeRules = field(affinityPath, 'nodeAffinity');
  return [
    ...Object.keys(spec.nodeSelector ?? {}).flatMap((name) => {
      const at = key(field(path, 'nodeSelector'), name);
      return oldLabel(name, at, 'key');
    }),
    ...each(nodeAffinity?.[requiredRules]?.nodeSelectorTerms, field(nodeRules, requiredRules, 'nodeSelectorTerms'), (term, at) =>
      termWarnings(term, at, false),
    ),
    ...each(nodeAffinity?.[preferredRules], field(nodeRules, preferredRules), ({ preference = {} }, at) =>
      termWarnings(preference, field(at, 'preference'), true),
    ),
    ...each(spec.topologySpreadConstraints, field(path, 'topologySpreadConstraints'), ({ topologyKey = '', labelSelector }, at) => [
      ...oldLabel(topologyKey, field(at, 'topologyKey'), 'value'),
      ...(labelSelector ? [] : [withoutSelector(field(at, 'labelSelector'))]),
    ]),
    ...podAffinityWarnings(podAffinity ?? {}, field(affinityPath, 'podAffinity')),
    ...podAffinityWarnings(podAntiAffinity ?? {}, field(affinityPath, 'podAntiAffinity')),
  ];
}

function termWarnings(term: NodeSelectorTerm, path: FieldPath, preferred: boolean): Finding[] {
  return each(term.matchExpressions, field(path, 'matchExpressions'), ({ key: name = '', values }, at) => [
    ...oldLabel(name, field(at, 'key'), 'value'),
    ...(preferred
      ? each(values, field(at, 'values'), (value, valuePath) =>
          labelValueProblems(value).length > 0 ? [warning(valuePath, 'label-value-unmatchable', { args: { value } })] : [],
        )
      : []),
  ]);
}

function podAffinityWarnings(affinity: PodAffinity, path: FieldPath): Finding[] {
  return [
    ...each(affinity[requiredRules], field(path, requiredRules), (term, at) =>
      term.labelSelector ? [] : [withoutSelector(field(at, 'labelSelector'))],
    ),
    ...each(affinity[preferredRules], field(path, preferredRules), (term, at) =>
      term.podAffinityTerm?.labelSelector ? [] : [withoutSelector(field(at, 'podAffinityTerm', 'labelSelector'))],
    ),
  ];
}

function oldLabel(name: string, path: FieldPath, part: 'key' | 'value'): Finding[] {
  const replacement = oldNodeLabels.get(name);
  if (replacement === undefined) return [];
  return [warning(path, 'node-label-deprecated', { args: { value: name, replacement }, at: { path: nodePath(path), part } })];
}

function withoutSelector(path: FieldPath): Finding {
  return warning(path, 'label-selector-null', { at: { path: nodePath(path), part: 'parent' } });
}
