import { field } from '../../../kubernetes/finding/field-path.ts';
import { setting } from '../../../kubernetes/finding/remedy.ts';
import { adviceRule, atValue, type RulePage } from '../rule/rule.ts';

/** With OnFailure the pod is deleted when the limit of retries is reached, and its logs with it. */
export const logsGoneAtLimit = adviceRule({
  code: 'logs-gone-at-limit',
  tier: 'practice',
  level: 'info',
  carriedBy: 'job',
  english:
    'With OnFailure the pod and its logs are deleted when backoffLimit is reached: use Never if you want to read why the work failed',
  korean: 'OnFailure에서는 backoffLimit에 이르면 파드와 로그가 삭제됩니다. 실패한 이유를 확인하려면 Never를 쓰십시오.',
  check({ pod, podPath }) {
    return pod.restartPolicy === 'OnFailure' ? atValue(field(podPath, 'restartPolicy'), {}) : undefined;
  },
  remedies: ({ path }) => [setting(path, 'Never', { title: { code: 'fix-restart-policy-Never', args: {} } })],
});

export const page: RulePage = {
  finds: 'The restart policy is OnFailure',
  why: 'The container is restarted in the same pod. When backoffLimit is reached the Job deletes that pod, and the logs of the failed runs go with it.',
  advice: 'With Never each try is a pod of its own, which stays to be looked at',
  wrong: `
apiVersion: batch/v1
kind: Job
metadata:
  name: report
spec:
  ttlSecondsAfterFinished: 86400
  template:
    spec:
      restartPolicy: OnFailure
      #              ^^^^^^^^^ logs-gone-at-limit
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
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: report
          image: registry.example/report:1.4
          resources: {requests: {memory: 64Mi}}
`,
};
