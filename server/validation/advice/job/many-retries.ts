import { bounds } from '../../../estimate/bounds/bounds.ts';
import { field } from '../../../kubernetes/finding/field-path.ts';
import { setting } from '../../../kubernetes/finding/remedy.ts';
import { adviceRule, atValue, type RulePage } from '../rule/rule.ts';

/** A limit of retries that lets many pods start for work that fails every time. */
export const manyRetries = adviceRule({
  code: 'many-retries',
  tier: 'pitfall',
  level: 'info',
  carriedBy: 'job',
  english:
    'With {name} {limit}, work that always fails starts up to {pods} pods before the Job gives up: lower it, or set activeDeadlineSeconds',
  korean:
    '{name}: {limit} 설정이면 작업이 계속 실패할 때 잡이 포기하기까지 파드가 최대 {pods}개 시작됩니다. 값을 낮추거나 activeDeadlineSeconds를 설정하십시오.',
  check({ job, jobPath }) {
    const { mostPodsByFailures, retries } = bounds(job);
    if (mostPodsByFailures === undefined || retries.kind === 'restart' || retries.tries <= costly) return undefined;
    const name = retries.kind === 'new-pod' ? 'backoffLimit' : 'backoffLimitPerIndex';
    const limit = job[name];
    return limit === undefined ? undefined : atValue(field(jobPath, name), { name, limit, pods: mostPodsByFailures });
  },
  remedies: ({ path }) => [setting(path, 3, { preferred: false })],
});

export const page: RulePage = {
  finds: 'The limit of retries lets more than 20 pods start for work that fails every time',
  why: 'Retries help against passing trouble. Work that always fails starts pod after pod, with up to ten minutes between them, and each costs money and keeps its logs and its place in the cluster.',
  advice: 'Lower the limit, or end it by time',
  wrong: `
apiVersion: batch/v1
kind: Job
metadata:
  name: report
spec:
  ttlSecondsAfterFinished: 86400
  backoffLimit: 100
  #             ^^^ many-retries
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
  backoffLimit: 3
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

/** From here on a work that fails each time costs a number of pods that nobody wants to pay for. */
const costly = 20;
