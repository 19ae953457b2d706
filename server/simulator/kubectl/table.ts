import { escapeTerminal, padded, textWidth } from './tab-aligned.ts';

export interface Column {
  readonly name: string;
  /** Shown with `-o wide` only. */
  readonly wide?: boolean;
}

/** One row to print: a cell for each column, the wide ones included. */
export interface TableRow {
  /** Only with `--output-watch-events`. */
  readonly event?: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly cells: readonly string[];
}

const narrowest = 6;
const gap = 3;

/**
 * Prints tables as `kubectl get` does: cells three spaces apart, columns at least six wide. What is printed in one go
 * is aligned; widths are remembered and only grow, so that with `--watch` a wider cell moves only the rows after it.
 */
export function createTablePrinter(columns: readonly Column[], wide: boolean): (rows: readonly TableRow[]) => string {
  const shown = columns.flatMap((column, at) => (wide || !column.wide ? [at] : []));
  const widths: number[] = [];
  let headed = false;
  return (rows) => {
    const lines = rows.map(({ event, cells }) => [
      ...(event ? [event.padEnd('MODIFIED'.length)] : []),
      ...shown.map((at) => oneLine(cells[at] ?? '')),
    ]);
    if (!headed && rows.length) {
      const names = shown.map((at) => columns[at]?.name.toUpperCase() ?? '');
      lines.unshift(rows[0]?.event ? ['EVENT', ...names] : names);
      headed = true;
    }
    for (const cells of lines)
      for (const [at, cell] of cells.entries()) widths[at] = Math.max(narrowest, widths[at] ?? 0, textWidth(cell) + gap);
    return lines
      .map((cells) => `${cells.map((cell, at) => (at < cells.length - 1 ? padded(cell, widths[at]) : cell)).join('')}\n`)
      .join('');
  };
}

/** A cell ends at its first line break. */
function oneLine(text: string): string {
  const end = text.search(/[\f\n\r]/);
  return escapeTerminal(end < 0 ? text : `${text.slice(0, end)}...`);
}
