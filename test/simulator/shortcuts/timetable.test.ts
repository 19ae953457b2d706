import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSchedule } from '../../../server/kubernetes/cron/parse-schedule.ts';
import { utc } from '../../../server/kubernetes/time-zones/time-zone.ts';
import { scheduleClock } from '../../../server/simulator/cronjob-controller/missed-schedules.ts';
import { createTimetable } from '../../../server/simulator/shortcuts/timetable.ts';
import { runs } from '../../property-runs.ts';

const minute = 60_000;
const noon = Date.parse('2026-03-02T12:00:00Z');

/** The times after noon. */
function timetable(text: string) {
  const parsed = parseSchedule(text);
  if (!parsed.ok) throw new Error(text);
  return createTimetable(scheduleClock(parsed.schedule, utc), noon);
}

test('times come one after the other', () => {
  const { time } = timetable('*/25 * * * *');
  expect([3, 0, 1, 2].map((place) => ((time(place) ?? 0) - noon) / minute)).toEqual([85, 25, 50, 60]);
  expect(timetable('0 0 30 2 *').time(0)).toBeUndefined();
});

test('a schedule goes on as it went on before as long as the gaps are the same', () => {
  const hourly = timetable('*/25 * * * *');
  expect(hourly.alike(0, 3, 100)).toBe(100);
  const workdays = timetable('0 9 * * 1-5');
  expect([workdays.alike(0, 1, 100), workdays.alike(0, 5, 100), workdays.alike(0, 6, 100)]).toEqual([2, 100, 2]);
  expect(timetable('0 0 29 2 *').alike(0, 1, 9)).toBe(9);
});

test('it does as the gaps say, one by one', () => {
  const schedules = fc.constantFrom('*/7 * * * *', '*/7 10-11 * * *', '0-2,4 * * * *', '0 9-17 * * 1-5', '@every 90s');
  fc.assert(
    fc.property(schedules, fc.nat(30), fc.integer({ min: 1, max: 30 }), fc.nat(90), (text, before, length, most) => {
      const table = timetable(text);
      const gap = (place: number) => (table.time(place + 1) ?? 0) - (table.time(place) ?? 0);
      const places = Array.from({ length: most }, (_, place) => place);
      const broken = places.find((place) => gap(before + length + place) !== gap(before + place));
      expect(table.alike(before, before + length, most)).toBe(broken ?? most);
    }),
    runs(100),
  );
});
