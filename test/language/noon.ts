import type { UserClock } from '../../server/language/reading/user-clock.ts';

/** Noon on Thursday, 1 January 2026, in UTC, for a user whose clock is so many hours ahead of it. */
export function noon(hoursAhead = 0): UserClock {
  return { now: Date.UTC(2026, 0, 1, 12), localOffset: () => hoursAhead * 3600 };
}
