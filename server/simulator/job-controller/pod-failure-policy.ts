import { conditionStatus } from '../../kubernetes/defaults/job.ts';
import type { PodFailurePolicy, PodFailurePolicyRule } from '../../kubernetes/generated/types.ts';
import type { Container } from '../objects/container.ts';
import { nameOfPod, type Pod } from '../objects/objects.ts';
import { isInitialized } from '../objects/pod-phase.ts';
import { type Text, type TextWithName, textWithName } from '../objects/text.ts';

export type PodFailureAction = 'Ignore' | 'FailIndex' | 'Count' | 'FailJob';

export interface PodFailureMatch {
  /** 'Count' too where no rule matches. */
  readonly action: PodFailureAction;
  /** The message of the Job's condition; only of FailJob. */
  readonly message: Text;
  /** The place of the rule that matches; undefined where none does. */
  readonly rule?: number;
}

const counted: PodFailureMatch = { action: 'Count', message: '' };

/** What the first rule that matches says of a failed pod (pkg/controller/job/pod_failure_policy.go). */
export function matchPodFailurePolicy(policy: PodFailurePolicy | undefined, pod: Pod, namespace: string): PodFailureMatch {
  for (const [place, rule] of (policy?.rules ?? []).entries()) {
    const message = rule.onExitCodes ? exitCodeMatch(rule, pod, namespace) : conditionMatch(rule, pod, namespace);
    if (message === undefined) continue;
    const after = `${message.after} matching ${rule.action} rule at index ${place}`;
    return { action: actionOf(rule), message: { ...message, after }, rule: place };
  }
  return counted;
}

function actionOf(rule: PodFailurePolicyRule): PodFailureAction {
  const { action } = rule;
  return action === 'Ignore' || action === 'FailIndex' || action === 'FailJob' ? action : 'Count';
}

/** Exit code 0 never matches, not even NotIn. */
function exitCodeMatch(rule: PodFailurePolicyRule, pod: Pod, namespace: string): TextWithName | undefined {
  const { containerName, operator, values = [] } = rule.onExitCodes ?? {};
  const matches = ({ state, exitCode, plan }: Container) =>
    state === 'terminated' &&
    (containerName === undefined || containerName === plan.name) &&
    exitCode !== 0 &&
    (operator === 'In' ? values.includes(exitCode) : operator === 'NotIn' && !values.includes(exitCode));
  const found = pod.containers.find(matches) ?? pod.initContainers.find(matches);
  return (
    found && textWithName(`Container ${found.plan.name} for pod ${namespace}/`, nameOfPod(pod), ` failed with exit code ${found.exitCode}`)
  );
}

function conditionMatch(rule: PodFailurePolicyRule, pod: Pod, namespace: string): TextWithName | undefined {
  const conditions = podConditions(pod);
  const found = conditions.find(({ type, status }) =>
    (rule.onPodConditions ?? []).some((pattern) => pattern.type === type && conditionStatus(pattern) === status),
  );
  return found && textWithName(`Pod ${namespace}/`, nameOfPod(pod), ` has condition ${found.type}`);
}

/** The conditions that the kubelet and the evictors of the simulated cluster set. */
function podConditions(pod: Pod): readonly { readonly type: string; readonly status: string }[] {
  const bound = pod.node !== undefined;
  const status = (value: boolean) => (value ? 'True' : 'False');
  const conditions = [];
  if (bound) {
    conditions.push(
      { type: 'PodScheduled', status: 'True' },
      { type: 'Initialized', status: status(isInitialized(pod)) },
      { type: 'ContainersReady', status: status(pod.ready) },
      { type: 'Ready', status: status(pod.ready) },
    );
  } else conditions.push({ type: 'PodScheduled', status: 'False' });
  if (pod.disruption !== '') conditions.push({ type: 'DisruptionTarget', status: 'True' });
  return conditions;
}
