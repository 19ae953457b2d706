import { withoutUnseen } from '../../unicode/unseen.ts';

/**
 * Lines whose cells end in tabs, with the tabs turned into spaces so that columns align: Go's text/tabwriter with
 * minwidth 0 and the given padding. Consecutive lines that have a cell at a position form a column; the text after a
 * line's last tab is in no column.
 */
export function tabAligned(lines: readonly string[], padding = 2): string {
  const rows = lines.map((line) => escapeTerminal(line).split('\t'));
  const widths = rows.map((): number[] => []);
  const columns = largest(rows.map((cells) => cells.length - 1));
  for (let column = 0; column < columns; column++) {
    for (let from = 0; from < rows.length; ) {
      const to = columnEnd(rows, column, from);
      const width = largest(rows.slice(from, to).map((cells) => textWidth(cells[column] ?? ''))) + padding;
      for (const line of widths.slice(from, to)) line.push(width);
      from = Math.max(to, from + 1);
    }
  }
  return rows.map((cells, row) => `${cells.map((cell, at) => padded(cell, widths[row]?.[at])).join('')}\n`).join('');
}

/** 0 where there are none. A call with each as an argument would end at a hundred thousand of them. */
function largest(numbers: readonly number[]): number {
  return numbers.reduce((most, one) => Math.max(most, one), 0);
}

/** Text of which every character is one letter wide and shows as it is; nearly all text is. */
export function isPlain(text: string): boolean {
  return /^[ -~]*$/.test(text);
}

/**
 * Text as terminals may show it: escape and carriage return made visible, as kubectl does (cli-runtime, printers/terminal.go,
 * 1.37), and beyond that whatever else would move a terminal or turn letters round.
 */
export function escapeTerminal(text: string): string {
  if (isPlain(text)) return text;
  return withoutUnseen(text.replaceAll('\x1b', '^[').replaceAll('\r', '\\r').replace(unprintable, escaped), escaped);
}

/** But tabs and line breaks, which divide cells and lines. */
const unprintable = /(?![\t\n])\p{Cc}/gu;

function escaped(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\U${code.padStart(8, '0')}` : `\\u${code.padStart(4, '0')}`;
}

/** How many characters a text has, as Go counts them. */
export function textWidth(text: string): number {
  if (isPlain(text)) return text.length;
  let width = 0;
  for (const _ of text) width++;
  return width;
}

function padded(text: string, width = 0): string {
  return isPlain(text) ? text.padEnd(width) : text + ' '.repeat(Math.max(0, width - textWidth(text)));
}

function columnEnd(rows: readonly (readonly string[])[], column: number, from: number): number {
  let to = from;
  while (to < rows.length && (rows[to]?.length ?? 0) - 1 > column) to++;
  return to;
}
