import type { CronField, CronSchedule } from '../../../kubernetes/cron/schedule.ts';
import { field, root } from '../../../kubernetes/finding/field-path.ts';
import { replacing } from '../../../kubernetes/finding/remedy.ts';
import { adviceRule, atValue, type RulePage } from '../rule/rule.ts';

/** A star for the minute beside an hour, or for both of them beside a day: each minute of it, where once was meant. */
export const scheduleEachMinute = adviceRule({
  code: 'schedule-each-minute',
  tier: 'pitfall',
  level: 'info',
  ofValue: true,
  english: ({ runs, once }: { runs: number; once: string }) =>
    `This runs each minute of the time that matches, ${runs} times a day: write \`${once}\` if once is meant`,
  korean: '해당하는 시간의 매분마다, 하루에 {runs}번 실행됩니다. 한 번만 실행하려면 다음과 같이 쓰십시오: {once}',
  check({ timing }) {
    if (timing?.schedule.kind !== 'cron') return undefined;
    const { schedule, text } = timing;
    const fields = text.trim().split(/\s+/);
    if (!schedule.minute.star || fields.length !== 5) return undefined;
    const once = onceInstead(schedule, fields);
    return once === undefined ? undefined : atValue(field(root, 'spec', 'schedule'), { runs: schedule.hour.values.length * 60, once });
  },
  remedies: ({ path, args: { once } }) => [replacing(path, once, { preferred: false })],
});

export const page: RulePage = {
  finds: 'The minute is a star beside an hour that is set, or minute and hour are beside a single day',
  why: `A star is each value, not "any": \`* 3 * * *\` runs sixty times between three and four o'clock, \`* */5 * * *\` sixty times in each fifth hour, \`* * 1 * *\` 1,440 times on the first of a month.

Nothing is said where the hours are a stretch of the day, as in \`* 9-17 * * *\`: that is how one asks for each minute of it.`,
  advice: 'Name the minute, and the hour',
  wrong: `
apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
spec:
  schedule: "* 3 * * *"
  #         ^^^^^^^^^^^ schedule-each-minute
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
  schedule: "0 3 * * *"
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

/** The schedule with a minute, and with an hour where that is a star too; undefined where each minute may well be meant. */
function onceInstead({ hour, dayOfMonth, dayOfWeek }: CronSchedule, fields: readonly string[]): string | undefined {
  if (hour.values.length < 24) return isStretch(hour) ? undefined : fields.with(0, '0').join(' ');
  const oneDay = [dayOfMonth, dayOfWeek].some(({ values }) => values.length === 1);
  return oneDay ? fields.with(0, '0').with(1, '0').join(' ') : undefined;
}

/** Three hours or more without a gap. */
function isStretch({ values }: CronField): boolean {
  return values.length >= 3 && values.every((value, place) => value === (values[0] ?? 0) + place);
}
