import { nextTime } from '../../kubernetes/cron/next-time.ts';
import type { CronSchedule } from '../../kubernetes/cron/schedule.ts';
import { field, root } from '../../kubernetes/finding/field-path.ts';
import { spanAt, type TimeZone, utc } from '../../kubernetes/time-zones/time-zone.ts';
import { type AdviceRule, atValue } from './rule.ts';

const year = 366 * 86_400_000;
const halfDay = 43_200_000;

/** Runs that a change to or from daylight saving skips or doubles within a year. Hourly schedules just go on. */
export const scheduleClockChange: AdviceRule<'schedule-clock-change'> = {
  code: 'schedule-clock-change',
  level: 'info',
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
};

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
