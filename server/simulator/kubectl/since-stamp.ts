import type { Seconds } from '../engine/time.ts';

/** When kubectl prints something. */
export interface WallClock {
  /** Seconds from the create request. */
  readonly now: Seconds;
  /** The wall clock at t = 0, in milliseconds since 1970. */
  readonly epoch: number;
}

/** Seconds from a moment to now, the moment cut to whole seconds of the wall clock as Kubernetes stores times. */
export function sinceStamp({ now, epoch }: WallClock, moment: Seconds): Seconds {
  return (epoch + now * 1000 - Math.floor((epoch + moment * 1000) / 1000) * 1000) / 1000;
}
