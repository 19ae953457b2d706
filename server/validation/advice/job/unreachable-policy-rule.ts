import { conditionStatus } from '../../../kubernetes/defaults/job.ts';
import { field, item } from '../../../kubernetes/finding/field-path.ts';
import { removing } from '../../../kubernetes/finding/remedy.ts';
import type { PodFailurePolicyRule } from '../../../kubernetes/generated/types.ts';
import { adviceRule, atValue, type RulePage } from '../rule/rule.ts';
import type { Subject } from '../rule/subject.ts';

/** A rule of the pod failure policy that no failure can match, as earlier rules take all of them or such codes do not exist. */
export const unreachablePolicyRule = adviceRule({
  code: 'unreachable-policy-rule',
  tier: 'pitfall',
  level: 'info',
  carriedBy: 'job',
  english: ({ rule, cause, earlier }: { rule: number; cause: 'earlier' | 'no-such-code'; earlier?: number }) =>
    cause === 'earlier'
      ? `Rule ${rule} never applies, as rule ${earlier} takes all that it matches: put it first, or remove it`
      : `Rule ${rule} never applies, as no program ends with such an exit code: use codes from 1 to 255`,
  korean: ({ rule, cause, earlier }) =>
    cause === 'earlier'
      ? `규칙 ${rule}에 해당하는 것은 모두 앞의 규칙 ${earlier}에서 처리되므로 적용되지 않습니다. 앞으로 옮기거나 삭제하십시오.`
      : `규칙 ${rule}의 종료 코드로 끝나는 프로그램은 없으므로 적용되지 않습니다. 1부터 255까지의 코드를 쓰십시오.`,
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
  remedies: ({ path }) => [removing(path, { preferred: false })],
});

export const page: RulePage = {
  finds: 'A rule of podFailurePolicy can never apply',
  why: 'Rules are tried in order and the first that matches decides. Found are rules of which an earlier one takes everything that they match, and rules that name exit codes with which no program can end: on Linux those of failures go from 1 to 255.',
  advice: 'Put the more exact rule first, or remove the one without effect',
  wrong: `
apiVersion: batch/v1
kind: Job
metadata:
  name: report
spec:
  ttlSecondsAfterFinished: 86400
  podFailurePolicy:
    rules:
      - {action: Ignore, onExitCodes: {operator: NotIn, values: [1]}}
      - {action: FailJob, onExitCodes: {operator: In, values: [42]}}
      # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unreachable-policy-rule
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: report
          image: registry.example/report:1.4
          resources: {requests: {memory: 64Mi}}
`,
  right: `
apiVersion: batch/v1
kind: Job
metadata:
  name: report
spec:
  ttlSecondsAfterFinished: 86400
  podFailurePolicy:
    rules:
      - {action: FailJob, onExitCodes: {operator: In, values: [42]}}
      - {action: Ignore, onExitCodes: {operator: NotIn, values: [1]}}
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: report
          image: registry.example/report:1.4
          resources: {requests: {memory: 64Mi}}
`,
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
  return onPodConditions.map((pattern) => `${pattern.type ?? ''}=${conditionStatus(pattern)}`);
}
