import { nextTime } from '../../../kubernetes/cron/next-time.ts';
import { field, root } from '../../../kubernetes/finding/field-path.ts';
import { adviceRule, atValue, type RulePage } from '../rule/rule.ts';

/** A date that no year has, such as 31 February: accepted, and never run. */
export const scheduleNeverFires = adviceRule({
  code: 'schedule-never-fires',
  tier: 'pitfall',
  level: 'warning',
  ofValue: true,
  english: 'The schedule `{schedule}` never comes up, as no year has such a day: correct the day or the month',
  korean: '일정 `{schedule}`에 해당하는 날이 어느 해에도 없어 실행되지 않습니다. 일이나 월을 고치십시오.',
  check({ timing, now }) {
    if (!timing || nextTime(timing.schedule, timing.zone, now) !== undefined) return undefined;
    return atValue(field(root, 'spec', 'schedule'), { schedule: timing.text });
  },
});

export const page: RulePage = {
  finds: 'The schedule is well-formed, but no date in the coming five years matches it',
  why: '31 February and the like are accepted. The CronJob then exists and never starts a run; nothing tells why.',
  advice: 'Correct the day or the month. For the last day of a month there is no sign in a schedule, so run on the first of the next one',
  wrong: `
apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
spec:
  schedule: 0 0 31 2 *
  #         ^^^^^^^^^^ schedule-never-fires
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
  schedule: 0 0 1 3 *
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
