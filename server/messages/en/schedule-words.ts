import type { MessageTable } from '../table/message-table.ts';

/** The parts of a schedule in words; those that restrict nothing are empty. */
export type ScheduleParts = {
  readonly times: string;
  readonly hours: string;
  readonly daysOfMonth: string;
  /** Where both kinds of days are given, either counts. */
  readonly daysOfWeek: string;
  readonly months: string;
};

/** Numbers or names; `range`: they are one range, `many`: only how many there are. */
export type Listed = {
  readonly list: string;
  readonly kind: 'one' | 'range' | 'several' | 'many';
};

/** `minute 5`, `minutes 5 and 20`, `32 different minutes`. */
function numbered(what: string, { list, kind }: Listed): string {
  if (kind === 'many') return `${list} different ${what}s`;
  return `${what}${kind === 'one' ? '' : 's'} ${list}`;
}

/** A schedule as a sentence, put together from its parts. */
export const scheduleWords = {
  'runs-sentence': ({ times, hours, daysOfMonth, daysOfWeek, months }: ScheduleParts) =>
    [times, hours, [daysOfMonth, daysOfWeek].filter(Boolean).join(' or '), months].filter(Boolean).join(', '),
  'runs-never': 'Never: no time matches',
  'runs-every': 'Every {duration}, counted from the last run',
  'runs-every-minutes': ({ minutes, from }: { minutes: number; from: number }) =>
    `${minutes === 1 ? 'Every minute' : `Every ${minutes} minutes`}${from === 0 ? '' : ` from minute ${from} on`}`,
  'runs-each-hour': (args: Listed) => `Every hour, at ${numbered('minute', args)}`,
  'runs-at-minutes': (args: Listed) => `At ${numbered('minute', args)}`,
  'runs-every-hours': 'Every {hours} hours, from {from}',
  'runs-hourly': 'Every hour, from {first} through {last}',
  'runs-at': 'At {times}',
  'runs-hours-between': '{first} through {last}',
  'runs-in-ranges': 'from {list}',
  'runs-in-hours': (args: Listed) => `in ${numbered('hour', args)}`,
  'runs-days-of-month': (args: Listed) => `on ${numbered('day', args)} of the month`,
  'runs-days-of-week': ({ list, kind }: Listed) => (kind === 'range' ? list : `on ${list}`),
  'runs-months': ({ list, kind }: Listed) => (kind === 'range' ? list : `in ${list}`),
  'runs-range': '{first} through {last}',
  'runs-range-of-names': '{first} through {last}',
  'runs-steps': '{first}, {second}, {third}, … {last}',
  'runs-list': ({ items }: { items: readonly string[] }) =>
    items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`,
  'month-1': 'January',
  'month-2': 'February',
  'month-3': 'March',
  'month-4': 'April',
  'month-5': 'May',
  'month-6': 'June',
  'month-7': 'July',
  'month-8': 'August',
  'month-9': 'September',
  'month-10': 'October',
  'month-11': 'November',
  'month-12': 'December',
  'day-of-week-1': 'Monday',
  'day-of-week-2': 'Tuesday',
  'day-of-week-3': 'Wednesday',
  'day-of-week-4': 'Thursday',
  'day-of-week-5': 'Friday',
  'day-of-week-6': 'Saturday',
  'day-of-week-7': 'Sunday',
} as const satisfies MessageTable;
