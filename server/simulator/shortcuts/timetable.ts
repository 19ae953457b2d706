import type { ScheduleClock } from '../cronjob-controller/missed-schedules.ts';

/** The times of a schedule one after the other, in milliseconds since 1970, each of which is worked out once. */
export interface Timetable {
  /** Places count from 0; undefined where the schedule has no more times. */
  time(place: number): number | undefined;
  /** How long after the time at that place the next one comes. */
  gapAfter(place: number): number | undefined;
  /** How often what lies between two places comes again after the second, with the same gaps; no more than `most` times are looked at. */
  goesOnLike(from: number, to: number, most: number): number;
}

/** The times after `start`. */
export function createTimetable(schedule: ScheduleClock, start: number): Timetable {
  const times: number[] = [];
  let ended = false;

  function time(place: number): number | undefined {
    while (!ended && times.length <= place) {
      const next = schedule.next(times.at(-1) ?? start);
      if (next === undefined) ended = true;
      else times.push(next);
    }
    return times[place];
  }
  function gapAfter(place: number): number | undefined {
    const [before, after] = [time(place), time(place + 1)];
    return before === undefined || after === undefined ? undefined : after - before;
  }
  return {
    time,
    gapAfter,
    goesOnLike(from, to, most) {
      const length = to - from;
      let alike = 0;
      while (alike < most * length && gapAfter(to + alike) === gapAfter(from + (alike % length))) alike++;
      return Math.floor(alike / length);
    },
  };
}
