import type { ContainerPlan, RestartPolicy } from '../objects/pod-plan.ts';

export type AfterExit = 'Restart' | 'RestartAllContainers' | 'Stay';

/**
 * What the kubelet does with a container that exited (pkg/kubelet/container/helpers.go): the container's own rules, then
 * its own policy, then the pod's. An init container without a policy restarts on failure unless the pod's is Never.
 */
export function afterExit(plan: ContainerPlan, podPolicy: RestartPolicy, exitCode: number): AfterExit {
  if (plan.kind === 'sidecar') return 'Restart';
  if (plan.restartPolicy !== undefined) {
    for (const { action, exitCodes } of plan.restartRules) {
      const listed = exitCodes?.values?.includes(exitCode) ?? false;
      if (exitCodes?.operator === (listed ? 'In' : 'NotIn')) {
        return action === 'RestartAllContainers' ? 'RestartAllContainers' : 'Restart';
      }
    }
  }
  const policy = plan.restartPolicy ?? podPolicy;
  return policy === 'Always' || (policy === 'OnFailure' && exitCode !== 0) ? 'Restart' : 'Stay';
}
