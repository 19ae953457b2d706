/** Seconds on the simulation's clock, counted from the create request. */
export type Seconds = number;
