import { field, root } from '../../../kubernetes/finding/field-path.ts';
import { replacing } from '../../../kubernetes/finding/remedy.ts';
import { adviceRule, atValue, type RulePage } from '../rule/rule.ts';

/** Both day fields say something: then a day matches if either does, not both. */
export const scheduleEitherDay = adviceRule({
  code: 'schedule-either-day',
  tier: 'pitfall',
  level: 'info',
  ofValue: true,
  english: ({ everyDay }: { everyDay: boolean }) =>
    everyDay
      ? 'Both day fields are set and either one is enough, so this runs every day: put * into one of them'
      : 'Both day fields are set: this runs on days that match either of them, not both; put * into one of them unless that is meant',
  korean: ({ everyDay }) =>
    everyDay
      ? '일과 요일이 모두 지정되어 있고 둘 중 하나만 맞아도 되므로 매일 실행됩니다. 한쪽을 *로 두십시오.'
      : '일과 요일이 모두 지정되어 있으면 둘 다가 아니라 하나만 맞아도 실행됩니다. 의도한 것이 아니면 한쪽을 *로 두십시오.',
  check({ timing }) {
    if (timing?.schedule.kind !== 'cron') return undefined;
    const { dayOfMonth, dayOfWeek } = timing.schedule;
    if (dayOfMonth.star || dayOfWeek.star || !dayOfMonth.values.length || !dayOfWeek.values.length) return undefined;
    const everyDay = dayOfMonth.values.length === 31 || dayOfWeek.values.length === 7;
    return atValue(field(root, 'spec', 'schedule'), { everyDay });
  },
  remedies: ({ path }, { timing }) => {
    const fields = timing?.text.trim().split(/\s+/) ?? [];
    return fields.length === 5 ? [4, 2].map((day) => replacing(path, fields.with(day, '*').join(' '), { preferred: false })) : [];
  },
});

export const page: RulePage = {
  finds: 'The day of the month and the day of the week are both set',
  why: 'Then a day matches if either of them does: `0 0 13 * 5` runs on every 13th and on every Friday, not on Fridays the 13th. A field such as `*/2` counts as set, a plain `*` or `?` does not.',
  advice: 'Put `*` into one of the two, and check the other condition in the job itself',
  wrong: `
apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
spec:
  schedule: 0 0 13 * 5
  #         ^^^^^^^^^^ schedule-either-day
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
  schedule: 0 0 * * 5
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
