import type { TimeZone } from '../time-zones/time-zone.ts';
import type { Schedule } from './schedule.ts';

const dayMinutes = 24 * 60;
/** With more times a day, clocks that change may bring two of them as near as a minute. */
const mostCompared = 96;

/**
 * A number of seconds that never passes sooner from one time of a schedule to the next, clock changes of its zone included:
 * the days on which it fires are not looked at, so it may be too small. Infinite where it never fires.
 */
export function shortestGap(schedule: Schedule, zone: TimeZone): number {
  if (schedule.kind === 'every') return schedule.seconds;
  const times = schedule.hour.values.flatMap((hour) => schedule.minute.values.map((minute) => hour * 60 + minute));
  if (times.length > mostCompared) return 60;
  const shifts = shiftsOf(schedule.zone ?? zone);
  const gaps = times.flatMap((one) =>
    times.flatMap((other) => [dayGap(one, other), ...shifts.map((shift) => shiftedGap(one, other, shift))]),
  );
  return gaps.reduce((least, gap) => Math.min(least, gap), Infinity) * 60;
}

/** By how many minutes the zone's clocks go forward or back. */
function shiftsOf({ offsets }: TimeZone): readonly number[] {
  return [...new Set(offsets.slice(1).map((offset, place) => Math.abs(offset - (offsets[place] ?? offset)) / 60))].filter(Boolean);
}

/** From one time of a day to the next other one, on a clock that does not change. */
function dayGap(from: number, to: number): number {
  return to > from ? to - from : to - from + dayMinutes;
}

/** The shorter of both ways: an hour in between is left out, or comes twice and the other time lies in it. */
function shiftedGap(from: number, to: number, shift: number): number {
  const leftOut = dayGap(from, to) - shift;
  const twice = shift - (from - to);
  return Math.min(leftOut > 0 ? leftOut : Infinity, from >= to && twice > 0 ? twice : Infinity);
}
