import { field, item } from '../../kubernetes/finding/field-path.ts';
import type { PodFailurePolicyRule } from '../../kubernetes/generated/types.ts';
import { type AdviceRule, atValue, type Subject } from './rule.ts';

/** A rule of the pod failure policy that no failure can match, as earlier rules take all of them or such codes do not exist. */
export const unreachablePolicyRule: AdviceRule<'unreachable-policy-rule'> = {
  code: 'unreachable-policy-rule',
  level: 'info',
  check(subject) {
    const rules = subject.job.podFailurePolicy?.rules ?? [];
    const path = field(subject.jobPath, 'podFailurePolicy', 'rules');
    for (const [place, rule] of rules.entries()) {
      const at = item(path, place);
      const codes = exitCodes(rule, subject);
      if (codes && ![...codes].length) return atValue(at, { rule: place, cause: 'no-such-code' });
      const earlier = rules.slice(0, place).findIndex((other) => covers(other, rule, subject));
      if (earlier >= 0) return atValue(at, { rule: place, cause: 'earlier', earlier });
    }
    return undefined;
  },
};

/** Whether every failure that `rule` matches is matched by `other` already. */
function covers(other: PodFailurePolicyRule, rule: PodFailurePolicyRule, subject: Subject): boolean {
  const scope = other.onExitCodes?.containerName;
  const codes = exitCodes(rule, subject);
  const taken = exitCodes(other, subject);
  if (codes && taken) {
    const sameContainer = scope === undefined || scope === rule.onExitCodes?.containerName;
    return sameContainer && codes.size > 0 && [...codes].every((code) => taken.has(code));
  }
  const conditions = conditionsOf(rule);
  return conditions.length > 0 && conditions.every((condition) => conditionsOf(other).includes(condition));
}

/** The codes of failures that a rule matches; undefined for a rule about conditions, or one that is not whole. */
function exitCodes({ onExitCodes }: PodFailurePolicyRule, { pod }: Subject): ReadonlySet<number> | undefined {
  const { operator, values = [] } = onExitCodes ?? {};
  if (!onExitCodes || (operator !== 'In' && operator !== 'NotIn') || !values.length) return undefined;
  // Programs on Linux end with a code of eight bits; on Windows with any number.
  if (pod.os?.name === 'windows' || pod.nodeSelector?.['kubernetes.io/os'] === 'windows') return undefined;
  const all = Array.from({ length: 255 }, (_, code) => code + 1);
  return new Set(all.filter((code) => values.includes(code) === (operator === 'In')));
}

function conditionsOf({ onPodConditions = [] }: PodFailurePolicyRule): readonly string[] {
  return onPodConditions.map(({ type = '', status = 'True' }) => `${type}=${status}`);
}
