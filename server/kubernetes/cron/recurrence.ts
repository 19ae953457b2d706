import type { CronField, CronSchedule } from './schedule.ts';
import { type Stretch, steadyStep, stretchesOf } from './stretches.ts';

/** When a schedule fires, as one would say it; undefined parts restrict nothing. */
export interface Recurrence {
  readonly times: TimesOfDay;
  /** Where both are given, a day on either of them counts. */
  readonly daysOfMonth: readonly Stretch[] | undefined;
  /** 1 is Monday, 7 is Sunday. */
  readonly daysOfWeek: readonly Stretch[] | undefined;
  readonly months: readonly Stretch[] | undefined;
}

/** Minutes of a day count from midnight, by the clock of the schedule's zone. */
export type TimesOfDay =
  /** With one distance through each of the hours, and from one hour to the next. */
  | { readonly kind: 'every-minutes'; readonly minutesApart: number; readonly from: number; readonly hours: readonly Stretch[] | undefined }
  /** At some minutes of the hours, whose distances differ. */
  | { readonly kind: 'minutes-of-hour'; readonly minutes: readonly Stretch[]; readonly hours: readonly Stretch[] | undefined }
  /** With one distance through the day, and from one day to the next, but not in each hour. */
  | { readonly kind: 'every-hours'; readonly hoursApart: number; readonly from: number }
  /** Once in each hour from one time of the day to another. */
  | { readonly kind: 'hourly'; readonly first: number; readonly last: number }
  | { readonly kind: 'at'; readonly times: readonly number[] };

const hourMinutes = 60;
const dayHours = 24;
/** More times of a day than this are told by their minutes and hours. */
const mostTimesTold = 8;

/**
 * Follows from the numbers that match alone, so schedules that fire at the same times are told alike however they are written.
 * Undefined where no time ever matches, as with a field that holds only a comma.
 */
export function recurrenceOf(schedule: CronSchedule): Recurrence | undefined {
  const { minute, hour, month } = schedule;
  const days = daysOf(schedule);
  if (!minute.values.length || !hour.values.length || !month.values.length || !days) return undefined;
  return { times: timesOf(minute.values, hour.values), ...days, months: unlessAll(month.values, 12) };
}

function timesOf(minutes: readonly number[], hours: readonly number[]): TimesOfDay {
  const [minute = 0, secondMinute] = minutes;
  const steadyMinutes = steadyStep(minutes, hourMinutes);
  const restricted = unlessAll(hours, dayHours);
  if (steadyMinutes !== undefined) return { kind: 'every-minutes', minutesApart: steadyMinutes, from: minute, hours: restricted };
  if (secondMinute === undefined && restricted) return onceAnHour(minute, hours);
  if (restricted && minutes.length * hours.length <= mostTimesTold) return { kind: 'at', times: timesAt(minutes, hours) };
  return { kind: 'minutes-of-hour', minutes: stretchesOf(minutes), hours: restricted };
}

/** Not in each hour of the day. */
function onceAnHour(minute: number, hours: readonly number[]): TimesOfDay {
  const [first = 0] = hours;
  const from = first * hourMinutes + minute;
  const steadyHours = steadyStep(hours, dayHours);
  if (steadyHours !== undefined) return { kind: 'every-hours', hoursApart: steadyHours, from };
  const [range, ...others] = stretchesOf(hours);
  const inOneGo = range !== undefined && others.length === 0 && range.step === 1 && range.last > range.first;
  if (inOneGo) return { kind: 'hourly', first: from, last: range.last * hourMinutes + minute };
  if (hours.length <= mostTimesTold) return { kind: 'at', times: timesAt([minute], hours) };
  return { kind: 'minutes-of-hour', minutes: stretchesOf([minute]), hours: stretchesOf(hours) };
}

function timesAt(minutes: readonly number[], hours: readonly number[]): readonly number[] {
  return hours.flatMap((hour) => minutes.map((minute) => hour * hourMinutes + minute));
}

/**
 * Undefined where no day matches. Two fields of which one is a star narrow each other, and a star holds all days; otherwise a
 * day on either matches (`dayMatches` in schedule.ts).
 */
function daysOf({ dayOfMonth, dayOfWeek }: CronSchedule): Pick<Recurrence, 'daysOfMonth' | 'daysOfWeek'> | undefined {
  const either = !dayOfMonth.star && !dayOfWeek.star;
  const daysOfMonth = unlessAll(dayOfMonth.values, 31);
  const daysOfWeek = unlessAll(mondayFirst(dayOfWeek), 7);
  const anyDay = either && (daysOfMonth === undefined || daysOfWeek === undefined);
  if (anyDay) return { daysOfMonth: undefined, daysOfWeek: undefined };
  const restrictions = [daysOfMonth, daysOfWeek].filter((one) => one !== undefined);
  if (restrictions.length && restrictions.every((one) => one.length === 0)) return undefined;
  return { daysOfMonth: unlessNone(daysOfMonth), daysOfWeek: unlessNone(daysOfWeek) };
}

/** Of two fields that do not narrow each other, an empty one adds nothing. */
function unlessNone(stretches: readonly Stretch[] | undefined): readonly Stretch[] | undefined {
  return stretches?.length ? stretches : undefined;
}

function mondayFirst({ values }: CronField): readonly number[] {
  return values.map((day) => (day === 0 ? 7 : day)).sort((a, b) => a - b);
}

function unlessAll(values: readonly number[], all: number): readonly Stretch[] | undefined {
  return values.length === all ? undefined : stretchesOf(values);
}
