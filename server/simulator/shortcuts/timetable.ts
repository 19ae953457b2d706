import type { ScheduleClock } from '../cronjob-controller/missed-schedules.ts';

/** The times of a schedule one after the other, in milliseconds since 1970, each of which is worked out once. */
export interface Timetable {
  /** Places count from 0; undefined where the schedule has no more times. */
  time(place: number): number | undefined;
  /** After how many times, `most` at most, the gaps after the `now`th are no longer those after the `before`th. */
  alike(before: number, now: number, most: number): number;
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
  /** How long after the time at that place the next one comes. */
  function gapAfter(place: number): number | undefined {
    const [before, after] = [time(place), time(place + 1)];
    return before === undefined || after === undefined ? undefined : after - before;
  }
  return {
    time,
    alike(before, now, most) {
      let count = 0;
      while (count < most && gapAfter(now + count) === gapAfter(before + count)) count++;
      return count;
    },
  };
}
