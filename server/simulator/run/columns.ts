/** Numbers as the difference of each from the one before it, the first from 0: small, where neighbours are alike. */
export type Differences = readonly number[];

/** Each number's difference from the one before it. */
export function differencesOf(numbers: readonly number[]): number[] {
  const differences: number[] = [];
  let before = 0;
  for (const number of numbers) {
    differences.push(number - before);
    before = number;
  }
  return differences;
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
