import { durationWords } from '../../application/words/durations.ts';
import { parseSchedule } from '../../kubernetes/cron/parse-schedule.ts';
import { type Recurrence, recurrenceOf, type TimesOfDay } from '../../kubernetes/cron/recurrence.ts';
import { numbersIn, type Stretch } from '../../kubernetes/cron/stretches.ts';
import { knownText, type Texts } from '../../messages/render.ts';

/**
 * A schedule as a sentence, by the clock of its zone; undefined where Kubernetes could not read it. It says a period only where
 * one time follows the other at that distance.
 */
export function scheduleWords(schedule: string, texts: Texts): string | undefined {
  const parsed = parseSchedule(schedule);
  if (!parsed.ok) return undefined;
  if (parsed.schedule.kind === 'every') return texts('runs-every', { duration: durationWords(parsed.schedule.seconds, texts) });
  const recurrence = recurrenceOf(parsed.schedule);
  return recurrence ? recurrenceWords(recurrence, texts) : texts('runs-never');
}

function recurrenceWords({ times, daysOfMonth, daysOfWeek, months }: Recurrence, texts: Texts): string {
  return texts('runs-sentence', {
    times: timesWords(times, texts),
    hours: 'hours' in times && times.hours ? hoursWords(times.hours, texts) : '',
    daysOfMonth: daysOfMonth ? texts('runs-days-of-month', listed(daysOfMonth, numerals, texts)) : '',
    daysOfWeek: daysOfWeek
      ? texts(
          'runs-days-of-week',
          listed(
            daysOfWeek,
            names((day) => knownText(`day-of-week-${day}`, texts)),
            texts,
          ),
        )
      : '',
    months: months
      ? texts(
          'runs-months',
          listed(
            months,
            names((month) => knownText(`month-${month}`, texts)),
            texts,
          ),
        )
      : '',
  });
}

function timesWords(times: TimesOfDay, texts: Texts): string {
  switch (times.kind) {
    case 'every-minutes':
      return texts('runs-every-minutes', { minutes: times.minutesApart, from: times.from });
    case 'minutes-of-hour':
      return texts(times.hours ? 'runs-at-minutes' : 'runs-each-hour', listed(times.minutes, numerals, texts));
    case 'every-hours':
      return texts('runs-every-hours', { hours: times.hoursApart, from: clock(times.from) });
    case 'hourly':
      return texts('runs-hourly', { first: clock(times.first), last: clock(times.last) });
    case 'at':
      return texts('runs-at', { times: texts('runs-list', { items: times.times.map(clock) }) });
  }
}

/** More ranges of hours than this are told by the numbers of the hours. */
const mostRanges = 3;

function hoursWords(hours: readonly Stretch[], texts: Texts): string {
  const tellsNumbers = hours.length > mostRanges || hours.some(({ step }) => step > 1);
  if (tellsNumbers) return texts('runs-in-hours', listed(hours, numerals, texts));
  const ranges = hours.map(({ first, last }) => texts('runs-hours-between', { first: clock(first * 60), last: clock(last * 60 + 59) }));
  return texts('runs-in-ranges', { list: texts('runs-list', { items: ranges }) });
}

/** How single numbers are called, and the text for a range of them. */
interface Naming {
  readonly nameOf: (number: number) => string;
  readonly range: 'runs-range' | 'runs-range-of-names';
}

const numerals: Naming = { nameOf: String, range: 'runs-range' };

function names(known: (number: number) => string | undefined): Naming {
  return { nameOf: (number) => known(number) ?? '', range: 'runs-range-of-names' };
}

/** Of more numbers than anyone reads only their number is told. */
const mostTold = 12;

/** Numbers that are told, and whether they are one, one range, or several; of many, how many there are. */
function listed(stretches: readonly Stretch[], naming: Naming, texts: Texts) {
  const items = stretches.map((stretch) => stretchWords(stretch, naming, texts));
  const [only, ...others] = stretches;
  const several = only === undefined || others.length > 0 || only.step > 1;
  const alone = only?.first === only?.last ? 'one' : 'range';
  const list = texts('runs-list', { items });
  const told = stretches.reduce((count, { first, last }) => count + (first === last ? 1 : 2), 0);
  if (told > mostTold) return { list: `${stretches.flatMap(numbersIn).length}`, kind: 'many' } as const;
  return { list, kind: several ? 'several' : alone } as const;
}

function stretchWords(stretch: Stretch, { nameOf, range }: Naming, texts: Texts): string {
  const { first, last, step } = stretch;
  if (first === last) return nameOf(first);
  if (step === 1) return texts(range, { first: nameOf(first), last: nameOf(last) });
  const [one = '', second = '', third = ''] = numbersIn(stretch).slice(0, 3).map(nameOf);
  return texts('runs-steps', { first: one, second, third, last: nameOf(last) });
}

/** `09:05` for a minute of the day. */
function clock(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((part) => `${part}`.padStart(2, '0')).join(':');
}
