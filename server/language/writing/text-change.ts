import type { ManifestBody, Range } from '../../manifest/document.ts';
import { columnOf } from '../../manifest/lines.ts';

/** A stretch of a document's text to be replaced. The new text may have `\n` for its line breaks, whatever the document's are. */
export interface TextChange extends Range {
  readonly text: string;
}

/** A field or an item to be put in: as lines of block YAML that begin at column 0, an item with its dash, and as JSON. */
export interface NewEntry {
  readonly yaml: string;
  readonly json: string;
}

export function applied(text: string, change: TextChange): string {
  return text.slice(0, change.start) + change.text + text.slice(change.end);
}

/** The one stretch in which two texts differ; undefined where they are equal. */
export function difference(before: string, after: string): TextChange | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let rest = 0;
  while (rest < shorter - start && before[before.length - 1 - rest] === after[after.length - 1 - rest]) rest++;
  return { start, end: before.length - rest, text: after.slice(start, after.length - rest) };
}

/** Where what stands in a range ends, without the blanks and line breaks behind it. */
export function endOfText(text: string, { start, end }: Range): number {
  return start + text.slice(start, end).trimEnd().length;
}

/** All lines but the first moved to the right; lines that are empty stay so. */
export function indented(lines: string, columns: number): string {
  return lines.replace(/\n(?=[^\n])/g, `\n${' '.repeat(columns)}`);
}

/** What stands in a range, with its first line at column 0 and the others moved as far to the left; they end with `\n`. */
export function unindented(text: string, range: Range): string {
  const column = columnOf(text, range.start);
  const [first = '', ...rest] = text.slice(range.start, range.end).split(/\r?\n/);
  const moved = rest.map((line) => (line.trim() === '' ? '' : line.slice(Math.min(column, line.search(/[^ ]/)))));
  return [first, ...moved].join('\n');
}

/** Whether an alias outside a range stands for something that begins inside it, and would stand for nothing without it. */
export function isNeededElsewhere({ aliases }: ManifestBody, range: Range): boolean {
  return aliases.some((alias) => isInside(alias.target, range) && !isInside(alias, range));
}

/** Whether an alias in a range stands for something outside of it, which must come before. */
export function needsTheRest({ aliases }: ManifestBody, range: Range): boolean {
  return aliases.some((alias) => isInside(alias, range) && !isInside(alias.target, range));
}

function isInside(one: Range, { start, end }: Range): boolean {
  return start <= one.start && one.start <= end;
}
