/** Numbers as the difference of each from the one before it, the first from 0: small, where neighbours are alike. */
export type Differences = readonly number[];

/** Writes numbers as the difference of each from the one before it. */
export function createDifferences(): { readonly column: number[]; push(value: number): void } {
  const column: number[] = [];
  let before = 0;
  return {
    column,
    push(value) {
      column.push(value - before);
      before = value;
    },
  };
}

/** The numbers whose differences these are. */
export function sums(differences: Differences): Float64Array {
  const numbers = new Float64Array(differences.length);
  let sum = 0;
  for (let place = 0; place < differences.length; place++) {
    sum += differences[place] ?? 0;
    numbers[place] = sum;
  }
  return numbers;
}
