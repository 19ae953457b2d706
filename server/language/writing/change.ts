import type { ManifestBody, Range } from '../../manifest/document.ts';

/** A stretch of a document's text to be replaced. The new text has `\n` for its line breaks, whatever the document's are. */
export interface Change extends Range {
  readonly text: string;
}

/** A field to be put in: as lines of block YAML that begin at column 0, and as JSON. */
export interface NewField {
  readonly yaml: string;
  readonly json: string;
}

/** Where what stands in a range ends, without the blanks and line breaks behind it. */
export function endOfText(text: string, { start, end }: Range): number {
  return start + text.slice(start, end).trimEnd().length;
}

/** All lines but the first moved to the right; lines that are empty stay so. */
export function indented(lines: string, columns: number): string {
  return lines.replace(/\n(?=[^\n])/g, `\n${' '.repeat(columns)}`);
}

/** Whether an alias outside a range stands for something that begins inside it, and would stand for nothing without it. */
export function isNeededElsewhere({ aliases }: ManifestBody, { start, end }: Range): boolean {
  const isInside = (offset: number) => start <= offset && offset <= end;
  return aliases.some((alias) => isInside(alias.target.start) && !isInside(alias.start));
}
