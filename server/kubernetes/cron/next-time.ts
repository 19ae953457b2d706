import type { TimeZone } from '../time-zones/time-zone.ts';
import { type CronSchedule, dayMatches, type Schedule } from './schedule.ts';
import { secondOfDay, setInstant, setReading, type WallClock, wallClock } from './wall-clock.ts';

/**
 * The first time after `from` at which a schedule fires, both in epoch milliseconds; undefined if it does not within the
 * five calendar years that follow. `zone` counts unless the schedule names its own.
 *
 * The search goes through the clock's readings as robfig/cron v3.0.1 does (spec.go), because its answers around clock changes
 * follow from the way it goes: months and days by the calendar, hours and minutes by elapsed time, from the top again
 * whenever a unit runs over.
 */
export function nextTime(schedule: Schedule, zone: TimeZone, from: number): number | undefined {
  const second = Math.floor(from / 1000);
  if (schedule.kind === 'every') return (second + schedule.seconds) * 1000;
  if (!schedule.minute.values.length || !schedule.hour.values.length || !schedule.month.values.length) return undefined;
  const search: Search = { schedule, clock: wallClock(schedule.zone ?? zone, second + 1), cut: false };
  const lastYear = search.clock.year + 5;
  do if (search.clock.year > lastYear) return undefined;
  while (!(toMonth(search) && toDay(search) && toHour(search) && toMinute(search) && toSecond(search)));
  return search.clock.instant * 1000;
}

/** The next times in order, at most `count`; fewer if the schedule does not fire again. */
export function nextTimes(schedule: Schedule, zone: TimeZone, from: number, count: number): number[] {
  const times: number[] = [];
  for (let at = nextTime(schedule, zone, from); at !== undefined && times.length < count; at = nextTime(schedule, zone, at)) {
    times.push(at);
  }
  return times;
}

interface Search {
  readonly schedule: CronSchedule;
  readonly clock: WallClock;
  /** Whether the smaller units were set to their least already, as they are before the first step of a larger one. */
  cut: boolean;
}

// Each of these moves the clock to a month, day, … that matches, or answers false where that began a new larger unit.

function toMonth(search: Search): boolean {
  const { schedule, clock } = search;
  while (!schedule.month.has[clock.month]) {
    if (!search.cut) setReading(clock, clock.year, clock.month, 1, 0);
    search.cut = true;
    setReading(clock, clock.year, clock.month + 1, clock.day, secondOfDay(clock));
    if (clock.month === 1) return false;
  }
  return true;
}

function toDay(search: Search): boolean {
  const { schedule, clock } = search;
  while (!dayMatches(schedule, clock.day, clock.weekday)) {
    if (!search.cut) setReading(clock, clock.year, clock.month, clock.day, 0);
    search.cut = true;
    setReading(clock, clock.year, clock.month, clock.day + 1, secondOfDay(clock));
    // A day may begin at one o'clock, or the clock may show eleven of the day before: go by whole hours to midnight.
    if (clock.hour !== 0) setInstant(clock, clock.instant + (clock.hour > 12 ? 24 - clock.hour : -clock.hour) * 3600);
    if (clock.day === 1) return false;
  }
  return true;
}

function toHour(search: Search): boolean {
  const { schedule, clock } = search;
  while (!schedule.hour.has[clock.hour]) {
    if (!search.cut) setReading(clock, clock.year, clock.month, clock.day, clock.hour * 3600);
    search.cut = true;
    setInstant(clock, clock.instant + 3600);
    if (clock.hour === 0) return false;
  }
  return true;
}

function toMinute(search: Search): boolean {
  const { schedule, clock } = search;
  while (!schedule.minute.has[clock.minute]) {
    search.cut = true;
    setInstant(clock, startOfMinute(clock.instant) + 60);
    if (clock.minute === 0) return false;
  }
  return true;
}

/** Schedules fire as a minute begins; offsets are whole minutes, so the minutes of the zone are those of UTC. */
function toSecond(search: Search): boolean {
  const begun = startOfMinute(search.clock.instant);
  if (search.clock.instant === begun) return true;
  search.cut = true;
  setInstant(search.clock, begun + 60);
  return false;
}

function startOfMinute(instant: number): number {
  return Math.floor(instant / 60) * 60;
}
