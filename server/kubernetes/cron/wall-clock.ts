import { instantOf, type OffsetSpan, spanAt, type TimeZone } from '../time-zones/time-zone.ts';

const daySeconds = 86_400;

/** A clock on the wall of a time zone, which moves on as a search goes on; it reads whole seconds. */
export interface WallClock {
  readonly zone: TimeZone;
  /** The instant it shows, in epoch seconds. */
  instant: number;
  span: OffsetSpan;
  hour: number;
  minute: number;
  /** Days since 1970 of the date it shows; what follows is that date. */
  dayNumber: number;
  year: number;
  /** 1 to 12. */
  month: number;
  day: number;
  /** 0 is Sunday. */
  weekday: number;
}

export function wallClock(zone: TimeZone, instant: number): WallClock {
  const clock: WallClock = {
    zone,
    instant,
    span: spanAt(zone, instant),
    hour: 0,
    minute: 0,
    // A day in 1970, until the date is set.
    dayNumber: 0,
    year: 1970,
    month: 1,
    day: 1,
    weekday: 4,
  };
  setInstant(clock, instant);
  return clock;
}

export function setInstant(clock: WallClock, instant: number): void {
  clock.instant = instant;
  if (instant < clock.span.from || instant >= clock.span.to) clock.span = spanAt(clock.zone, instant);
  const reading = instant + clock.span.offset;
  const dayNumber = Math.floor(reading / daySeconds);
  const second = reading - dayNumber * daySeconds;
  clock.hour = Math.floor(second / 3600);
  clock.minute = Math.floor(second / 60) % 60;
  if (dayNumber !== clock.dayNumber) setDate(clock, dayNumber);
}

/** Sets the clock to a reading of its own zone; parts that are too large or too small run over into the next. */
export function setReading(clock: WallClock, year: number, month: number, day: number, secondOfDay: number): void {
  setInstant(clock, instantOf(clock.zone, Date.UTC(year, month - 1, day) / 1000 + secondOfDay));
}

/** Seconds since the clock showed midnight, were there no change of offset. */
export function secondOfDay(clock: WallClock): number {
  return clock.instant + clock.span.offset - clock.dayNumber * daySeconds;
}

function setDate(clock: WallClock, dayNumber: number): void {
  const date = new Date(dayNumber * daySeconds * 1000);
  clock.dayNumber = dayNumber;
  clock.year = date.getUTCFullYear();
  clock.month = date.getUTCMonth() + 1;
  clock.day = date.getUTCDate();
  clock.weekday = date.getUTCDay();
}
