import type { ContainerRestartRule } from '../../kubernetes/generated/types.ts';
import type { ContainerPlan, RestartPolicy } from '../objects/pod-plan.ts';

export type AfterExit = 'Restart' | 'RestartAllContainers' | 'Stay';

/**
 * What the kubelet does with a container that exited (pkg/kubelet/container/helpers.go): the container's own rules, then
 * its own policy, then the pod's. An init container without a policy restarts on failure unless the pod's is Never.
 */
export function afterExit({ kind, restartPolicy, restartRules }: ContainerPlan, podPolicy: RestartPolicy, exitCode: number): AfterExit {
  if (kind === 'sidecar') return 'Restart';
  if (restartPolicy === undefined) return byPolicy(podPolicy, exitCode);
  const rule = restartRules.find((one) => matches(one, exitCode));
  if (!rule) return byPolicy(restartPolicy, exitCode);
  return rule.action === 'RestartAllContainers' ? 'RestartAllContainers' : 'Restart';
}

export function restarts(plan: ContainerPlan, podPolicy: RestartPolicy, exitCode: number): boolean {
  return afterExit(plan, podPolicy, exitCode) === 'Restart';
}

/** Whether it restarts that is stopped because of a probe: rules do not count, as there is no exit code yet. */
export function restartsAfterProbe({ kind, restartPolicy }: ContainerPlan, podPolicy: RestartPolicy): boolean {
  return kind === 'sidecar' || (restartPolicy ?? podPolicy) !== 'Never';
}

function matches({ exitCodes }: ContainerRestartRule, exitCode: number): boolean {
  const listed = exitCodes?.values?.includes(exitCode) ?? false;
  return exitCodes?.operator === (listed ? 'In' : 'NotIn');
}

function byPolicy(policy: RestartPolicy, exitCode: number): AfterExit {
  return policy === 'Always' || (policy === 'OnFailure' && exitCode !== 0) ? 'Restart' : 'Stay';
}
