import { type FieldPath, field } from '../../kubernetes/finding/field-path.ts';
import { bad, type Finding, misplaced, missing } from '../../kubernetes/finding/finding.ts';
import type { Container, ContainerRestartRule } from '../../kubernetes/generated/types.ts';
import { atLeast, type KubernetesVersion } from '../../kubernetes/versions.ts';
import type { RuleContext } from '../context.ts';
import { each, strictChoice, supported } from './checks/checks.ts';
import { isOn } from './checks/gates.ts';

const policies = ['Always', 'Never', 'OnFailure'];

/** A regular container's own restart policy. */
export function validateContainerRestart(container: Container, path: FieldPath, context: RuleContext): Finding[] {
  const policyPath = field(path, 'restartPolicy');
  if (dropsContainerRestart(context.version)) return [];
  if (!isOn('ContainerRestartRules', context.version)) {
    return container.restartPolicy === undefined ? [] : [misplaced(policyPath, 'Forbidden', 'container-restart-policy')];
  }
  const rules = container.restartPolicyRules ?? [];
  const found: Finding[] = [];
  if (container.restartPolicy !== undefined) found.push(...supported(container.restartPolicy, policyPath, policies));
  else if (rules.length > 0) found.push(missing(policyPath, 'restart-rules-policy-missing'));
  const rulesPath = field(path, 'restartPolicyRules');
  found.push(...shortList(rules.length, 20, rulesPath, context));
  return [...found, ...each(rules, rulesPath, (rule, at) => validateRule(rule, at, context))];
}

/** An init container's: `Always` makes it a sidecar, which could have no rules of its own at first. */
export function validateInitContainerRestart(container: Container, path: FieldPath, context: RuleContext): Finding[] {
  if (dropsContainerRestart(context.version)) return [];
  if (!isOn('ContainerRestartRules', context.version)) return supported(container.restartPolicy, field(path, 'restartPolicy'), ['Always']);
  const rules = container.restartPolicyRules ?? [];
  if (container.restartPolicy === undefined) {
    return rules.length > 0 ? [missing(field(path, 'restartPolicy'), 'restart-rules-policy-missing')] : [];
  }
  const sidecar = container.restartPolicy === 'Always';
  if (!sidecar || isOn('RestartAllContainersOnContainerExits', context.version)) return validateContainerRestart(container, path, context);
  return rules.length > 0 ? [misplaced(field(path, 'restartPolicyRules'), 'Forbidden', 'restart-rules-sidecar')] : [];
}

/** 1.34 knows these fields but drops them, all but a sidecar's `Always`. */
export function dropsContainerRestart(version: KubernetesVersion): boolean {
  return version === '1.34';
}

function validateRule(rule: ContainerRestartRule, path: FieldPath, context: RuleContext): Finding[] {
  const actions = isOn('RestartAllContainersOnContainerExits', context.version) ? ['Restart', 'RestartAllContainers'] : ['Restart'];
  const codes = rule.exitCodes;
  const codesPath = field(path, 'exitCodes');
  const found = strictChoice(rule.action, field(path, 'action'), actions);
  if (!codes) return [...found, missing(codesPath, 'field-required', { args: { field: 'exitCodes' } })];
  found.push(...strictChoice(codes.operator, field(codesPath, 'operator'), ['In', 'NotIn']));
  return [...found, ...shortList(codes.values?.length ?? 0, 255, field(codesPath, 'values'), context)];
}

/** A list that is too long is TooLong up to 1.35, then TooMany (pkg/apis/core/validation validateContainerRestartPolicy). */
function shortList(count: number, limit: number, path: FieldPath, context: RuleContext): Finding[] {
  const reason = atLeast(context.version, '1.36') ? 'TooMany' : 'TooLong';
  return count > limit ? [bad(path, reason, 'list-too-long', { args: { count, limit } })] : [];
}
