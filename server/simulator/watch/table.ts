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
