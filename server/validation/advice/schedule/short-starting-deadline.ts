import { field, root } from '../../../kubernetes/finding/field-path.ts';
import { setting } from '../../../kubernetes/finding/remedy.ts';
import { adviceRule, atValue, type RulePage } from '../rule/rule.ts';

/**
 * Less than ten seconds to start in: a controller that is busy for a moment, or restarted, misses the run. With none it looks only at
 * times after now (pkg/controller/cronjob/utils.go mostRecentScheduleTime, 1.37), so that no run ever starts.
 */
export const shortStartingDeadline = adviceRule({
  code: 'short-starting-deadline',
  tier: 'pitfall',
  level: 'info',
  english: ({ seconds }: { readonly seconds: number }) =>
    seconds === 0
      ? 'No run ever starts, as each is too late at once: use 10 or more, better a few minutes'
      : `A run that cannot start within ${seconds} s is skipped, and the controller may well be late by more: use 10 or more, better a few minutes`,
  korean: ({ seconds }) =>
    seconds === 0
      ? '예약된 시각이 되자마자 늦은 것으로 처리되어 어떤 실행도 시작하지 않습니다. 10 이상, 가능하면 몇 분을 설정하십시오.'
      : `${seconds}초 안에 시작하지 못한 실행은 건너뛰는데, 컨트롤러는 그보다 더 늦을 수 있습니다. 10 이상, 가능하면 몇 분을 설정하십시오.`,
  check({ cronJob }) {
    const seconds = cronJob?.startingDeadlineSeconds;
    if (seconds === undefined || seconds < 0 || seconds >= 10) return undefined;
    return atValue(field(root, 'spec', 'startingDeadlineSeconds'), { seconds });
  },
  remedies: ({ path }) => [setting(path, 300)],
});

export const page: RulePage = {
  finds: 'startingDeadlineSeconds is below 10',
  why: 'A run that cannot start within that time is skipped. The controller may be busy, or may just be restarted: a few seconds are easily lost. With 0 no run ever starts.',
  advice: 'Give it time, about as long as a late start still makes sense',
  wrong: `
apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
spec:
  schedule: 0 3 * * *
  startingDeadlineSeconds: 5
  #                        ^ short-starting-deadline
  jobTemplate:
    spec:
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
kind: CronJob
metadata:
  name: report
spec:
  schedule: 0 3 * * *
  startingDeadlineSeconds: 300
  jobTemplate:
    spec:
      template:
        spec:
          restartPolicy: Never
          containers:
            - name: report
              image: registry.example/report:1.4
              resources: {requests: {memory: 64Mi}}
`,
};
