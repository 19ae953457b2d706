import { nextTime } from '../../kubernetes/cron/next-time.ts';
import { parseSchedule } from '../../kubernetes/cron/parse-schedule.ts';
import { dayMatches, type Schedule } from '../../kubernetes/cron/schedule.ts';
import type { CronJob } from '../../kubernetes/generated/types.ts';
import { findTimeZone, instantOf, spanAt, type TimeZone, utc } from '../../kubernetes/time-zones/time-zone.ts';
import { differencesOf, type Stretches, stretchesOf } from '../../simulator/run/columns.ts';

/**
 * When a schedule is due in a year, by the clock of its zone: from the beginning of the run on, or from the first time where that
 * is a week later or more.
 */
export interface Calendar {
  /** Its name: that of the CronJob, or that the schedule names itself. */
  readonly zone: string;
  /** The day, as the zone's calendar has it, on which it begins: `2026-01-01`. */
  readonly firstDay: string;
  /** How often it is due on each day from then on, a year long. */
  readonly perDay: Stretches;
  /**
   * Each time in the first week, as how many milliseconds it comes after the one before it, the first since
   * 1970: the first of them, where there are very many.
   */
  readonly times: Stretches;
  readonly clockChanges: readonly ClockChange[];
}

export interface ClockChange {
  /** In milliseconds since 1970. */
  readonly at: number;
  /** How far the clocks go forward; back where it is below 0. */
  readonly seconds: number;
}

const daySeconds = 86_400;
/** In milliseconds. */
const week = 7 * daySeconds * 1000;
const daysOfYear = 366;
/** No more single times are told. */
const mostTimes = 2100;

/** `start` is in milliseconds since 1970. Undefined where the schedule or its zone cannot be read. */
export function calendarOf({ spec = {} }: CronJob, start: number): Calendar | undefined {
  const parsed = parseSchedule(spec.schedule ?? '');
  const named = spec.timeZone === undefined ? utc : findTimeZone(spec.timeZone);
  if (!parsed.ok || !named) return undefined;
  const { schedule } = parsed;
  const zone = (schedule.kind === 'cron' ? schedule.zone : undefined) ?? named;
  const from = beginningOf(schedule, zone, start);
  const second = Math.floor(from / 1000);
  const midnight = midnightOf(zone, from);
  const clockChanges = changesIn(zone, second, second + daysOfYear * daySeconds);
  const days = Array.from({ length: daysOfYear }, (_, day) => midnight + day * daySeconds);
  return {
    zone: zone.name,
    firstDay: new Date(midnight * 1000).toISOString().slice(0, 10),
    perDay: stretchesOf(days.map((day) => timesOn(day, schedule, zone))),
    times: stretchesOf(differencesOf(timesWithin(schedule, zone, from > start ? from - 1 : start, from + week))),
    clockChanges,
  };
}

/** The run's beginning, or the first time where that comes after its first seven days. */
function beginningOf(schedule: Schedule, zone: TimeZone, start: number): number {
  const first = nextTime(schedule, zone, start) ?? start;
  return midnightOf(zone, first) - midnightOf(zone, start) >= 7 * daySeconds ? first : start;
}

/** The midnight before a time in milliseconds, as if the zone's clock were UTC; in seconds. */
function midnightOf(zone: TimeZone, at: number): number {
  const second = Math.floor(at / 1000);
  return Math.floor((second + spanAt(zone, second).offset) / daySeconds) * daySeconds;
}

/** On a day without a clock change it is due at each matching minute of each matching hour. `day` is its midnight, as if it were UTC. */
function timesOn(day: number, schedule: Schedule, zone: TimeZone): number {
  const [from, to] = [instantOf(zone, day), instantOf(zone, day + daySeconds)];
  if (schedule.kind === 'every') return Math.floor((to - from) / schedule.seconds);
  const date = new Date(day * 1000);
  const matches = schedule.month.has[date.getUTCMonth() + 1] && dayMatches(schedule, date.getUTCDate(), date.getUTCDay());
  if (to - from !== daySeconds) return timesWithin(schedule, zone, from * 1000 - 1, to * 1000 - 1).length;
  return matches ? schedule.hour.values.length * schedule.minute.values.length : 0;
}

/** After `from` and up to `to`, both in milliseconds since 1970. */
function timesWithin(schedule: Schedule, zone: TimeZone, from: number, to: number): number[] {
  const times: number[] = [];
  let time = nextTime(schedule, zone, from);
  while (time !== undefined && time <= to && times.length < mostTimes) {
    times.push(time);
    time = nextTime(schedule, zone, time);
  }
  return times;
}

function changesIn({ changes, offsets }: TimeZone, from: number, to: number): readonly ClockChange[] {
  return changes.flatMap((at, place) =>
    at > from && at < to ? [{ at: at * 1000, seconds: (offsets[place + 1] ?? 0) - (offsets[place] ?? 0) }] : [],
  );
}
