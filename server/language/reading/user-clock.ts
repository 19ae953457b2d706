/** The time where the user is: given to features, so that equal input gives equal output. */
export interface UserClock {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Seconds that the user's clock is ahead of UTC at an instant, given in milliseconds. */
  readonly localOffset: (instant: number) => number;
}

export function userClock(): UserClock {
  return { now: Date.now(), localOffset: (instant) => -60 * new Date(instant).getTimezoneOffset() };
}
