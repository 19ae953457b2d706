/** Numbers at equal distances: `first`, `first + step`, … `last`; a single number is its own first and last. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly step: number;
}

/** Of so many numbers on, a range or a step is told sooner than each of them. */
const shortestRange = 3;
const shortestProgression = 7;

/** Ascending numbers in as few stretches as are easy to read: all of them where they keep one distance, otherwise what lies side by side. */
export function stretchesOf(values: readonly number[]): readonly Stretch[] {
  const step = commonStep(values);
  const [first, last] = [values[0], values.at(-1)];
  if (first !== undefined && last !== undefined && step !== undefined && values.length >= shortestProgression)
    return [{ first, last, step }];
  return neighbours(values).flatMap((range) =>
    range.last - range.first + 1 >= shortestRange ? [range] : numbersIn(range).map((one) => ({ first: one, last: one, step: 1 })),
  );
}

/** The numbers of a stretch. */
export function numbersIn({ first, last, step }: Stretch): readonly number[] {
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, place) => first + place * step);
}

/**
 * The distance at which numbers follow each other for ever in a cycle of so many numbers, as the minutes 5, 25 and 45 do in an
 * hour: from the last to the first of the next cycle as well. Undefined where distances differ, or for fewer than two numbers.
 */
export function steadyStep(values: readonly number[], cycle: number): number | undefined {
  const step = commonStep(values);
  return step !== undefined && step * values.length === cycle ? step : undefined;
}

function commonStep(values: readonly number[]): number | undefined {
  const [first, second] = values;
  if (first === undefined || second === undefined) return undefined;
  const step = second - first;
  return values.every((value, place) => value === first + place * step) ? step : undefined;
}

function neighbours(values: readonly number[]): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const value of values) {
    const before = found.at(-1);
    if (before?.last === value - 1) found.splice(-1, 1, { ...before, last: value });
    else found.push({ first: value, last: value, step: 1 });
  }
  return found;
}
