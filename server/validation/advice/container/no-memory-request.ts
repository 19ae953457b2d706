import { field, item } from '../../../kubernetes/finding/field-path.ts';
import { setting } from '../../../kubernetes/finding/remedy.ts';
import type { ResourceRequirements } from '../../../kubernetes/generated/types.ts';
import { adviceRule, atParent, type RulePage } from '../rule/rule.ts';

/** Without a request the scheduler may put any number of pods on a node, and they are the first to be evicted. */
export const noMemoryRequest = adviceRule({
  code: 'no-memory-request',
  tier: 'practice',
  level: 'info',
  carriedBy: 'pod',
  english:
    '`{container}` requests no memory: it may be placed where there is none, and is among the first to be evicted; set resources.requests.memory',
  korean:
    '`{container}` 컨테이너에 메모리 요청이 없어 메모리가 부족한 노드에 배치되거나 먼저 축출될 수 있습니다. resources.requests.memory를 설정하십시오.',
  check({ pod, podPath, partial }) {
    if (partial || hasMemory(pod.resources)) return undefined;
    const place = (pod.containers ?? []).findIndex(({ resources }) => !hasMemory(resources));
    const container = pod.containers?.[place];
    if (!container) return undefined;
    return atParent(field(item(field(podPath, 'containers'), place), 'resources', 'requests', 'memory'), {
      container: container.name ?? '',
    });
  },
  remedies: ({ path }) => [
    setting(path, '128Mi', { title: { code: 'fix-set-field', args: { field: 'resources.requests.memory', value: '128Mi' } } }),
  ],
});

export const page: RulePage = {
  finds: 'A container has neither a request nor a limit for memory, and the pod has none for all of them',
  why: 'The scheduler places the pod without regard to its memory, and when a node runs short such pods are among the first to be evicted. Each eviction counts as a failure of the Job.',
  advice: 'Request what the work needs',
  wrong: `
apiVersion: batch/v1
kind: Job
metadata:
  name: report
spec:
  ttlSecondsAfterFinished: 86400
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: report
        # ^^^^ no-memory-request
          image: registry.example/report:1.4
`,
  right: `
apiVersion: batch/v1
kind: Job
metadata:
  name: report
spec:
  ttlSecondsAfterFinished: 86400
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: report
          image: registry.example/report:1.4
          resources: {requests: {memory: 64Mi}}
`,
};

/** A limit without a request is the request as well. */
function hasMemory(resources: ResourceRequirements | undefined): boolean {
  return resources?.requests?.['memory'] !== undefined || resources?.limits?.['memory'] !== undefined;
}
