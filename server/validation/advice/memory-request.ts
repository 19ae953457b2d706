import { field, item } from '../../kubernetes/finding/field-path.ts';
import type { ResourceRequirements } from '../../kubernetes/generated/types.ts';
import { type AdviceRule, atParent } from './rule.ts';

/** Without a request the scheduler may put any number of pods on a node, and they are the first to be evicted. */
export const memoryRequest: AdviceRule<'no-memory-request'> = {
  code: 'no-memory-request',
  level: 'info',
  check({ pod, podPath, partial }) {
    if (partial || hasMemory(pod.resources)) return undefined;
    const place = (pod.containers ?? []).findIndex(({ resources }) => !hasMemory(resources));
    const container = pod.containers?.[place];
    if (!container) return undefined;
    return atParent(field(item(field(podPath, 'containers'), place), 'resources', 'requests', 'memory'), {
      container: container.name ?? '',
    });
  },
};

/** A limit without a request is the request as well. */
function hasMemory(resources: ResourceRequirements | undefined): boolean {
  return resources?.requests?.['memory'] !== undefined || resources?.limits?.['memory'] !== undefined;
}
