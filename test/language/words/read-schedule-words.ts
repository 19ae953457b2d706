/** The clock and the calendar at a minute; months and days count from 1, Monday is 1. */
export interface WallMinute {
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
}

/** What a schedule in words says. */
export interface Reading {
  readonly fires: (at: WallMinute) => boolean;
  /** Minutes from one run to the next, where that is said of all runs, but for days, hours or months that are left out. */
  readonly period: number | undefined;
}

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const number = '\\d+';
const time = '\\d\\d:\\d\\d';
const weekday = `(?:${weekdayNames.join('|')})`;
const month = `(?:${monthNames.join('|')})`;

/** `1`, `1 and 3`, `1 through 5, 7 and 9`, `1, 3, 5, … 31`. */
function listOf(one: string): string {
  const item = `${one}(?: through ${one})?`;
  return `${one}, ${one}, ${one}, … ${one}|${item}(?:, ${item})*(?: and ${item})?`;
}

const sentence = new RegExp(
  [
    '^(?:Every (?:(?<minutesApart>\\d+) )?minutes?(?: from minute (?<from>\\d+) on)?',
    `|Every hour, at minutes? (?<eachHour>${listOf(number)})`,
    `|Every hour, from (?<first>${time}) through (?<last>${time})`,
    `|Every (?<hoursApart>\\d+) hours, from (?<start>${time})`,
    `|At minutes? (?<minutes>${listOf(number)})`,
    `|At (?<times>${listOf(time)}))`,
    `(?:, from (?<ranges>${listOf(time)}))?(?:, in hours? (?<hours>${listOf(number)}))?`,
    `(?:, on days? (?<days>${listOf(number)}) of the month)?(?:(?:,| or)(?: on)? (?<weekdays>${listOf(weekday)}))?`,
    `(?:,(?: in)? (?<months>${listOf(month)}))?$`,
  ].join(''),
);

/** Understands the English words of a schedule as a reader would, and nothing else: whatever else is said throws. */
export function readScheduleWords(words: string): Reading {
  const said = sentence.exec(words)?.groups;
  if (!said) throw new Error(`not understood: ${words}`);
  const { minutesApart, from = '0', hoursApart, start = '00:00', first, last } = said;
  const everyMinutes = /^Every (\d+ )?minute/.test(words) ? Number(minutesApart ?? 1) : undefined;
  const everyHours = hoursApart === undefined ? undefined : Number(hoursApart);
  const hourly = first === undefined || last === undefined ? undefined : { first: minuteOfDay(first), last: minuteOfDay(last) };
  const inMinutes = numbers(said['eachHour'] ?? said['minutes'], Number);
  const inTimes = numbers(said['times'], minuteOfDay);
  const [ranges, hours] = [numbers(said['ranges'], minuteOfDay), numbers(said['hours'], Number)];
  const [days, weekdays] = [numbers(said['days'], Number), numbers(said['weekdays'], (name) => weekdayNames.indexOf(name) + 1)];
  const months = numbers(said['months'], (name) => monthNames.indexOf(name) + 1);
  const either = / or (on )?[A-Z]/.test(words);
  const timeMatches = (at: number) => {
    if (everyMinutes !== undefined) return at % 60 >= Number(from) && ((at % 60) - Number(from)) % everyMinutes === 0;
    if (everyHours !== undefined) return at >= minuteOfDay(start) && (at - minuteOfDay(start)) % (everyHours * 60) === 0;
    if (hourly) return hourly.first <= at && at <= hourly.last && (at - hourly.first) % 60 === 0;
    return inTimes ? inTimes.has(at) : inMinutes?.has(at % 60) === true;
  };
  return {
    fires(at) {
      const minute = at.hour * 60 + at.minute;
      const inHours = (ranges?.has(minute) ?? true) && (hours?.has(at.hour) ?? true);
      const [ofMonth, ofWeek] = [days?.has(at.day) ?? true, weekdays?.has(at.weekday) ?? true];
      const onDay = either ? ofMonth || ofWeek : ofMonth && ofWeek;
      return timeMatches(minute) && inHours && onDay && (months?.has(at.month) ?? true);
    },
    period: everyMinutes ?? (everyHours === undefined ? undefined : everyHours * 60),
  };
}

function minuteOfDay(text: string): number {
  const [hour = 0, minute = 0] = text.split(':').map(Number);
  return hour * 60 + minute;
}

/** The numbers that a list names, between the ends of its ranges too; undefined for no list. */
function numbers(list: string | undefined, numberOf: (item: string) => number): ReadonlySet<number> | undefined {
  if (list === undefined) return undefined;
  const [first = '', second = '', , last] = list.split(/, (?:… )?/);
  if (list.includes('…')) return new Set(range(numberOf(first), numberOf(last ?? ''), numberOf(second) - numberOf(first)));
  const items = list.split(/, | and /).map((item) => item.split(' through ').map(numberOf));
  return new Set(items.flatMap(([low = 0, high = low]) => range(low, high, 1)));
}

function range(first: number, last: number, step: number): number[] {
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, place) => first + place * step);
}
