import type { Place } from '../watch/table.ts';

/** Those of the steps that rows are written with, in that order. */
export interface UsedSteps<Step> {
  readonly steps: readonly Step[];
  /** Where the step stands now. */
  place(before: Place): Place;
}

export function createUsedSteps<Step>(all: readonly Step[]): UsedSteps<Step> {
  const steps: Step[] = [];
  const places = new Map<Place, Place>();
  return {
    steps,
    place(before) {
      const known = places.get(before);
      if (known !== undefined) return known;
      const place = steps.push(...all.slice(before, before + 1)) - 1;
      places.set(before, place);
      return place;
    },
  };
}
