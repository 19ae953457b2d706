import { type CronFieldName, cronFields } from '../../../kubernetes/cron/cron-field.ts';
import { type UnevenStep, unevenStep } from '../../../kubernetes/cron/uneven-step.ts';
import { field, root } from '../../../kubernetes/finding/field-path.ts';
import { replacing } from '../../../kubernetes/finding/remedy.ts';
import { adviceRule, atValue, type RulePage } from '../rule/rule.ts';

/** A step such as 35 or 90 minutes, which begins anew with each hour: the interval is another than it looks. */
export const scheduleUnevenStep = adviceRule({
  code: 'schedule-uneven-step',
  tier: 'pitfall',
  level: 'info',
  ofValue: true,
  english: inEnglish,
  korean: inKorean,
  check({ timing }) {
    if (timing?.schedule.kind !== 'cron') return undefined;
    const found = unevenStep(timing.schedule, timing.text);
    if (!found) return undefined;
    const { text, field: unit, step, values } = found;
    return atValue(field(root, 'spec', 'schedule'), { text, unit, step, values: shortened(values) });
  },
  remedies: ({ path }, { timing }) => {
    const found = timing?.schedule.kind === 'cron' ? unevenStep(timing.schedule, timing.text) : undefined;
    if (!timing || !found) return [];
    return alternatives(timing.text.trim().split(/\s+/), found).map((schedule) => replacing(path, schedule, { preferred: false }));
  },
});

export const page: RulePage = {
  finds: 'A field of the schedule has a step that does not divide what it counts, such as 35 minutes or 7 hours',
  why: `A step counts from the first number of its field and begins anew when the field does. \`*/35\` runs at minutes 0 and 35 of each hour, so after 35 minutes and then after 25; \`*/90\` runs at minute 0 alone, each hour; \`0 */7 * * *\` runs at 0, 7, 14 and 21 o'clock, and three hours later at 0 again. No step divides all months: \`*/2\` for the day runs on the 31st and again on the 1st.

Nothing is said where the hour is not followed by another that matches, as in \`*/35 3 * * *\`.`,
  advice: 'Use a step that divides its field, or `@every 35m`, which counts from one run to the next',
  wrong: `
apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
spec:
  schedule: "*/35 * * * *"
  #         ^^^^^^^^^^^^^^ schedule-uneven-step
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
  schedule: "*/30 * * * *"
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

type Said = { readonly text: string; readonly unit: CronFieldName; readonly step: number; readonly values: readonly string[] };

function inEnglish({ text, unit, step, values }: Said): string {
  const { begins, at, unit: units, instead } = englishUnits[unit] ?? englishUnits.minute;
  return `\`${text}\` begins anew each ${begins}: it runs ${at} ${values.join(', ')}, not every ${step} ${units}; use ${instead}`;
}

const englishUnits = {
  minute: { begins: 'hour', at: 'at minute', unit: 'minutes', instead: 'a step that divides 60, or @every' },
  hour: { begins: 'day', at: 'at hour', unit: 'hours', instead: 'a step that divides 24, or @every' },
  dayOfMonth: { begins: 'month', at: 'on day', unit: 'days', instead: 'a list of days' },
  month: { begins: 'year', at: 'in month', unit: 'months', instead: 'a step that divides 12' },
  dayOfWeek: { begins: 'week', at: 'on weekday', unit: 'days', instead: 'a list of days' },
} as const;

function inKorean({ text, unit, step, values }: Said): string {
  const { begins, unit: units, instead } = koreanUnits[unit] ?? koreanUnits.minute;
  return `\`${text}\` 간격은 ${begins}마다 처음부터 다시 세므로 ${step}${units}마다가 아니라 ${values.join(', ')}에 실행됩니다. ${instead} 쓰십시오.`;
}

const koreanUnits = {
  minute: { begins: '한 시간', unit: '분', instead: '60을 나누는 간격이나 @every를' },
  hour: { begins: '하루', unit: '시간', instead: '24를 나누는 간격이나 @every를' },
  dayOfMonth: { begins: '한 달', unit: '일', instead: '날짜 목록을' },
  month: { begins: '한 해', unit: '개월', instead: '12를 나누는 간격을' },
  dayOfWeek: { begins: '한 주', unit: '일', instead: '요일 목록을' },
} as const;

/** At most six of the numbers, with the last. */
function shortened(values: readonly number[]): readonly string[] {
  const texts = values.map(String);
  return texts.length <= 6 ? texts : [...texts.slice(0, 4), '…', ...texts.slice(-1)];
}

/** Schedules that may be meant, none of them uneven: that which it amounts to, or the nearest even one, then the exact interval. */
function alternatives(fields: readonly string[], { field, place, step, values }: UnevenStep): readonly string[] {
  const { least, most } = cronFields[field];
  const length = most - least + 1;
  const rest = fields.filter((_, other) => other !== place);
  const alone = rest.every((text) => text === '*') || (field === 'hour' && /^\d+( \*){3}$/.test(rest.join(' ')));
  const every = alone && (field === 'minute' || field === 'hour') ? [`@every ${step}${field === 'minute' ? 'm' : 'h'}`] : [];
  if (values.length === 1) return [fields.with(place, String(values[0])).join(' '), ...every];
  if (field === 'dayOfMonth' || field === 'dayOfWeek') {
    const spaced = values.filter((value) => value + step <= least + length);
    return spaced.length > 1 && spaced.length <= 6 ? [fields.with(place, spaced.join(',')).join(' ')] : [];
  }
  const even = Array.from({ length: step }, (_, less) => step - less).find((one) => length % one === 0) ?? 1;
  return [fields.with(place, `*/${even}`).join(' '), ...every];
}
