import { indexesIn } from '../../../estimate/runs/job-run.ts';
import { field, item } from '../../../kubernetes/finding/field-path.ts';
import { adviceRule, atKey, type RulePage } from '../rule/rule.ts';
import { neverEnds } from '../rule/subject.ts';

/** All that the Job runs goes on until it is stopped. */
export const neverEndingWork = adviceRule({
  code: 'never-ending-work',
  tier: 'pitfall',
  level: 'info',
  english: '`{container}` runs until something stops it, so the Job never completes: let its command end, or set activeDeadlineSeconds',
  korean:
    '`{container}` 컨테이너는 누가 멈출 때까지 실행되므로 잡이 완료되지 않습니다. 명령이 끝나게 하거나 activeDeadlineSeconds를 설정하십시오.',
  check(subject) {
    const containers = subject.pod.containers ?? [];
    if (subject.job.activeDeadlineSeconds !== undefined || subject.pod.activeDeadlineSeconds !== undefined) return undefined;
    const endless = indexesIn(subject.job).some((index) => containers.every((container) => neverEnds(container, subject, index)));
    if (!containers.length || !endless) return undefined;
    return atKey(item(field(subject.podPath, 'containers'), 0), { container: containers[0]?.name ?? '' });
  },
});

export const page: RulePage = {
  finds: 'Every container of the pod runs until something stops it',
  why: 'The Job never completes, and nothing limits its time. That may be wanted for a try, but it is rarely what a Job is for.',
  advice: 'Let the command end, or limit the time',
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
        # ^^^^ never-ending-work
          image: registry.example/report:1.4
          command: [sleep, infinity]
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
          command: [sleep, infinity]
          resources: {requests: {memory: 64Mi}}
`,
};
