import type { WallClock } from './since-stamp.ts';
import { escapeTerminal, isPlain, textWidth } from './tab-aligned.ts';

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
    const lines = rows.map(({ event, line, clock }) => {
      const cells = shown.map(({ cell }) => cellOf(cell(line, clock)));
      return event ? [cellOf(event.padEnd('MODIFIED'.length)), ...cells] : cells;
    });
    if (!headed && rows.length) {
      const names = shown.map(({ name }) => name.toUpperCase());
      lines.unshift((rows[0]?.event ? ['EVENT', ...names] : names).map((name) => cellOf(name)));
      headed = true;
    }
    for (const cells of lines) {
      cells.forEach(({ width }, at) => {
        widths[at] = Math.max(narrowest, widths[at] ?? 0, width + gap);
      });
    }
    return lines.map((cells) => lineOf(cells, widths)).join('');
  };
}
/** But the last cell, each is as wide as its column. A width counts characters, a string's length may be more. */
function lineOf(cells: readonly Cell[], widths: readonly number[]): string {
  const last = cells.length - 1;
  return `${cells.reduce((line, { text, width }, at) => line + (at < last ? text.padEnd((widths[at] ?? 0) + text.length - width) : text), '')}\n`;
}

interface Cell {
  readonly text: string;
  /** In characters. */
  readonly width: number;
}

/** A cell ends at its first line break. */
function cellOf(written: string): Cell {
  if (isPlain(written)) return { text: written, width: written.length };
  const end = written.search(/[\f\n\r]/);
  const text = escapeTerminal(end < 0 ? written : `${written.slice(0, end)}...`);
  return { text, width: textWidth(text) };
}
