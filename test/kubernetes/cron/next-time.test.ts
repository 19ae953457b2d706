import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextTime, nextTimes } from '../../../server/kubernetes/cron/next-time.ts';
import { parseSchedule } from '../../../server/kubernetes/cron/parse-schedule.ts';
import type { Schedule } from '../../../server/kubernetes/cron/schedule.ts';
import { findTimeZone, utc } from '../../../server/kubernetes/time-zones/time-zone.ts';
import { runs } from '../../property-runs.ts';

describe('next times', () => {
  test.each([
    // The night of the change to summer time has no 02:30, the night back has it once; an hour that repeats fires twice.
    ['30 2 * * *', 'America/New_York', '2026-03-07T12:00:00Z', ['2026-03-09T06:30Z', '2026-03-10T06:30Z']],
    ['30 1 * * *', 'America/New_York', '2026-10-31T12:00:00Z', ['2026-11-01T05:30Z', '2026-11-01T06:30Z']],
    ['0 0 1 * *', 'Asia/Seoul', '2026-01-01T00:00:00Z', ['2026-01-31T15:00Z', '2026-02-28T15:00Z']],
    ['0 3 * * *', 'Europe/Berlin', '2060-06-30T12:00:00Z', ['2060-07-01T01:00Z', '2060-07-02T01:00Z']],
    ['0 0 13 * 5', 'UTC', '2026-01-01T00:00:00Z', ['2026-01-02T00:00Z', '2026-01-09T00:00Z']],
    ['0 0 29 2 *', 'UTC', '2026-01-01T00:00:00Z', ['2028-02-29T00:00Z', '2032-02-29T00:00Z']],
    ['0 0 31 2 *', 'UTC', '2026-01-01T00:00:00Z', []],
    [', * * * *', 'UTC', '2026-01-01T00:00:00Z', []],
    ['@every 90s', 'UTC', '2026-01-01T00:00:00Z', ['2026-01-01T00:01:30Z', '2026-01-01T00:03:00Z']],
  ])('%s in %s from %s', (text, zone, from, expected) => {
    const times = nextTimes(scheduleOf(text), findTimeZone(zone) ?? utc, Date.parse(from), 2);
    expect(times).toEqual(expected.map((time) => Date.parse(time)));
  });

  test('the zone in the schedule goes before the other', () => {
    const from = Date.parse('2026-01-01T00:00:00Z');
    expect(nextTime(scheduleOf('TZ=Asia/Seoul 0 12 * * *'), utc, from)).toBe(Date.parse('2026-01-01T03:00:00Z'));
    expect(nextTime(scheduleOf('TZ=Local 0 12 * * *'), utc, from)).toBe(Date.parse('2026-01-01T12:00:00Z'));
  });

  test('parts of a second are dropped', () => {
    expect(nextTime(scheduleOf('* * * * *'), utc, 59_999)).toBe(60_000);
    expect(nextTime(scheduleOf('@every 1s'), utc, 59_999)).toBe(60_000);
  });
});

test('where clocks change at midnight, the day that is taken depends on where the search begins', () => {
  const schedule = scheduleOf('0 1 */2 * *');
  const zone = findTimeZone('Asia/Beirut') ?? utc;
  const next = (from: string) => new Date(nextTime(schedule, zone, Date.parse(from)) ?? 0).toISOString();
  // The clocks of the 30th begin at one o'clock; these answers are those of robfig/cron 3.0.1.
  expect(next('2025-03-28T23:00:00Z')).toBe('2025-03-29T22:00:00.000Z');
  expect(next('2025-03-29T21:59:59Z')).toBe('2025-03-30T22:00:00.000Z');
});

test('a time that fires is the next one seen from a second before it, unless clocks change at midnight', () => {
  const zones = ['UTC', 'America/New_York', 'Australia/Lord_Howe', 'Europe/Berlin', 'Asia/Kolkata', 'Pacific/Auckland'];
  const expression = fc
    .tuple(
      fc.integer({ min: 0, max: 59 }),
      fc.integer({ min: 0, max: 23 }),
      fc.constantFrom('*', '*/2', '1', '31'),
      fc.constantFrom('*', '1-5'),
    )
    .map(([minute, hour, day, weekday]) => `${minute} ${hour} ${day} * ${weekday}`);
  const instant = fc.integer({ min: Date.UTC(2020, 0) / 1000, max: Date.UTC(2045, 0) / 1000 });
  fc.assert(
    fc.property(expression, fc.constantFrom(...zones), instant, (text, name, from) => {
      const schedule = scheduleOf(text);
      const zone = findTimeZone(name) ?? utc;
      const next = nextTime(schedule, zone, from * 1000);
      if (next === undefined) return true;
      return next > from * 1000 && nextTime(schedule, zone, next - 1000) === next;
    }),
    runs(500),
  );
});

function scheduleOf(text: string): Schedule {
  const parsed = parseSchedule(text);
  if (!parsed.ok) throw new Error(`refused: ${text}`);
  return parsed.schedule;
}
