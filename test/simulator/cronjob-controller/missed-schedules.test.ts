import { describe, expect, test } from 'vitest';
import { parseSchedule } from '../../../server/kubernetes/cron/parse-schedule.ts';
import { utc } from '../../../server/kubernetes/time-zones/time-zone.ts';
import { latestUnmetTime, nextLook, scheduleClock } from '../../../server/simulator/cronjob-controller/missed-schedules.ts';

const at = (text: string) => Date.parse(`2026-03-01T${text}Z`);

describe('times that are due', () => {
  const parsed = parseSchedule('*/15 * * * *');
  const clock = scheduleClock(parsed.ok ? parsed.schedule : { kind: 'every', seconds: 1 }, utc);

  test('none before the first', () => {
    expect(latestUnmetTime(clock, at('10:01:00'), at('10:14:59'))).toMatchObject({ latest: undefined, missed: 'none' });
  });

  test('of several only the latest counts', () => {
    expect(latestUnmetTime(clock, at('10:01:00'), at('11:20:00'))).toMatchObject({ latest: at('11:15:00'), missed: 'few' });
    expect(latestUnmetTime(clock, Date.parse('2026-02-01T00:00:00Z'), at('11:20:00'))).toMatchObject({ missed: 'many' });
  });

  test('the controller looks again a tenth of a second after the next', () => {
    expect(nextLook(clock, at('10:15:00'), at('10:15:00'))).toBe(at('10:30:00') + 100);
  });

  test('a schedule without a next time makes no sense', () => {
    const never = parseSchedule('0 0 31 2 *');
    if (!never.ok) throw new Error('it can be read');
    expect(latestUnmetTime(scheduleClock(never.schedule, utc), at('00:00:00'), at('10:00:00'))).toBeUndefined();
  });
});
