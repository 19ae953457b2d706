import type { WrittenCollection, WrittenEntry } from '../../manifest/document.ts';
import { columnOf, endOfLine, startOfLine, startOfNextLine } from '../../manifest/lines.ts';
import { endOfText, indented, type NewEntry, type TextChange } from './text-change.ts';

/** Takes an entry out that is not the only one of its map or list, with the lines that it stands on. */
export function removeFromBlock(text: string, within: WrittenCollection, index: number): TextChange | undefined {
  const start = beginning(text, within, index);
  const entry = within.entries[index];
  if (start === undefined || !entry) return undefined;
  const end = endOfText(text, entry);
  if (isFirstOfLine(text, start)) return { start: startOfLine(text, start), end: startOfNextLine(text, end), text: '' };
  // The first behind a dash: what comes next takes its place.
  const gap = /^[^\n]*\n\s*/.exec(text.slice(end))?.[0];
  return gap === undefined ? undefined : { start, end: end + gap.length, text: '' };
}

/** Puts an entry before the first one of a map or list, and before the comment lines above that. */
export function insertIntoBlock(text: string, within: WrittenCollection, { yaml }: NewEntry): TextChange | undefined {
  const first = beginning(text, within, 0);
  if (first === undefined) return undefined;
  const column = columnOf(text, first);
  const pad = ' '.repeat(column);
  if (!isFirstOfLine(text, first)) return insertion(first, `${indented(yaml, column)}\n${pad}`);
  const line = isRoot(text, within) ? startOfLine(text, first) : aboveComments(text, startOfLine(text, first), column);
  return insertion(line, `${pad}${indented(yaml, column)}\n`);
}

/** Writes text as the value of an entry, in place of what is there or of nothing. */
export function writeBlockValue(text: string, entry: WrittenEntry, value: string): TextChange | undefined {
  const behind = behindSign(text, entry);
  if (behind === undefined || !entry.value) return undefined;
  const gap = text.slice(behind, entry.value.start);
  if (entry.value.start === entry.value.end) return isOnlyComment(gap) ? insertion(behind, ` ${value}`) : undefined;
  const end = endOfText(text, entry.value);
  const stays = !entry.key || !gap.includes('\n');
  if (stays || !isOnlyComment(gap)) return standsInside(text, entry) ? { start: entry.value.start, end, text: value } : undefined;
  // What stood on lines of its own goes behind its key, before the comment that may stand there.
  return { start: behind, end, text: ` ${value}${gap.trimEnd()}` };
}

/** Writes lines, which begin at column 0, as the value of an entry that has nothing, null, `{}` or `[]`. */
export function fillBlockValue(text: string, entry: WrittenEntry, yaml: string): TextChange | undefined {
  const behind = behindSign(text, entry);
  if (behind === undefined || !entry.value) return undefined;
  const { start, end } = entry.value;
  const isWritten = start < end;
  const gap = isWritten ? text.slice(behind, start) : '';
  const lineEnd = endOfLine(text, isWritten ? end : behind);
  const comment = text.slice(isWritten ? end : behind, lineEnd).trimEnd();
  if (!isOnlyComment(gap) || !isOnlyComment(comment)) return undefined;
  if (gap.includes('\n')) return standsInside(text, entry) ? { start, end, text: indented(yaml, columnOf(text, start)) } : undefined;
  const column = columnOf(text, entry.key ? entry.key.start : behind - 1) + 2;
  const lines = indented(yaml, column);
  const goesOn = !entry.key && comment === '';
  return { start: behind, end: lineEnd, text: goesOn ? ` ${lines}` : `${comment}\n${' '.repeat(column)}${lines}` };
}

function insertion(at: number, text: string): TextChange {
  return { start: at, end: at, text };
}

/** Where an entry begins, at its key or its dash; undefined where more stands before it than blanks and dashes. */
function beginning(text: string, within: WrittenCollection, index: number): number | undefined {
  const entry = within.entries[index];
  if (!entry) return undefined;
  const start = within.kind === 'mapping' ? entry.start : dashOf(text, within, index);
  return start !== undefined && /^ *(?:- +)*$/.test(text.slice(startOfLine(text, start), start)) ? start : undefined;
}

/** Between the item before and its own value: the first sign of a line. */
function dashOf(text: string, { start, entries }: WrittenCollection, index: number): number | undefined {
  if (index === 0) return start;
  const from = entries[index - 1]?.end ?? start;
  const gap = /^ *(?=-)/m.exec(text.slice(from, entries[index]?.start));
  return gap ? from + gap.index + gap[0].length : undefined;
}

/** The offset behind an entry's colon or dash. */
function behindSign(text: string, { key, within, index }: WrittenEntry): number | undefined {
  if (!key) {
    const dash = within.kind === 'sequence' ? dashOf(text, within, index) : undefined;
    return dash === undefined ? undefined : dash + 1;
  }
  const colon = /^\s*:/.exec(text.slice(key.end));
  return colon ? key.end + colon[0].length : undefined;
}

function isFirstOfLine(text: string, offset: number): boolean {
  return text.slice(startOfLine(text, offset), offset).trim() === '';
}

/** Blanks and comments, and neither an anchor nor a tag. */
function isOnlyComment(gap: string): boolean {
  return gap.replace(/(^|\s)#.*$/gm, '').trim() === '';
}

/** Whether a value stands right of its key or dash, where anything may stand. */
function standsInside(text: string, { key, value }: WrittenEntry): boolean {
  return value !== undefined && (!key || columnOf(text, value.start) > columnOf(text, key.start));
}

/** A map inside another, or in a list, begins right of it. */
function isRoot(text: string, { kind, start }: WrittenCollection): boolean {
  return kind === 'mapping' && columnOf(text, start) === 0;
}

/** The first of the comment lines of that column which stand right above a line; the line itself where there are none. */
function aboveComments(text: string, line: number, column: number): number {
  const above = startOfLine(text, line - 1);
  const isComment = line > 0 && text.slice(above, line).startsWith(`${' '.repeat(column)}#`);
  return isComment ? aboveComments(text, above, column) : line;
}
