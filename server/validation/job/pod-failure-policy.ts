import { type FieldPath, field, item, nodePath } from '../../kubernetes/finding/field-path.ts';
import { bad, type Finding, missing } from '../../kubernetes/finding/finding.ts';
import type {
  JobSpec,
  PodFailurePolicyOnExitCodesRequirement,
  PodFailurePolicyOnPodConditionsPattern,
  PodFailurePolicyRule,
} from '../../kubernetes/generated/types.ts';
import { nameFindings, qualifiedNameProblems } from '../../kubernetes/names/name-problems.ts';
import { oneOf, relatedField } from '../common-rules.ts';

const actions = ['Count', 'FailIndex', 'FailJob', 'Ignore'];
const operators = ['In', 'NotIn'];
const statuses = ['False', 'True', 'Unknown'];
const maxRules = 20;
const maxExitCodes = 255;
const maxConditions = 20;

/** The rules of spec.podFailurePolicy; an empty list of them is accepted. */
export function validatePodFailurePolicy(spec: JobSpec, specPath: FieldPath): Finding[] {
  const rules = spec.podFailurePolicy?.rules ?? [];
  const path = field(specPath, 'podFailurePolicy', 'rules');
  const pod = spec.template?.spec;
  const containers = [...(pod?.containers ?? []), ...(pod?.initContainers ?? [])].map((container) => container.name ?? '');
  const perIndex = spec.backoffLimitPerIndex !== undefined;
  return [
    ...atMost(rules, maxRules, path),
    ...rules.flatMap((rule, index) => [
      ...validateAction(rule.action ?? '', perIndex, field(item(path, index), 'action'), specPath),
      ...validateRequirements(rule, containers, item(path, index)),
    ]),
  ];
}

function validateAction(action: string, perIndex: boolean, path: FieldPath, specPath: FieldPath): Finding[] {
  if (action === '') return [missing(path, 'pod-failure-policy-action-missing', { args: { supported: actions } })];
  if (action === 'FailIndex' && !perIndex) {
    const at = { path: nodePath(specPath), part: 'key' } as const;
    return [
      bad(path, 'Invalid', 'pod-failure-policy-fail-index', { related: [{ at, code: 'related-no-backoff-limit-per-index', args: {} }] }),
    ];
  }
  return oneOf(action, actions, path, 'pod-failure-policy-action');
}

function validateRequirements(rule: PodFailurePolicyRule, containers: readonly string[], path: FieldPath): Finding[] {
  const { onExitCodes, onPodConditions = [] } = rule;
  const found: Finding[] = [];
  if (onExitCodes) found.push(...validateExitCodes(onExitCodes, containers, field(path, 'onExitCodes')));
  found.push(...validatePodConditions(onPodConditions, field(path, 'onPodConditions')));
  if (onExitCodes && onPodConditions.length > 0) {
    const at = { path: nodePath(field(path, 'onPodConditions')), part: 'key' } as const;
    found.push(bad(path, 'Invalid', 'pod-failure-policy-rule-both', { at, related: [relatedField(path, 'onExitCodes')] }));
  }
  if (!onExitCodes && onPodConditions.length === 0) found.push(bad(path, 'Invalid', 'pod-failure-policy-rule-neither'));
  return found;
}

function validateExitCodes(requirement: PodFailurePolicyOnExitCodesRequirement, containers: readonly string[], path: FieldPath): Finding[] {
  const { operator = '', containerName, values = [] } = requirement;
  const operatorPath = field(path, 'operator');
  const found =
    operator === ''
      ? [missing(operatorPath, 'pod-failure-policy-operator-missing', { args: { supported: operators } })]
      : oneOf(operator, operators, operatorPath, 'pod-failure-policy-operator');
  if (containerName !== undefined && !containers.includes(containerName)) {
    const args = { value: containerName, containers: containers.filter((name) => name !== '') };
    found.push(bad(field(path, 'containerName'), 'Invalid', 'pod-failure-policy-container', { args }));
  }
  return [...found, ...validateExitCodeValues(values, operator, field(path, 'values'))];
}

function validateExitCodeValues(values: readonly number[], operator: string, path: FieldPath): Finding[] {
  if (values.length === 0) return [bad(path, 'Invalid', 'pod-failure-policy-values-missing')];
  const found = atMost(values, maxExitCodes, path);
  values.forEach((value, index) => {
    const at = item(path, index);
    if (operator === 'In' && value === 0) found.push(bad(at, 'Invalid', 'pod-failure-policy-exit-code-zero'));
    if (values.indexOf(value) < index) found.push(bad(at, 'Duplicate', 'duplicate-value', { args: { value } }));
  });
  if (values.some((value, index) => index > 0 && value < (values[index - 1] ?? value))) {
    found.push(bad(path, 'Invalid', 'pod-failure-policy-values-order'));
  }
  return found;
}

function validatePodConditions(patterns: readonly PodFailurePolicyOnPodConditionsPattern[], path: FieldPath): Finding[] {
  return [
    ...atMost(patterns, maxConditions, path),
    ...patterns.flatMap(({ type = '', status = '' }, index) => {
      const at = item(path, index);
      const statusPath = field(at, 'status');
      const statusFindings =
        status === ''
          ? [missing(statusPath, 'pod-failure-policy-status-missing', { args: { supported: statuses } })]
          : oneOf(status, statuses, statusPath, 'pod-failure-policy-status');
      return [...nameFindings(field(at, 'type'), qualifiedNameProblems(type)), ...statusFindings];
    }),
  ];
}

function atMost(items: readonly unknown[], limit: number, path: FieldPath): Finding[] {
  return items.length > limit ? [bad(path, 'TooMany', 'too-many-items', { args: { count: items.length, limit } })] : [];
}
