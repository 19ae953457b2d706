/** Numbers as the difference of each from the one before it, the first from 0: small, where neighbours are alike. */
export type Differences = readonly number[];

/**
 * Times in order, as how long each comes after the one before it. Where the same waits come again and again, as in the turns
 * of a CronJob, each stands once, and a column tells its place: a few bytes instead of many digits.
 */
export type Times<Numbers = Differences> = Numbers | { readonly waits: Numbers; readonly places: Numbers };

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

/** A wait is written once where each comes so many times in the mean. */
const oftenEnough = 4;

export function timesOf(instants: readonly number[]): Times {
  const differences = differencesOf(instants);
  const most = differences.length / oftenEnough;
  const known = new Map<number, number>();
  const places: number[] = [];
  for (const wait of differences) {
    const place = known.get(wait) ?? known.size;
    if (place === known.size) known.set(wait, place);
    if (known.size > most) return differences;
    places.push(place);
  }
  return { waits: [...known.keys()], places };
}

/** Numbers as stretches of equal ones: which one, and how often it comes. */
export type Stretches = readonly (readonly [number: number, count: number])[];

export function stretchesOf(numbers: readonly number[]): Stretches {
  const stretches: [number, number][] = [];
  for (const number of numbers) {
    const last = stretches.at(-1);
    if (last?.[0] === number) last[1]++;
    else stretches.push([number, 1]);
  }
  return stretches;
}

/** The numbers that come in these stretches. */
export function fromStretches(stretches: Stretches): readonly number[] {
  return stretches.flatMap(([number, count]) => new Array<number>(count).fill(number));
}

/** The numbers whose differences these are, and the times whose waits. */
export function sums(differences: Times): Float64Array {
  const { waits, places } = 'waits' in differences ? differences : { waits: undefined, places: differences };
  const numbers = new Float64Array(places.length);
  let sum = 0;
  for (let place = 0; place < places.length; place++) {
    const written = places[place] ?? 0;
    sum += waits ? (waits[written] ?? 0) : written;
    numbers[place] = sum;
  }
  return numbers;
}
