import {
  type Cursor,
  isBlank,
  isBlankOrEnd,
  isBreak,
  isBreakOrEnd,
  isDocumentSign,
  look,
  skip,
  skipBlanks,
  skipBreak,
  skipComment,
} from './cursor.ts';
import { Refusal } from './refusal.ts';

/** How deep the scalar stands: the column of the block around it, -1 outside of all, and how many brackets are open. */
interface Surroundings {
  readonly indent: number;
  readonly flowLevel: number;
}

/** Text without quotes (yaml_parser_scan_plain_scalar). Whether a line break stands behind it. */
export function skipPlain(cursor: Cursor, { indent, flowLevel }: Surroundings): boolean {
  let brokenLine = false;
  while (!isDocumentSign(cursor, '---') && !isDocumentSign(cursor, '...') && look(cursor) !== '#') {
    while (!isBlankOrEnd(look(cursor)) && !endsPlain(cursor, flowLevel)) {
      skip(cursor);
      brokenLine = false;
    }
    if (look(cursor) === '' || !isBlankOrEnd(look(cursor))) break;
    while (look(cursor) !== '' && isBlankOrEnd(look(cursor))) {
      if (brokenLine && cursor.column <= indent && look(cursor) === '\t') throw new Refusal('tab', cursor.offset);
      if (isBreak(look(cursor))) {
        skipBreak(cursor);
        brokenLine = true;
      } else skip(cursor);
    }
    if (flowLevel === 0 && cursor.column <= indent) break;
  }
  return brokenLine;
}

function endsPlain(cursor: Cursor, flowLevel: number): boolean {
  const character = look(cursor);
  return (character === ':' && isBlankOrEnd(look(cursor, 1))) || (flowLevel > 0 && /[,?[\]{}]/.test(character));
}

/** Text in quotes (yaml_parser_scan_flow_scalar). */
export function skipQuoted(cursor: Cursor): void {
  const start = cursor.offset;
  const quote = look(cursor);
  skip(cursor);
  for (;;) {
    if (isDocumentSign(cursor, '---') || isDocumentSign(cursor, '...') || look(cursor) === '') throw new Refusal('closing-quote', start);
    skipQuotedWord(cursor, quote);
    if (look(cursor) === quote) break;
    while (isBlank(look(cursor)) || isBreak(look(cursor))) {
      if (isBreak(look(cursor))) skipBreak(cursor);
      else skip(cursor);
    }
  }
  skip(cursor);
}

/** Up to a blank, an escaped line break or the quote that ends it all. */
function skipQuotedWord(cursor: Cursor, quote: string): void {
  while (!isBlankOrEnd(look(cursor))) {
    if (look(cursor) === quote && !(quote === "'" && look(cursor, 1) === "'")) return;
    if (look(cursor) === quote) skip(cursor, 2);
    else if (quote === '"' && look(cursor) === '\\') {
      if (skipEscape(cursor)) return;
    } else skip(cursor);
  }
}

const digitsOf: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** Whether it was a line break that was escaped. */
function skipEscape(cursor: Cursor): boolean {
  const sign = look(cursor, 1);
  if (isBreak(sign)) {
    skip(cursor);
    skipBreak(cursor);
    return true;
  }
  const start = cursor.offset;
  const length = digitsOf[sign] ?? 0;
  if (length === 0 && !/^[0abt\tnvfre "'\\N_LP]$/.test(sign)) throw new Refusal('escape', start);
  skip(cursor, 2);
  const digits = cursor.text.slice(cursor.offset, cursor.offset + length);
  const code = Number.parseInt(digits, 16);
  const isCharacter = /^[\da-fA-F]*$/.test(digits) && digits.length === length && !(code >= 0xd800 && code <= 0xdfff) && !(code > 0x10ffff);
  if (!isCharacter) throw new Refusal('escape', start);
  skip(cursor, length);
  return false;
}

/** Text behind | or > (yaml_parser_scan_block_scalar). */
export function skipBlock(cursor: Cursor, { indent: around }: Surroundings): void {
  const start = cursor.offset;
  skip(cursor);
  const [header = ''] = /^(?:[-+]\d?|\d[-+]?)?/.exec(cursor.text.slice(cursor.offset, cursor.offset + 2)) ?? [];
  const increment = Number(/\d/.exec(header)?.[0] ?? Number.NaN);
  if (increment === 0) throw new Refusal('block-header', start);
  skip(cursor, header.length);
  skipBlanks(cursor);
  skipComment(cursor);
  if (!isBreakOrEnd(look(cursor))) throw new Refusal('block-header', start);
  if (isBreak(look(cursor))) skipBreak(cursor);
  const told = Number.isNaN(increment) ? 0 : Math.max(around, 0) + increment;
  const indent = skipBlockBreaks(cursor, told, around);
  while (cursor.column === indent && look(cursor) !== '') {
    while (!isBreakOrEnd(look(cursor))) skip(cursor);
    if (isBreak(look(cursor))) skipBreak(cursor);
    skipBlockBreaks(cursor, indent, around);
  }
}

/** Indentation and empty lines, up to the next line of text. The column in which the text stands; 0 where it is not known yet. */
function skipBlockBreaks(cursor: Cursor, indent: number, around: number): number {
  let deepest = 0;
  for (;;) {
    while ((indent === 0 || cursor.column < indent) && look(cursor) === ' ') skip(cursor);
    deepest = Math.max(deepest, cursor.column);
    if ((indent === 0 || cursor.column < indent) && look(cursor) === '\t') throw new Refusal('tab', cursor.offset);
    if (!isBreak(look(cursor))) break;
    skipBreak(cursor);
  }
  return indent === 0 ? Math.max(deepest, around + 1, 1) : indent;
}
