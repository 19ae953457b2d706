import { type Clock, type Instant, pastSecond, wallTime } from '../engine/clock.ts';

/** What the wall clock of the controller shows, in milliseconds since 1970, at an instant that is lived, and back. */
export function wallClockOf(clock: Clock, epoch: number) {
  return {
    wall: (instant: Instant): number => wallTime(epoch, instant + clock.skipped.time),
    instantAt: (time: number): Instant => Math.round((time - epoch) * 1000) - pastSecond - clock.skipped.time,
  };
}
