/** A place in a text, as the library counts: characters, not UTF-16 units, and line breaks of five kinds. */
export interface Cursor {
  readonly text: string;
  /** In UTF-16 units. */
  offset: number;
  line: number;
  column: number;
  /** Characters before it. */
  index: number;
}

export function cursorAt(text: string): Cursor {
  return { text, offset: text.startsWith('\ufeff') ? 1 : 0, line: 0, column: 0, index: 0 };
}

/** The character so many units further on; empty at the end. */
export function look({ text, offset }: Cursor, ahead = 0): string {
  return text.charAt(offset + ahead);
}

export function isBreak(character: string): boolean {
  return character === '\n' || character === '\r' || character === '\u0085' || character === '\u2028' || character === '\u2029';
}

export function isBlank(character: string): boolean {
  return character === ' ' || character === '\t';
}

/** A line break, or the end of the text. */
export function isBreakOrEnd(character: string): boolean {
  return character === '' || isBreak(character);
}

export function isBlankOrEnd(character: string): boolean {
  return isBlank(character) || isBreakOrEnd(character);
}

/** Of names of anchors, handles of tags and directives. */
function isNameSign(character: string): boolean {
  return /^[\w-]$/.test(character);
}

export function skip(cursor: Cursor, characters = 1): void {
  for (let count = 0; count < characters; count++) {
    cursor.offset += (cursor.text.codePointAt(cursor.offset) ?? 0) > 0xffff ? 2 : 1;
    cursor.index++;
    cursor.column++;
  }
}

export function skipBreak(cursor: Cursor): void {
  const units = look(cursor) === '\r' && look(cursor, 1) === '\n' ? 2 : 1;
  cursor.offset += units;
  cursor.index += units;
  cursor.column = 0;
  cursor.line++;
}

/** A name, which may be empty. */
export function skipName(cursor: Cursor): string {
  const start = cursor.offset;
  while (isNameSign(look(cursor))) skip(cursor);
  return cursor.text.slice(start, cursor.offset);
}

export function skipBlanks(cursor: Cursor): void {
  while (isBlank(look(cursor))) skip(cursor);
}

export function skipComment(cursor: Cursor): void {
  if (look(cursor) === '#') while (!isBreakOrEnd(look(cursor))) skip(cursor);
}

/** Whether a line begins here with `---` or `...` and nothing of a word behind it. */
export function isDocumentSign(cursor: Cursor, sign: '---' | '...'): boolean {
  return cursor.column === 0 && cursor.text.startsWith(sign, cursor.offset) && isBlankOrEnd(look(cursor, 3));
}
