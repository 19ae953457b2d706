import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextTimes } from '../../../server/kubernetes/cron/next-time.ts';
import { parseSchedule } from '../../../server/kubernetes/cron/parse-schedule.ts';
import { utc } from '../../../server/kubernetes/time-zones/time-zone.ts';
import { scheduleWords } from '../../../server/language/words/schedule-words.ts';
import { textsIn } from '../../../server/messages/render.ts';
import { runs } from '../../property-runs.ts';
import { readScheduleWords, type WallMinute } from './read-schedule-words.ts';

const english = textsIn('en');
const korean = textsIn('ko');

describe('in words:', () => {
  test.each([
    ['* * * * *', 'Every minute', '1분마다'],
    ['*/15 * * * *', 'Every 15 minutes', '15분마다'],
    ['5/15 * * * *', 'Every 15 minutes from minute 5 on', '매시 5분부터 15분마다'],
    ['0 * * * *', 'Every hour, at minute 0', '매시 0분'],
    ['@hourly', 'Every hour, at minute 0', '매시 0분'],
    ['*/90 * * * *', 'Every hour, at minute 0', '매시 0분'],
    ['*/35 * * * *', 'Every hour, at minutes 0 and 35', '매시 0·35분'],
    ['*/25 * * * *', 'Every hour, at minutes 0, 25 and 50', '매시 0·25·50분'],
    ['*/7 * * * *', 'Every hour, at minutes 0, 7, 14, … 56', '매시 0, 7, 14, … 56분'],
    ['0-10 * * * *', 'Every hour, at minutes 0 through 10', '매시 0~10분'],
    ['0 */6 * * *', 'Every 6 hours, from 00:00', '00:00부터 6시간마다'],
    ['30 1/6 * * *', 'Every 6 hours, from 01:30', '01:30부터 6시간마다'],
    ['0 */5 * * *', 'At 00:00, 05:00, 10:00, 15:00 and 20:00', '00:00·05:00·10:00·15:00·20:00'],
    ['0 */36 * * *', 'At 00:00', '00:00'],
    ['30 9-17 * * *', 'Every hour, from 09:30 through 17:30', '09:30부터 17:30까지 1시간마다'],
    ['* 3 * * *', 'Every minute, from 03:00 through 03:59', '1분마다, 03:00~03:59 사이'],
    [
      '*/15 9-17 * * 1-5',
      'Every 15 minutes, from 09:00 through 17:59, Monday through Friday',
      '15분마다, 09:00~17:59 사이, 월요일부터 금요일까지',
    ],
    ['*/20 */2 * * *', 'Every 20 minutes, in hours 0, 2, 4, … 22', '20분마다, 0, 2, 4, … 22시'],
    ['5,20 9-17 * * *', 'At minutes 5 and 20, from 09:00 through 17:59', '그 시간의 5·20분, 09:00~17:59 사이'],
    ['0 9 * * 1-5', 'At 09:00, Monday through Friday', '09:00, 월요일부터 금요일까지'],
    ['0 0 * * */2', 'At 00:00, on Tuesday, Thursday, Saturday and Sunday', '00:00, 화요일·목요일·토요일·일요일마다'],
    ['0 0 * * fri,sat,sun', 'At 00:00, Friday through Sunday', '00:00, 금요일부터 일요일까지'],
    ['0 0 1-7 * 1', 'At 00:00, on days 1 through 7 of the month or on Monday', '00:00, 매월 1~7일 또는 월요일마다'],
    ['0 0 */40 * *', 'At 00:00, on day 1 of the month', '00:00, 매월 1일'],
    ['0 0 */2 * *', 'At 00:00, on days 1, 3, 5, … 31 of the month', '00:00, 매월 1, 3, 5, … 31일'],
    ['0 0 1-31 * 1', 'At 00:00', '00:00'],
    ['0 0 1 */5 *', 'At 00:00, on day 1 of the month, in January, June and November', '00:00, 매월 1일, 1월·6월·11월에'],
    ['0 0 1 1-3 *', 'At 00:00, on day 1 of the month, January through March', '00:00, 매월 1일, 1월부터 3월까지'],
    ['0,3,5,9,14,15,17,21,24,26,28,30,33,35,37,39,44,46,49,52 * * * *', 'Every hour, at 20 different minutes', '매시 20개 분'],
    ['@every 90m', 'Every 1 h 30 min, counted from the last run', '마지막 실행부터 1시간 30분마다'],
    [', * * * *', 'Never: no time matches', '실행되지 않음: 맞는 시각이 없습니다'],
    ['0 0 , * 1', 'At 00:00, on Monday', '00:00, 월요일마다'],
    ['0 0 , * ,', 'Never: no time matches', '실행되지 않음: 맞는 시각이 없습니다'],
  ])('%s', (schedule, inEnglish, inKorean) => {
    expect([scheduleWords(schedule, english), scheduleWords(schedule, korean)]).toEqual([inEnglish, inKorean]);
  });

  test('what Kubernetes cannot read has none', () => {
    expect(scheduleWords('0 25 * * *', english)).toBeUndefined();
  });
});

const value = (least: number, most: number) => fc.integer({ min: least, max: most });
/** A field as people write it, the stars and steps of which are many. */
function field(least: number, most: number): fc.Arbitrary<string> {
  const step = fc.integer({ min: 1, max: most + 5 });
  const ends = fc.tuple(value(least, most), value(least, most)).map((both) => both.sort((a, b) => a - b));
  const part = fc.oneof(
    value(least, most).map(String),
    fc.tuple(value(least, most), step).map(([from, by]) => `${from}/${by}`),
    ends.map(([low, high]) => `${low}-${high}`),
    fc.tuple(ends, step).map(([[low, high], by]) => `${low}-${high}/${by}`),
    step.map((by) => `*/${by}`),
  );
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant('*') },
    { weight: 3, arbitrary: part },
    { weight: 1, arbitrary: fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(',')) },
  );
}
const schedules = fc.tuple(field(0, 59), field(0, 23), field(1, 31), field(1, 12), field(0, 6)).map((fields) => fields.join(' '));

const minute = 60_000;
const start = Date.UTC(2026, 0, 1);

function wallMinute(instant: number): WallMinute {
  const date = new Date(instant);
  return {
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: date.getUTCDay() || 7,
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
  };
}

function runsOf(schedule: string, from: number, count: number): readonly number[] {
  const parsed = parseSchedule(schedule);
  return parsed.ok ? nextTimes(parsed.schedule, utc, from, count) : [];
}

describe('a reader of the words', () => {
  test('knows each time at which the schedule fires, and none at which it does not', () => {
    const anyMinute = value(0, 4 * 366 * 24 * 60).map((minutes) => start + minutes * minute);
    fc.assert(
      fc.property(schedules, fc.array(anyMinute, { minLength: 20, maxLength: 20 }), (schedule, instants) => {
        const words = scheduleWords(schedule, english) ?? '';
        if (words.includes('different')) return;
        const { fires } = readScheduleWords(words);
        const expected = (instant: number) => runsOf(schedule, instant - minute, 1)[0] === instant;
        for (const instant of instants) expect(`${words} ${fires(wallMinute(instant))}`).toBe(`${words} ${expected(instant)}`);
        for (const instant of runsOf(schedule, start, 50)) expect(`${words} ${fires(wallMinute(instant))}`).toBe(`${words} true`);
      }),
      runs(2000),
    );
  });

  test('may rely on a period that they name: the runs of a day on which it fires in each hour follow at that distance', () => {
    fc.assert(
      fc.property(field(0, 59), field(0, 23), (minutes, hours) => {
        const schedule = `${minutes} ${hours} * * *`;
        const words = scheduleWords(schedule, english) ?? '';
        const { period } = words.includes('different') ? { period: undefined } : readScheduleWords(words);
        const times = runsOf(schedule, start - minute, 1500);
        const gaps = times.slice(1).map((time, place) => (time - (times[place] ?? 0)) / minute);
        const inSuccessiveHours = gaps.filter((gap) => hours === '*' || period === undefined || gap <= Math.max(period, 60));
        if (period !== undefined) expect(new Set(inSuccessiveHours)).toEqual(new Set([period]));
        if (period === undefined && hours === '*') expect(gaps.some((gap) => gap !== gaps[0]) || gaps[0] === 60).toBe(true);
      }),
      runs(500),
    );
  });

  test('is told the same numbers in both languages', () => {
    const numbersIn = (words = '') =>
      words
        .replaceAll(/(?<=^|, )1월|\d+월/g, '')
        .match(/\d+/g)
        ?.map(Number)
        .toSorted((a, b) => a - b);
    fc.assert(
      fc.property(schedules, (schedule) => {
        const [inEnglish, inKorean] = [english, korean].map((texts) => scheduleWords(schedule, texts) ?? '');
        const spoken = inEnglish?.replace(/^Every minute/, 'Every 1 minute').replace(/^Every hour, from/, 'Every 1 hour, from');
        expect(numbersIn(inKorean)).toEqual(numbersIn(spoken));
      }),
      runs(500),
    );
  });
});
