import type { WallClock } from './since-stamp.ts';
import { escapeTerminal, isPlain, textWidth } from './tab-aligned.ts';

export interface Column<Line> {
  readonly name: string;
  /** Shown with `-o wide` only. */
  readonly wide?: boolean;
  /** What it says of an object when it is printed. */
  readonly cell: (line: Line, clock: WallClock) => string;
  /** What its cell follows from: at one moment, lines with the same of it have the same cell. Without it each may have its own. */
  readonly from?: (line: Line) => unknown;
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

/** A text of which each line is made when it is asked for. None of them ends in a line break; the text ends in one. */
export interface Lines {
  readonly count: number;
  readonly line: (at: number) => string;
}

/** What the printer prints first, line by line: only how wide the columns are is known of all of it. '' of no lines. */
export function linesOfTable<Line>(columns: readonly Column<Line>[], wide: boolean, lines: readonly Line[], clock: WallClock): Lines {
  if (lines.length === 0) return { count: 0, line: () => '' };
  const shown = columns.filter((column) => wide || !column.wide);
  // The last cell of a row is not padded.
  const widths = shown.slice(0, -1).map((column) => Math.max(narrowest, widestIn(column, lines, clock) + gap));
  const row = (texts: readonly string[]) =>
    texts.map((text, at) => text + ' '.repeat(Math.max(0, (widths[at] ?? 0) - textWidth(text)))).join('');
  return {
    count: lines.length + 1,
    line(at) {
      const line = lines[at - 1];
      if (at === 0) return row(shown.map(({ name }) => name.toUpperCase()));
      return line === undefined ? '' : row(shown.map(({ cell }) => shownText(cell(line, clock))));
    },
  };
}

/** The most characters of a cell in a column, its head among them. */
function widestIn<Line>({ name, cell, from }: Column<Line>, lines: readonly Line[], clock: WallClock): number {
  const known = new Set<unknown>();
  let most = name.length;
  for (const line of lines) {
    const isKnown = from !== undefined && isIn(known, from(line));
    if (!isKnown) most = Math.max(most, textWidth(shownText(cell(line, clock))));
  }
  return most;
}

/** Whether it was there; from now on it is. */
function isIn(known: Set<unknown>, value: unknown): boolean {
  return known.has(value) || !known.add(value);
}

/** What stands in a column, from the top. */
interface Cells {
  readonly texts: readonly string[];
  /** The different ones of them, where they are few: then each is looked at and padded once. */
  readonly few: ReadonlySet<string> | undefined;
  readonly widthOf: (text: string) => number;
  /** The most characters of a cell. */
  readonly widest: number;
}

const mostFew = 200;

function cellsOf<Line>(head: readonly string[], lines: readonly Line[], cell: (line: Line) => string): Cells {
  const texts = [...head];
  for (const line of lines) texts.push(cell(line));
  const few = fewOf(texts);
  // In nearly all tables a cell is as wide as its text is long, which is known sooner.
  if (every(few ?? texts, isPlain)) return { texts, few, widthOf: lengthOf, widest: widestOf(few ?? texts, lengthOf) };
  const shown = texts.map(shownText);
  return { texts: shown, few: fewOf(shown), widthOf: textWidth, widest: widestOf(shown, textWidth) };
}

function fewOf(texts: readonly string[]): ReadonlySet<string> | undefined {
  const few = new Set<string>();
  let last: string | undefined;
  for (const text of texts) {
    if (text !== last) few.add(text);
    if (few.size > mostFew) return undefined;
    last = text;
  }
  return few;
}

function every(texts: Iterable<string>, holds: (text: string) => boolean): boolean {
  for (const text of texts) if (!holds(text)) return false;
  return true;
}

function widestOf(texts: Iterable<string>, widthOf: (text: string) => number): number {
  let most = 0;
  for (const text of texts) most = Math.max(most, widthOf(text));
  return most;
}

function lengthOf({ length }: string): number {
  return length;
}

/** A cell ends at its first line break. */
function shownText(written: string): string {
  if (isPlain(written)) return written;
  const end = written.search(/[\f\n\r]/);
  return escapeTerminal(end < 0 ? written : `${written.slice(0, end)}...`);
}

/** But the last cell of a row, each is as wide as its column. */
function inRows(columns: readonly Cells[], widths: readonly number[]): string {
  const written = columns.map((cells, at) => inPieces(cells, at === columns.length - 1 ? undefined : widths[at]));
  const each = written.reduce((sum, { length }) => sum + length, 1);
  // Of a large table very many pieces: where each belongs is known, and they are joined once.
  const pieces: string[] = new Array(each * (columns[0]?.texts.length ?? 0)).fill('\n');
  let place = 0;
  for (const column of written) {
    for (const [at, piece] of column.entries())
      for (let row = 0; row < piece.length; row++) pieces[each * row + place + at] = piece[row] ?? '';
    place += column.length;
  }
  return pieces.join('');
}

/** What a column's cells are written of, one after the other: their texts as wide as it is, or their texts and then blanks. */
function inPieces({ texts, few, widthOf }: Cells, width: number | undefined): readonly (readonly string[])[] {
  if (width === undefined) return [texts];
  const blanks = Array.from({ length: width + 1 }, (_, length) => ' '.repeat(length));
  if (!few) return [texts, texts.map((text) => blanks[width - widthOf(text)] ?? '')];
  const wide = new Map(Array.from(few, (text) => [text, `${text}${blanks[width - widthOf(text)]}`]));
  return [texts.map((text) => wide.get(text) ?? text)];
}
