import type { ScheduleClock } from '../cronjob-controller/missed-schedules.ts';

/** From each time of the schedule to the next, in milliseconds: after `from`, up to `to`, both in milliseconds since 1970. */
export function gapsBetween(schedule: ScheduleClock, from: number, to: number): readonly number[] {
  const gaps: number[] = [];
  let time = from;
  for (let next = schedule.next(time); next !== undefined && next <= to; next = schedule.next(next)) {
    gaps.push(next - time);
    time = next;
  }
  return gaps;
}

/** How often the schedule goes on from a time with these gaps, one after the other; no more than `most` times are looked at. */
export function goesOnLike(schedule: ScheduleClock, gaps: readonly number[], from: number, most: number): number {
  let time: number | undefined = from;
  for (let times = 0; times < most; times++) {
    time = afterAll(schedule, gaps, time);
    if (time === undefined) return times;
  }
  return most;
}

/** The time after all of the gaps; undefined where the schedule has others. */
function afterAll(schedule: ScheduleClock, gaps: readonly number[], from: number): number | undefined {
  let time = from;
  for (const gap of gaps) {
    if (schedule.next(time) !== time + gap) return undefined;
    time += gap;
  }
  return time;
}
