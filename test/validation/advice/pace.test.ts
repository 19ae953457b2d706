import { expect, test } from 'vitest';
import { nextTimes } from '../../../server/kubernetes/cron/next-time.ts';
import { parseSchedule } from '../../../server/kubernetes/cron/parse-schedule.ts';
import { findTimeZone } from '../../../server/kubernetes/time-zones/time-zone.ts';
import { comingIntervals } from '../../../server/validation/advice/rule/pace.ts';

const schedules = ['*/20 * * * *', '30 2 * * *', '0 0 1 * *', '0 0 30 2 *', '@every 90s'];
// The clocks of Berlin go forward within thirty days.
const days = [Date.UTC(2026, 2, 20), Date.UTC(2026, 2, 21)];
const questions = schedules.flatMap((text) =>
  ['UTC', 'Europe/Berlin', 'Asia/Kathmandu'].flatMap((name) => days.map((now) => ({ text, name, now }))),
);

test('the intervals of a schedule are those of its times, in whatever zone, at whatever time, asked for the first time or again', () => {
  for (const { text, name, now } of [...questions, ...questions]) {
    const parsed = parseSchedule(text);
    const zone = findTimeZone(name);
    if (!parsed.ok || !zone) throw new Error(`${text} in ${name} cannot be read`);
    const times = nextTimes(parsed.schedule, zone, now, 30);
    const apart = times.slice(1).map((time, at) => (time - (times[at] ?? 0)) / 1000);
    expect(comingIntervals({ text, schedule: parsed.schedule, zone, zoned: true }, now)).toEqual(apart);
  }
});
