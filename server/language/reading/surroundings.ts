/** What features may know of the world outside the text: given to them, so that equal input gives equal output. */
export interface Surroundings {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Seconds that the user's clock is ahead of UTC at an instant, given in milliseconds. */
  readonly localOffset: (instant: number) => number;
}

export function surroundings(): Surroundings {
  return { now: Date.now(), localOffset: (instant) => -60 * new Date(instant).getTimezoneOffset() };
}
