import type { NameKind, NamelessText } from '../objects/text.ts';

/** The names that the texts of a log's rows leave out, in order: a row has its own from a place on. */
export interface Named {
  /** By row. */
  readonly from: readonly number[];
  readonly values: readonly number[];
}

export interface NamedWriter extends Named {
  /** The next row has the names that are kept from now on. */
  next(): void;
  keep(value: number): void;
}

export function createNamed(): NamedWriter {
  const from: number[] = [];
  const values: number[] = [];
  return { from, values, next: () => from.push(values.length), keep: (value) => values.push(value) };
}

/** The kinds of the names that texts leave out, in order. */
export function kindsOf(texts: readonly NamelessText[]): readonly NameKind[] {
  return texts.flatMap((text) => (typeof text === 'string' ? [] : text.name));
}
