import type { Place } from '../watch/table.ts';

/** Those of the steps that rows are written with, in that order. */
export interface UsedSteps<Step> {
  readonly steps: readonly Step[];
  /** Where the step stands now. */
  place(before: Place): Place;
  /** One more, which is none of them. */
  add(step: Step): Place;
}

export function createUsedSteps<Step>(all: readonly Step[]): UsedSteps<Step> {
  const steps: Step[] = [];
  const places = new Int32Array(all.length).fill(-1);
  return {
    steps,
    add: (step) => steps.push(step) - 1,
    place(before) {
      const known = places[before] ?? -1;
      if (known >= 0) return known;
      const place = steps.push(...all.slice(before, before + 1)) - 1;
      places[before] = place;
      return place;
    },
  };
}
