import { beforeEach, describe, expect, it, vi } from 'vitest';
import { dayAndTime, playheadText, timeText, whenText } from '../../../../client/panel/axis/wall-clock.ts';

const epoch = Date.UTC(2026, 0, 1);
const leapDay = (Date.UTC(2028, 1, 29) - epoch) / 1000;

describe('a second by the clock on the wall', () => {
  beforeEach(() => {
    vi.stubGlobal('document', { documentElement: { lang: 'en' } });
  });

  it.each([
    [false, 'Feb 29 00:00:00', 'Feb 29 00:00'],
    [true, 'Feb 29 2028 00:00:00', 'Feb 29 2028 00:00'],
  ])('has its year where the run goes on for more than one: %s', (hasYears, when, day) => {
    const clock = { epoch, zone: 'UTC', hasYears };
    expect([whenText(leapDay, clock), dayAndTime(leapDay, clock)]).toEqual([when, day]);
  });

  it('goes as the zone does, and counts from the beginning where there is none', () => {
    const clock = { epoch, zone: 'Asia/Seoul', hasYears: false };
    expect([timeText(60, clock), timeText(60, clock, 60), timeText(60, clock, 86_400)]).toEqual(['09:01:00', '09:01', 'Jan 1']);
    expect([whenText(90, undefined), timeText(90, undefined)]).toEqual(['1m 30s', '1m 30s']);
    expect([whenText(7.14, undefined), whenText(240.1, undefined), whenText(7510.9, undefined)]).toEqual(['7.1s', '4m', '2h 5m 10s']);
  });

  it('has its day beside the playhead once it or the axis goes beyond the first day', () => {
    const clock = { epoch, zone: 'UTC', hasYears: false };
    const shown = (second: number, to: number) => playheadText(second, clock, { from: 0, to });
    expect([shown(90, 86_400), shown(90, 86_401)]).toEqual(['00:01:30', 'Jan 1 00:01:30']);
    expect(shown(86_490, 60)).toBe('Jan 2 00:01:30');
  });
});
