/** A place in a table; -1 for none. */
export type Place = number;

/** A table in which each thing stands once: those that have the same key are the same. */
export interface Table<Thing, Row = Thing> {
  readonly rows: readonly Row[];
  place(thing: Thing): Place;
}

export function createTable<Thing, Row = Thing>(keyOf: (thing: Thing) => string | number, rowOf: (thing: Thing) => Row): Table<Thing, Row> {
  const rows: Row[] = [];
  const places = new Map<string | number, Place>();
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

/** A table of lists of numbers. A list is found without a text being made of it: there are very many. */
export interface ListTable {
  readonly rows: readonly (readonly number[])[];
  /** How many stand in all rows together. */
  readonly numbers: number;
  /** A list that is new is copied. */
  place(list: readonly number[]): Place;
}

export function createListTable(): ListTable {
  const rows: number[][] = [];
  /** The latest of the rows of each hash, and the one before each. */
  const latest = new Map<number, Place>();
  const before: Place[] = [];
  let numbers = 0;
  return {
    rows,
    get numbers() {
      return numbers;
    },
    place(list) {
      const hash = hashOf(list);
      const first = latest.get(hash) ?? -1;
      let place = first;
      while (place >= 0 && !areEqual(rows[place] ?? [], list)) place = before[place] ?? -1;
      if (place >= 0) return place;
      latest.set(hash, rows.length);
      before.push(first);
      numbers += list.length;
      return rows.push([...list]) - 1;
    },
  };
}

function hashOf(list: readonly number[]): number {
  let hash = list.length;
  for (let at = 0; at < list.length; at++) hash = (Math.imul(hash, 31) + (list[at] ?? 0)) | 0;
  return hash;
}

function areEqual(a: readonly number[], b: readonly number[]): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}
