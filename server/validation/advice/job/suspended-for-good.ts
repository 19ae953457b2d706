import { field } from '../../../kubernetes/finding/field-path.ts';
import { removing } from '../../../kubernetes/finding/remedy.ts';
import { adviceRule, atValue, type RulePage } from '../rule/rule.ts';

/** A Job that is made suspended, though nothing in the manifest tells of somebody who resumes it. */
export const suspendedForGood = adviceRule({
  code: 'suspended-for-good',
  tier: 'pitfall',
  level: 'info',
  english: 'Nothing here resumes this Job, so it starts no pod until somebody sets suspend to false: leave it out, or name a queue',
  korean: '이 잡을 재개하는 것이 없어 누가 suspend를 false로 바꿀 때까지 파드가 시작되지 않습니다. 이 필드를 빼거나 큐를 지정하십시오.',
  check({ job, jobPath, jobMetadata }) {
    if (job.suspend !== true || job.managedBy !== undefined || jobMetadata.ownerReferences?.length) return undefined;
    const names = [...Object.keys(jobMetadata.labels ?? {}), ...Object.keys(jobMetadata.annotations ?? {})];
    return names.some((name) => resumers.test(name)) ? undefined : atValue(field(jobPath, 'suspend'), {});
  },
  remedies: ({ path }) => [removing(path, { preferred: false })],
});

export const page: RulePage = {
  finds: 'A Job is created suspended, and has no queue, no other controller and no owner that would resume it',
  why: 'A suspended Job has no pods. It is for queues such as Kueue, which resume it when there is room; Kueue suspends the Jobs with its label itself. In the template of a CronJob each run hangs, and with concurrencyPolicy Forbid no other comes after it. To pause a CronJob, its own `suspend` is meant.',
  advice: 'Leave it out, or name the queue that resumes the Job',
  wrong: `
apiVersion: batch/v1
kind: Job
metadata:
  name: report
spec:
  ttlSecondsAfterFinished: 86400
  suspend: true
  #        ^^^^ suspended-for-good
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
  labels:
    kueue.x-k8s.io/queue-name: reports
spec:
  ttlSecondsAfterFinished: 86400
  suspend: true
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: report
          image: registry.example/report:1.4
          resources: {requests: {memory: 64Mi}}
`,
};

/** Labels and annotations of what resumes Jobs: Kueue, and other queues by their names. */
const resumers = /^kueue\.x-k8s\.io\/|queue/i;
