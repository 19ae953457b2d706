import { endsItsHelpers } from '../../../estimate/runs/helper.ts';
import { field, item, nodePath } from '../../../kubernetes/finding/field-path.ts';
import { setting } from '../../../kubernetes/finding/remedy.ts';
import type { Container } from '../../../kubernetes/generated/types.ts';
import { adviceRule, atKey, type RulePage } from '../rule/rule.ts';
import { neverEnds, type Subject } from '../rule/subject.ts';

/** A container that runs for good beside one that ends, or before one that waits for it: the Job never completes. */
export const sidecarAsContainer = adviceRule({
  code: 'sidecar-as-container',
  tier: 'pitfall',
  level: 'warning',
  carriedBy: 'job',
  english: ({ container, init }: { container: string; init: boolean }) =>
    init
      ? `\`${container}\` never ends, so what comes after it never starts: set restartPolicy: Always on it to make it a sidecar`
      : `\`${container}\` never ends, so the Job never completes: move it to initContainers with restartPolicy: Always, which makes it a sidecar`,
  korean: ({ container, init }) =>
    init
      ? `\`${container}\` 컨테이너가 끝나지 않아 그다음 컨테이너가 시작되지 않습니다. restartPolicy: Always를 설정해 사이드카로 만드십시오.`
      : `\`${container}\` 컨테이너가 끝나지 않아 잡이 완료되지 않습니다. initContainers로 옮기고 restartPolicy: Always를 설정해 사이드카로 만드십시오.`,
  check(subject) {
    const { pod, podPath } = subject;
    const inits = pod.initContainers ?? [];
    const blocking = inits.findIndex((container) => container.restartPolicy !== 'Always' && waitsForGood(container, subject));
    if (blocking >= 0)
      return atKey(item(field(podPath, 'initContainers'), blocking), { container: inits[blocking]?.name ?? '', init: true });
    const containers = pod.containers ?? [];
    if (containers.length < 2 || endsItsHelpers(pod)) return undefined;
    const endless = containers.map((container) => neverEnds(container, subject));
    const place = endless.indexOf(true);
    if (place < 0 || !endless.includes(false)) return undefined;
    return atKey(item(field(podPath, 'containers'), place), { container: containers[place]?.name ?? '', init: false });
  },
  remedies: ({ path, args: { init } }) => {
    const title = { code: 'refactor-to-sidecar', args: {} } as const;
    if (init) return [setting(field(path, 'restartPolicy'), 'Always', { title })];
    return [{ title, changes: [{ does: 'make-sidecar', path: nodePath(path) }], preferred: true }];
  },
});

/** A script that waits for what a missing program should tell is mended by that program. */
function waitsForGood(container: Container, subject: Subject): boolean {
  return neverEnds(container, subject) && !subject.runOf(container).absent;
}

export const page: RulePage = {
  finds: 'A container that never ends stands beside one that does, or an init container never ends',
  why: `A pod succeeds when all of its containers have ended. One that serves the others keeps the pod running, so the Job never completes. Kubernetes 1.29 and later stop sidecars, that is init containers with \`restartPolicy: Always\`, once the work is done.

A container that never ends is known by its command (\`sleep infinity\`, \`tail -f\`, \`while true\`) or by the image of a well-known proxy or agent.`,
  advice: 'Make it a sidecar',
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
          image: registry.example/report:1.4
          resources: {requests: {memory: 64Mi}}
        - name: proxy
        # ^^^^ sidecar-as-container
          image: envoyproxy/envoy:v1.31
          resources: {requests: {memory: 64Mi}}
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
      initContainers:
        - name: proxy
          image: envoyproxy/envoy:v1.31
          restartPolicy: Always
          resources: {requests: {memory: 64Mi}}
      containers:
        - name: report
          image: registry.example/report:1.4
          resources: {requests: {memory: 64Mi}}
`,
};
