import { probeTimes } from '../../../kubernetes/defaults/container.ts';
import { field, item } from '../../../kubernetes/finding/field-path.ts';
import { removing } from '../../../kubernetes/finding/remedy.ts';
import { adviceRule, atKey, type RulePage } from '../rule/rule.ts';

/** A probe that kills the container when it does not answer, as batch work that is busy or just done seldom does. */
export const livenessProbe = adviceRule({
  code: 'liveness-probe',
  tier: 'pitfall',
  level: 'info',
  carriedBy: 'job',
  english:
    'The liveness probe kills `{container}` if it does not answer for {seconds} s, though its work may be going on: leave it out of a Job, and set activeDeadlineSeconds',
  korean:
    '활성 프로브는 `{container}` 컨테이너가 {seconds}초 동안 응답하지 않으면 작업 중이라도 종료시킵니다. 잡에서는 빼고 activeDeadlineSeconds를 설정하십시오.',
  check({ pod, podPath }) {
    const place = (pod.containers ?? []).findIndex((container) => container.livenessProbe !== undefined);
    const found = pod.containers?.[place];
    if (!found?.livenessProbe) return undefined;
    const { periodSeconds, failureThreshold } = probeTimes(found.livenessProbe);
    const args = { container: found.name ?? '', seconds: periodSeconds * failureThreshold };
    return atKey(field(item(field(podPath, 'containers'), place), 'livenessProbe'), args);
  },
  remedies: ({ path }) => [removing(path)],
});

export const page: RulePage = {
  finds: 'A container that does the work has a liveness probe',
  why: 'The probe kills a container that does not answer in time. A service should always answer; batch work that is busy often cannot, and is then killed in the middle.',
  advice: 'Leave the probe out, and limit the time of the whole instead',
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
          livenessProbe: {exec: {command: [test, -e, /tmp/alive]}}
        # ^^^^^^^^^^^^^ liveness-probe
          resources: {requests: {memory: 64Mi}}
`,
  right: `
apiVersion: batch/v1
kind: Job
metadata:
  name: report
spec:
  ttlSecondsAfterFinished: 86400
  activeDeadlineSeconds: 3600
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: report
          image: registry.example/report:1.4
          resources: {requests: {memory: 64Mi}}
`,
};
