import { describe, expect, test } from 'vitest';
import { parseSchedule } from '../../../server/kubernetes/cron/parse-schedule.ts';
import { render } from '../../../server/messages/render.ts';

describe('a schedule that is accepted', () => {
  test.each([
    ['*/15 * * * *', { minute: [0, 15, 30, 45] }],
    ['5/20 1-3 * * *', { minute: [5, 25, 45], hour: [1, 2, 3] }],
    ['0 0 1,15 JAN-mar Mon', { dayOfMonth: [1, 15], month: [1, 2, 3], dayOfWeek: [1] }],
    ['*-5 0 * * ?', { minute: Array.from({ length: 60 }, (_, minute) => minute) }],
    ['+5 */9223372036854775807 * * *', { minute: [5], hour: [0] }],
    [', 0 * * *', { minute: [] }],
    ['0\u00a00 *\u2003* *', { minute: [0], hour: [0] }],
    ['@weekly', { minute: [0], hour: [0], dayOfWeek: [0] }],
  ])('%s', (text, expected) => {
    const parsed = parseSchedule(text);
    if (!parsed.ok || parsed.schedule.kind !== 'cron') throw new Error(`refused: ${text}`);
    const { minute, hour, dayOfMonth, month, dayOfWeek } = parsed.schedule;
    const values = {
      minute: minute.values,
      hour: hour.values,
      dayOfMonth: dayOfMonth.values,
      month: month.values,
      dayOfWeek: dayOfWeek.values,
    };
    expect(values).toMatchObject(expected);
  });

  test.each([
    ['@every 1h30m', 5400],
    ['@every 1.9s', 1],
    ['@every 10ms', 1],
    ['@every -1h', 1],
    ['@every 0', 1],
    ['@every 1m1.5s.5s', 62],
    ['@every 2562047h47m16s', 9223372036],
  ])('%s', (text, seconds) => {
    expect(parseSchedule(text)).toEqual({ ok: true, schedule: { kind: 'every', seconds } });
  });
});

describe('a schedule that is refused says what to do', () => {
  test.each([
    ['0 0 * * 7', 'Kubernetes has no day 7 in a schedule: write 0 or SUN for Sunday (in `7`)'],
    ['60 * * * *', '`60` is out of range: the minute goes from 0 to 59'],
    ['0 0 0 * *', '`0` is out of range: the day of the month goes from 1 to 31'],
    ['0 0 L * *', '`L` is not understood as day of the month: Kubernetes knows no L, W or # in a schedule'],
    ['0 0 * * SUNDAY', '`SUNDAY` is not a day of the week: write a number or a name of three letters such as MON'],
    ['1- * * * *', 'A number is missing in `1-`, the minute'],
    ['* * * * * *', /this one has 6: leave out seconds and years$/],
    ['* * *', /this one has 3$/],
    ['1-2-3 * * * *', /more than one hyphen/],
    ['1/2/3 * * * *', /more than one slash/],
    ['*/0 * * * *', /^The step in `\*\/0` is 0/],
    ['*/-1 * * * *', /^`-1` is not a step/],
    ['0 22-6 * * *', /^The range `22-6` runs backwards/],
    ['@reboot', /^`@reboot` is not known/],
    ['@every 1d', /^`1d` is not a duration/],
    ['@every 2562047h47m17s', /is not a duration/],
    ['TZ=Mars/Crater 0 0 * * *', /no time zone `Mars\/Crater`/],
    ['TZ=UTC', /follows the time zone after a space/],
    ['', /^The schedule is empty/],
  ])('%s', (text, message) => {
    const parsed = parseSchedule(text);
    expect(parsed.ok ? 'accepted' : render(parsed.fault.code, parsed.fault.args)).toMatch(message);
  });
});
