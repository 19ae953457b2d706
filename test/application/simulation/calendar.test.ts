import { describe, expect, it } from 'vitest';
import { type Calendar, calendarOf } from '../../../server/application/simulation/calendar.ts';
import { nextTimes } from '../../../server/kubernetes/cron/next-time.ts';
import { parseSchedule } from '../../../server/kubernetes/cron/parse-schedule.ts';
import { findTimeZone, utc } from '../../../server/kubernetes/time-zones/time-zone.ts';
import { fromStretches, sums } from '../../../server/simulator/run/columns.ts';
import { cronJobOf } from '../../manifests.ts';

const start = Date.UTC(2026, 0, 1);
const calendar = (schedule: string, timeZone?: string) =>
  calendarOf(cronJobOf({ schedule, ...(timeZone === undefined ? {} : { timeZone }) }), start);

const perDay = (one: Calendar | undefined) => fromStretches(one?.perDay ?? []);
const timesOf = (one: Calendar | undefined) => [...sums(fromStretches(one?.times ?? []))];

describe('the calendar of a schedule', () => {
  it('tells each time of a week, and how many there are on each day of a year', () => {
    const nightly = calendar('30 2 * * *');
    expect(nightly).toMatchObject({ zone: 'UTC', firstDay: '2026-01-01', clockChanges: [] });
    expect(timesOf(nightly).map((at) => new Date(at).toISOString().slice(0, 16))).toEqual(
      ['01', '02', '03', '04', '05', '06', '07'].map((day) => `2026-01-${day}T02:30`),
    );
    expect(nightly?.perDay).toEqual([[1, 366]]);
  });

  it.each([
    ['0 4 7 * *', '2026-01-01'],
    ['0 4 8 * *', '2026-01-08'],
    ['0 4 20 3 *', '2026-03-20'],
    ['0 0 29 2 *', '2028-02-29'],
    ['0 0 31 2 *', '2026-01-01'],
  ])('begins with the day of its first time, where that comes after seven days: %s', (schedule, day) => {
    const told = calendar(schedule);
    expect(told?.firstDay).toBe(day);
    expect(perDay(told).findIndex((count) => count > 0)).toBe({ '0 4 7 * *': 6, '0 0 31 2 *': -1 }[schedule] ?? 0);
    expect(timesOf(told)).toHaveLength(schedule === '0 0 31 2 *' ? 0 : 1);
  });

  it('counts as the clock of the zone goes: what it skips is not due, what it shows twice is due twice or once', () => {
    const berlin = calendar('30 2 * * *', 'Europe/Berlin');
    const day = (date: string) => perDay(berlin)[(Date.parse(date) - start) / 86_400_000];
    expect(day('2026-03-29')).toBe(0);
    expect(berlin?.clockChanges.map(({ at, seconds }) => [new Date(at).toISOString(), seconds])).toEqual([
      ['2026-03-29T01:00:00.000Z', 3600],
      ['2026-10-25T01:00:00.000Z', -3600],
    ]);
  });

  it.each([
    ['*/15 * * * *', 'UTC'],
    ['0 9-17 * * mon-fri', 'America/New_York'],
    ['15 3 1,15 * *', 'Asia/Seoul'],
    ['0 0 31 * 1', 'Europe/Berlin'],
    ['@daily', 'Pacific/Auckland'],
  ])('has as many times as the controller would find: %s in %s', (schedule, zone) => {
    const parsed = parseSchedule(schedule);
    const found = parsed.ok ? nextTimes(parsed.schedule, findTimeZone(zone) ?? utc, start - 1, 40_000) : [];
    const told = calendar(schedule, zone);
    const first = Date.parse(`${told?.firstDay}T00:00:00Z`);
    const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone });
    const counted = Array(366).fill(0);
    for (const at of found) {
      const day = (Date.parse(`${format.format(at)}T00:00:00Z`) - first) / 86_400_000;
      if (day < 366) counted[day]++;
    }
    // The first day is told whole, however late the run begins on it.
    expect(perDay(told).slice(1)).toEqual(counted.slice(1));
  });

  it('is bounded, and none where the schedule cannot be read', () => {
    expect(timesOf(calendar('* * * * *'))).toHaveLength(2100);
    expect(JSON.stringify(calendar('* * * * *')).length).toBeLessThan(200);
    expect(calendar('61 * * * *')).toBeUndefined();
    expect(calendar('0 0 31 2 *')?.times).toEqual([]);
  });
});
