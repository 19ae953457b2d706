import type { WallClock } from './since-stamp.ts';
import { escapeTerminal, isPlain, textWidth } from './tab-aligned.ts';

export interface Column<Line> {
  readonly name: string;
  /** Shown with `-o wide` only. */
  readonly wide?: boolean;
  /** What it says of an object when it is printed. */
  readonly cell: (line: Line, clock: WallClock) => string;
}

/** What is printed in one go. */
export interface TableRows<Line> {
  readonly lines: readonly Line[];
  readonly clock: WallClock;
  /** Only with `--output-watch-events`. */
  readonly event?: 'ADDED' | 'MODIFIED' | 'DELETED' | undefined;
}

const narrowest = 6;
const gap = 3;

/**
 * Prints tables as `kubectl get` does: cells three spaces apart, columns at least six wide. What is printed in one go
 * is aligned; widths are remembered and only grow, so that with `--watch` a wider cell moves only the rows after it.
 */
export function createTablePrinter<Line>(columns: readonly Column<Line>[], wide: boolean): (rows: TableRows<Line>) => string {
  const shown = columns.filter((column) => wide || !column.wide);
  const widths: number[] = [];
  let headed = false;
  return ({ lines, clock, event }) => {
    if (lines.length === 0) return '';
    const cells = shown.map(({ name, cell }) => cellsOf(headed ? [] : [name.toUpperCase()], lines, (line) => cell(line, clock)));
    if (event) cells.unshift(cellsOf(headed ? [] : ['EVENT'], lines, () => event.padEnd('MODIFIED'.length)));
    headed = true;
    for (const [at, { widest }] of cells.entries()) widths[at] = Math.max(narrowest, widths[at] ?? 0, widest + gap);
    return inRows(cells, widths);
  };
}

/** What stands in a column, from the top. */
interface Cells {
  readonly texts: readonly string[];
  readonly widthOf: (text: string) => number;
  /** The most characters of a cell. */
  readonly widest: number;
}

function cellsOf<Line>(head: readonly string[], lines: readonly Line[], cell: (line: Line) => string): Cells {
  const texts = [...head];
  for (const line of lines) texts.push(cell(line));
  // In nearly all tables a cell is as wide as its text is long, which is known sooner.
  const [shown, widthOf] = texts.every(isPlain) ? [texts, lengthOf] : [texts.map(shownText), textWidth];
  return { texts: shown, widthOf, widest: shown.reduce((most, text) => Math.max(most, widthOf(text)), 0) };
}

function lengthOf({ length }: string): number {
  return length;
}

/** A cell ends at its first line break. */
function shownText(written: string): string {
  const end = written.search(/[\f\n\r]/);
  return escapeTerminal(end < 0 ? written : `${written.slice(0, end)}...`);
}

/** But the last cell of a row, each is as wide as its column. */
function inRows(columns: readonly Cells[], widths: readonly number[]): string {
  const blanks = Array.from({ length: Math.max(...widths) }, (_, length) => ' '.repeat(length));
  const each = 2 * columns.length;
  // Of a large table very many pieces: where each belongs is known, and they are joined once.
  const pieces: string[] = new Array(each * (columns[0]?.texts.length ?? 0)).fill('\n');
  for (const [at, { texts, widthOf }] of columns.entries()) {
    const width = widths[at] ?? 0;
    const isLast = at === columns.length - 1;
    for (let row = 0; row < texts.length; row++) {
      const text = texts[row] ?? '';
      const place = each * row + 2 * at;
      pieces[place] = text;
      if (!isLast) pieces[place + 1] = blanks[width - widthOf(text)] ?? '';
    }
  }
  return pieces.join('');
}
