import type { WallClock } from './since-stamp.ts';
import { escapeTerminal, isPlain, padded, textWidth } from './tab-aligned.ts';

export interface Column<Line> {
  readonly name: string;
  /** Shown with `-o wide` only. */
  readonly wide?: boolean;
  /** What it says of an object when it is printed. */
  readonly cell: (line: Line, clock: WallClock) => string;
}

/** One row to print, as it is at its time. */
export interface TableRow<Line> {
  /** Only with `--output-watch-events`. */
  readonly event?: 'ADDED' | 'MODIFIED' | 'DELETED' | undefined;
  readonly line: Line;
  readonly clock: WallClock;
}

const narrowest = 6;
const gap = 3;

/**
 * Prints tables as `kubectl get` does: cells three spaces apart, columns at least six wide. What is printed in one go
 * is aligned; widths are remembered and only grow, so that with `--watch` a wider cell moves only the rows after it.
 */
export function createTablePrinter<Line>(columns: readonly Column<Line>[], wide: boolean): (rows: readonly TableRow<Line>[]) => string {
  const shown = columns.filter((column) => wide || !column.wide);
  const widths: number[] = [];
  let headed = false;
  return (rows) => {
    const lines = rows.map(({ event, line, clock }) => [
      ...(event ? [event.padEnd('MODIFIED'.length)] : []),
      ...shown.map(({ cell }) => oneLine(cell(line, clock))),
    ]);
    if (!headed && rows.length) {
      const names = shown.map(({ name }) => name.toUpperCase());
      lines.unshift(rows[0]?.event ? ['EVENT', ...names] : names);
      headed = true;
    }
    for (const cells of lines) {
      cells.forEach((cell, at) => {
        widths[at] = Math.max(narrowest, widths[at] ?? 0, textWidth(cell) + gap);
      });
    }
    return lines
      .map((cells) => `${cells.map((cell, at) => (at < cells.length - 1 ? padded(cell, widths[at]) : cell)).join('')}\n`)
      .join('');
  };
}

/** A cell ends at its first line break. */
function oneLine(text: string): string {
  if (isPlain(text)) return text;
  const end = text.search(/[\f\n\r]/);
  return escapeTerminal(end < 0 ? text : `${text.slice(0, end)}...`);
}
