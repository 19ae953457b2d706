import { type WrittenLine, writtenLines } from './written-lines.ts';

/** A run of whole lines that is YAML by itself, if it is well written. */
export interface Piece {
  readonly start: number;
  readonly end: number;
}

/** So many characters are read again for each fault, and a little more. */
const size = 20_000;

interface Cutting {
  readonly begins: readonly number[];
  readonly start: number;
  /** Of the first line of the piece. */
  readonly indent: number;
  readonly isItem: boolean;
  /** What ends a text or list that goes on over several lines; empty outside such. */
  readonly closes: string;
}

/**
 * Cuts a large text into pieces, so that of a fault only what is around it is read again. A piece ends where a line is indented less
 * than its first one, and never within text or brackets of several lines. What others refer to by anchors stays whole.
 */
export function piecesOf(text: string): readonly Piece[] {
  if (text.length <= 2 * size || /(?:^|[\s[{,])&\w/.test(text)) return [{ start: 0, end: text.length }];
  const none: Cutting = { begins: [0], start: 0, indent: 0, isItem: false, closes: '' };
  const { begins } = writtenLines(text)
    .filter(({ kind }) => kind === 'entry')
    .reduce(cut, none);
  return begins.map((start, index) => ({ start, end: begins[index + 1] ?? text.length }));
}

function cut(cutting: Cutting, line: WrittenLine): Cutting {
  if (cutting.closes !== '') return line.content.text.endsWith(cutting.closes) ? { ...cutting, closes: '' } : cutting;
  const closes = closesLater(line);
  const isItem = line.dashes.length > 0;
  const isLeft = line.indent < cutting.indent || (line.indent === cutting.indent && cutting.isItem && !isItem);
  const isLong = line.start - cutting.start >= size;
  if (!(isLeft || isLong) || !(isItem || line.key)) return { ...cutting, closes };
  return { begins: [...cutting.begins, line.start], start: line.start, indent: line.indent, isItem, closes };
}

/** What a value that begins with a quote or a bracket ends with, where it does not end in its line. */
function closesLater({ value }: WrittenLine): string {
  const opens = value?.text.charAt(0) ?? '';
  const closes = closing[opens];
  return value === undefined || closes === undefined || (value.text.length > 1 && value.text.endsWith(closes)) ? '' : closes;
}

const closing: Readonly<Record<string, string>> = { '"': '"', "'": "'", '[': ']', '{': '}' };
