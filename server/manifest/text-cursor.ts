import { startOfNextLine } from './lines.ts';

/** A place in a text that moves on as the text is read; lines end with \n or \r\n. */
export interface TextCursor {
  readonly text: string;
  at: number;
}

/** Character codes, named as YAML and others name the characters. */
export const [lineFeed, carriageReturn, space, quote, hash, apostrophe, comma, dash] = [10, 13, 32, 34, 35, 39, 44, 45] as const;
export const [colon, question, openBracket, backslash, closeBracket, openBrace, bar, closeBrace] = [
  58, 63, 91, 92, 93, 123, 124, 125,
] as const;

export function isLineBreak(character: number): boolean {
  return character === lineFeed || character === carriageReturn;
}

/** Whether a space, a line break or the end stands there. */
export function isBlank({ text }: TextCursor, offset: number): boolean {
  const character = text.charCodeAt(offset);
  return character === space || isLineBreak(character) || offset >= text.length;
}

export function skipSpaces(cursor: TextCursor): void {
  while (cursor.text.charCodeAt(cursor.at) === space) cursor.at++;
}

/** Goes to the next line's first character that is neither blank nor comment; answers its column, or -1 at the end. */
export function nextLine(cursor: TextCursor): number {
  const { text } = cursor;
  while (cursor.at < text.length) {
    const lineStart = cursor.at;
    skipSpaces(cursor);
    const first = text.charCodeAt(cursor.at);
    if (cursor.at >= text.length) return -1;
    if (!isLineBreak(first) && first !== hash) return cursor.at - lineStart;
    cursor.at = lineAfter(cursor);
  }
  return -1;
}

/** Where the line after the cursor's begins; the end where there is none. */
export function lineAfter({ text, at }: TextCursor): number {
  return startOfNextLine(text, at);
}
