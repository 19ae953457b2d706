/** Lines of a text by offsets in UTF-16 units; a line ends with \n, before which a \r may stand. */

/** Where the line that holds an offset begins. */
export function startOfLine(text: string, offset: number): number {
  return offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the line that holds an offset ends, before its line break. */
export function endOfLine(text: string, offset: number): number {
  const lineFeed = text.indexOf('\n', offset);
  const end = lineFeed < 0 ? text.length : lineFeed;
  return end > offset && lineFeed >= 0 && text[end - 1] === '\r' ? end - 1 : end;
}

/** Where the line after it begins; the end of the text where there is none. */
export function startOfNextLine(text: string, offset: number): number {
  const lineFeed = text.indexOf('\n', offset);
  return lineFeed < 0 ? text.length : lineFeed + 1;
}

/** How far an offset is from the beginning of its line. */
export function columnOf(text: string, offset: number): number {
  return offset - startOfLine(text, offset);
}

/** The lines of a text, each with its line break; the last may have none. */
export function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** What ends the lines of a text: `\r\n` where one of them ends so. */
export function lineBreakOf(text: string): '\n' | '\r\n' {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** A text with lines, counted from 0, the last included, so many blanks further right, or left below 0 as far as they can go. */
export function withLinesMoved(
  text: string,
  { first, last, by }: { readonly first: number; readonly last: number; readonly by: number },
): string {
  const indent = (line: string) => line.length - line.trimStart().length;
  const move = (line: string) => (by > 0 ? `${' '.repeat(by)}${line}` : line.slice(Math.min(-by, indent(line))));
  return text
    .split('\n')
    .map((line, at) => (at < first || at > last || line.trim() === '' ? line : move(line)))
    .join('\n');
}
