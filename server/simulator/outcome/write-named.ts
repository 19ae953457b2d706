import type { Skipped } from '../engine/skipped.ts';
import { type NameKind, type NamelessText, valueLater } from '../objects/text.ts';
import { differencesOf } from '../run/columns.ts';
import type { NamedColumns } from '../run/run.ts';
import { kindsOf, type Named } from '../watch/named.ts';

/** The names that texts leave out, as a run writes them. */
export interface NamesWriter {
  readonly columns: NamedColumns;
  /** Those of a row, whose step is at that place. */
  write(row: number, step: number, by: Skipped): void;
}

/** `texts` by step. */
export function createNamesWriter({ from, values }: Named, texts: readonly (readonly NamelessText[])[]): NamesWriter {
  const written = new Map<NameKind, number[]>();
  const kinds = texts.map(kindsOf);
  return {
    get columns() {
      const columns: { -readonly [Kind in NameKind]?: NamedColumns[Kind] } = {};
      for (const [kind, column] of written) columns[kind] = differencesOf(column);
      return columns;
    },
    write(row, step, by) {
      let place = from[row] ?? 0;
      for (const kind of kinds[step] ?? []) {
        const column = written.get(kind) ?? [];
        column.push(valueLater(kind, values[place++] ?? 0, by));
        written.set(kind, column);
      }
    },
  };
}
