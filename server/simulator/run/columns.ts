import type { Differences, Place } from './run.ts';

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

/** A table in which each thing stands once: those that have the same key are the same. */
export interface Table<Thing, Row> {
  readonly rows: Row[];
  place(thing: Thing): Place;
}

export function createTable<Thing, Row>(keyOf: (thing: Thing) => string, rowOf: (thing: Thing) => Row): Table<Thing, Row> {
  const rows: Row[] = [];
  const places = new Map<string, Place>();
  return {
    rows,
    place(thing) {
      const key = keyOf(thing);
      const known = places.get(key);
      if (known !== undefined) return known;
      places.set(key, rows.length);
      return rows.push(rowOf(thing)) - 1;
    },
  };
}
