/** Runs whose number is about the same. */
export interface Bin<Run> {
  readonly from: number;
  readonly to: number;
  readonly runs: readonly Run[];
}

/** Sorts runs by a number into at most `most` bins of equal width, all of them between the least and the most; none without runs. */
export function binsOf<Run>(runs: readonly Run[], numberOf: (run: Run) => number, most: number): readonly Bin<Run>[] {
  if (runs.length === 0) return [];
  const numbers = runs.map(numberOf);
  const least = numbers.reduce((found, one) => Math.min(found, one));
  const span = numbers.reduce((found, one) => Math.max(found, one)) - least;
  const count = span === 0 ? 1 : most;
  const width = span / count;
  const placeOf = (number: number) => (width === 0 ? 0 : Math.min(count - 1, Math.floor((number - least) / width)));
  return Array.from({ length: count }, (_, at) => ({
    from: least + at * width,
    to: least + (at + 1) * width,
    runs: runs.filter((run) => placeOf(numberOf(run)) === at),
  }));
}

/** The same of counts: each bin holds as many whole numbers, and says the first and the last of them. */
export function countBinsOf<Run>(runs: readonly Run[], countOf: (run: Run) => number, most: number): readonly Bin<Run>[] {
  if (runs.length === 0) return [];
  const counts = runs.map(countOf);
  const least = counts.reduce((found, one) => Math.min(found, one));
  const greatest = counts.reduce((found, one) => Math.max(found, one));
  const width = Math.ceil((greatest - least + 1) / most);
  return Array.from({ length: Math.floor((greatest - least) / width) + 1 }, (_, at) => {
    const from = least + at * width;
    const to = Math.min(greatest, from + width - 1);
    return { from, to, runs: runs.filter((run) => from <= countOf(run) && countOf(run) <= to) };
  });
}
