import type { TimeZone } from '../time-zones/time-zone.ts';

/** One of the five fields of a cron expression. */
export interface CronField {
  /** The numbers that match, ascending; empty for a field such as `,`, which is accepted and never matches. */
  readonly values: readonly number[];
  /** The same by number. */
  readonly has: readonly boolean[];
  /** Whether the field holds a `*` or `?` that no step thins out: only then do the two day fields narrow each other. */
  readonly star: boolean;
}

/** Times by the clock on the wall. */
export interface CronSchedule {
  readonly kind: 'cron';
  readonly minute: CronField;
  readonly hour: CronField;
  readonly dayOfMonth: CronField;
  readonly month: CronField;
  /** 0 is Sunday. */
  readonly dayOfWeek: CronField;
  /** The zone of a `TZ=` or `CRON_TZ=` before the fields; it goes before any other. */
  readonly zone?: TimeZone;
}

/** A constant delay, in whole seconds, at least one. */
export interface EverySchedule {
  readonly kind: 'every';
  readonly seconds: number;
}

export type Schedule = CronSchedule | EverySchedule;

/** Whether a day matches: both day fields must if one of them is a star, otherwise either one does. */
export function dayMatches(schedule: CronSchedule, dayOfMonth: number, dayOfWeek: number): boolean {
  const byMonth = schedule.dayOfMonth.has[dayOfMonth] === true;
  const byWeek = schedule.dayOfWeek.has[dayOfWeek] === true;
  return schedule.dayOfMonth.star || schedule.dayOfWeek.star ? byMonth && byWeek : byMonth || byWeek;
}
