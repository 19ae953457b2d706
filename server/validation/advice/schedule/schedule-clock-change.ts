import { nextTime } from '../../../kubernetes/cron/next-time.ts';
import type { CronSchedule } from '../../../kubernetes/cron/schedule.ts';
import { field, root } from '../../../kubernetes/finding/field-path.ts';
import { spanAt, type TimeZone, utc } from '../../../kubernetes/time-zones/time-zone.ts';
import { adviceRule, atValue, type RulePage } from '../rule/rule.ts';

/** Runs that a change to or from daylight saving skips or doubles within a year. Hourly schedules just go on. */
export const scheduleClockChange = adviceRule({
  code: 'schedule-clock-change',
  tier: 'pitfall',
  level: 'info',
  english: inEnglish,
  korean: inKorean,
  check({ timing, now }) {
    if (!timing?.zoned || timing.schedule.kind !== 'cron' || timing.schedule.hour.values.length === 24) return undefined;
    const { schedule, zone } = timing;
    const changes = zone.changes.map((second) => second * 1000).filter((time) => time > now && time <= now + year);
    const effects = changes.map((time) => effectOf(schedule, zone, time));
    const skipped = effects.flatMap((effect) => effect.skipped);
    const doubled = effects.flatMap((effect) => effect.doubled);
    if (!skipped.length && !doubled.length) return undefined;
    const args = { zone: zone.name, skipped: skipped.slice(0, 3).map(readingText), doubled: doubled.slice(0, 3).map(readingText) };
    return atValue(field(root, 'spec', 'schedule'), args);
  },
});

export const page: RulePage = {
  finds: "Within a year, a change to or from daylight saving in the CronJob's time zone will skip a run or run it twice",
  why: 'When clocks go forward an hour of the day does not exist, and a run in it is skipped; when they go back an hour comes twice, and so does a run in it. The message gives the dates. Schedules that run every hour go on evenly and are not reported. Without timeZone the zone is that of the controller, which cannot be known here.',
  advice: 'Choose an hour that no change touches, or a zone that has none',
  wrong: `
apiVersion: batch/v1
kind: CronJob
metadata:
  name: report
spec:
  schedule: 30 2 * * *
  #         ^^^^^^^^^^ schedule-clock-change
  timeZone: Europe/Berlin
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
  schedule: 30 4 * * *
  timeZone: Europe/Berlin
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

const year = 366 * 86_400_000;
const halfDay = 43_200_000;

/** Compares the wall clock readings that the schedule asks for, half a day around a change, with those at which it fires. */
function effectOf(schedule: CronSchedule, zone: TimeZone, change: number): { readonly skipped: number[]; readonly doubled: number[] } {
  const reading = (time: number) => time + spanAt(zone, time / 1000).offset * 1000;
  const [from, to] = [change - halfDay, change + halfDay];
  const fired = timesBetween(schedule, zone, from, to).map(reading);
  const wanted = timesBetween(schedule, utc, reading(from), reading(to));
  return {
    skipped: wanted.filter((time) => !fired.includes(time)),
    doubled: fired.filter((time, place) => fired.indexOf(time) !== place),
  };
}

function timesBetween(schedule: CronSchedule, zone: TimeZone, from: number, to: number): number[] {
  const times: number[] = [];
  for (let at = nextTime(schedule, zone, from); at !== undefined && at <= to; at = nextTime(schedule, zone, at)) times.push(at);
  return times;
}

function readingText(reading: number): string {
  return new Date(reading).toISOString().slice(0, 16).replace('T', ' ');
}

type Changed = { readonly zone: string; readonly skipped: readonly string[]; readonly doubled: readonly string[] };

function inEnglish({ zone, skipped, doubled }: Changed): string {
  const none = skipped.length ? `there is no run at ${skipped.join(', ')}` : '';
  const two = doubled.length ? `there are two runs at ${doubled.join(', ')}` : '';
  return `As the clocks in ${zone} change ${none}${none && two ? ' and ' : ''}${two}: choose an hour that no change touches, or Etc/UTC`;
}

function inKorean({ zone, skipped, doubled }: Changed): string {
  const two = doubled.length ? `${doubled.join(', ')}에는 두 번 실행됩니다` : '';
  const none = skipped.length ? `${skipped.join(', ')}에는 실행되지 않${two ? '고 ' : '습니다'}` : '';
  return `${zone} 시간대의 시계가 바뀔 때 ${none}${two}. 변경에 걸리지 않는 시각이나 Etc/UTC를 쓰십시오.`;
}
