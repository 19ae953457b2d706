import { type FieldPath, field, nodePath, shownAs } from '../../kubernetes/finding/field-path.ts';
import { bad, type Finding, misplaced, missing } from '../../kubernetes/finding/finding.ts';
import type { Affinity, LabelSelector, NodeAffinity, PodAffinity, PodAffinityTerm } from '../../kubernetes/generated/types.ts';
import { dnsLabelProblems, nameFindings, qualifiedNameProblems } from '../../kubernetes/names/name-problems.ts';
import type { RuleContext } from '../context.ts';
import { validateLabelSelector } from '../metadata/label-selector.ts';
import { each, inRange, required } from './checks/checks.ts';
import { isOn } from './checks/gates.ts';
import { validateNodeSelectorTerm } from './node-selector-terms.ts';

/** What the rules of an affinity are listed under. */
export const requiredRules = 'requiredDuringSchedulingIgnoredDuringExecution';
export const preferredRules = 'preferredDuringSchedulingIgnoredDuringExecution';

export function validateAffinity(affinity: Affinity, path: FieldPath, context: RuleContext): Finding[] {
  const { nodeAffinity, podAffinity, podAntiAffinity } = affinity;
  return [
    ...(nodeAffinity ? validateNodeAffinity(nodeAffinity, field(path, 'nodeAffinity'), context) : []),
    ...(podAffinity ? validatePodAffinity(podAffinity, field(path, 'podAffinity'), context) : []),
    ...(podAntiAffinity ? validatePodAffinity(podAntiAffinity, field(path, 'podAntiAffinity'), context) : []),
  ];
}

function validateNodeAffinity(affinity: NodeAffinity, path: FieldPath, context: RuleContext): Finding[] {
  const selector = affinity[requiredRules];
  const terms = field(path, requiredRules, 'nodeSelectorTerms');
  const none = selector && !selector.nodeSelectorTerms?.length;
  return [
    ...(none ? [missing(terms, 'node-selector-terms-missing')] : []),
    ...each(selector?.nodeSelectorTerms, terms, (term, at) => validateNodeSelectorTerm(term, at, { ...context, preferred: false })),
    ...each(affinity[preferredRules], field(path, preferredRules), ({ weight, preference }, at) => [
      ...inRange(weight ?? 0, field(at, 'weight'), 1, 100),
      ...validateNodeSelectorTerm(preference ?? {}, field(at, 'preference'), { ...context, preferred: true }),
    ]),
  ];
}

function validatePodAffinity(affinity: PodAffinity, path: FieldPath, context: RuleContext): Finding[] {
  return [
    ...each(affinity[requiredRules], field(path, requiredRules), (term, at) => validateTerm(term, at, context)),
    ...each(affinity[preferredRules], field(path, preferredRules), ({ weight, podAffinityTerm }, at) => [
      ...inRange(weight ?? 0, field(at, 'weight'), 1, 100),
      ...validateTerm(podAffinityTerm ?? {}, field(at, 'podAffinityTerm'), context),
    ]),
  ];
}

function validateTerm(term: PodAffinityTerm, path: FieldPath, context: RuleContext): Finding[] {
  const { labelSelector, namespaceSelector, topologyKey = '' } = term;
  const keyPath = field(path, 'topologyKey');
  const withKeys = isOn('MatchLabelKeysInPodAffinity', context.version);
  return [
    ...validateLabelSelector(labelSelector, field(path, 'labelSelector')),
    ...validateLabelSelector(namespaceSelector, field(path, 'namespaceSelector')),
    ...each(term.namespaces, field(path, 'namespaces'), (name, at) =>
      nameFindings(shownAs(field(path, 'namespace'), at), dnsLabelProblems(name)),
    ),
    ...(withKeys ? validateLabelKeys(term.matchLabelKeys ?? [], term.mismatchLabelKeys ?? [], labelSelector, path) : []),
    ...required(term.topologyKey, keyPath),
    ...nameFindings(keyPath, qualifiedNameProblems(topologyKey)),
  ];
}

/**
 * Labels whose values are taken from the pod itself, added to the selector or excluded from it
 * (ValidateMatchLabelKeysAndMismatchLabelKeys, 1.37).
 */
export function validateLabelKeys(
  matching: readonly string[],
  mismatching: readonly string[],
  selector: LabelSelector | undefined,
  path: FieldPath,
): Finding[] {
  const matchPath = field(path, 'matchLabelKeys');
  const positions = new Map(matching.map((name, index) => [name, index]));
  const seen = new Set(Object.keys(selector?.matchLabels ?? {}));
  const found = [...validateKeys(matching, matchPath, selector), ...validateKeys(mismatching, field(path, 'mismatchLabelKeys'), selector)];
  for (const { key = '' } of selector?.matchExpressions ?? []) {
    const index = positions.get(key);
    // The server counts such a key from the term on, not from the list.
    if (index !== undefined && seen.has(key)) {
      const at = { path: [...nodePath(matchPath), index], part: 'value' } as const;
      found.push(bad({ parent: path, segment: index, kind: 'item' }, 'Invalid', 'label-key-in-selector', { args: { value: key }, at }));
    }
    seen.add(key);
  }
  const both = each(matching, matchPath, (name, at) =>
    mismatching.includes(name) ? [bad(at, 'Invalid', 'label-key-both', { args: { value: name } })] : [],
  );
  return [...found, ...both];
}

function validateKeys(keys: readonly string[], path: FieldPath, selector: LabelSelector | undefined): Finding[] {
  if (keys.length === 0) return [];
  if (!selector) return [misplaced(path, 'Forbidden', 'label-keys-without-selector')];
  return each(keys, path, (name, at) => nameFindings(at, qualifiedNameProblems(name)));
}
