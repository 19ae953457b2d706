import {
  apostrophe,
  backslash,
  bar,
  carriageReturn,
  closeBrace,
  closeBracket,
  colon,
  comma,
  dash,
  hash,
  isBlank,
  isLineBreak,
  lineAfter,
  lineFeed,
  openBrace,
  openBracket,
  question,
  quote,
  space,
  type TextCursor,
} from './text-cursor.ts';
import type { Node, ScalarNode } from './tree.ts';

/** A value whose line is not read to its end yet. */
export type Unclosed<T extends Node> = Omit<T, 'outerEnd'> & { outerEnd: number };

/** `!`, `%`, `&`, `*`, `>`, `@` and the backtick, which begin what is not plain; `#`, `,` and what closes brackets as well. */
const reserved = new Set([33, 35, 37, 38, 42, 44, 62, 64, 93, 96, 125]);

export function scalar(text: string, style: ScalarNode['style'], start: number, end: number): Unclosed<ScalarNode> {
  return { kind: 'scalar', text, style, tag: undefined, anchor: undefined, start, end, outerEnd: end };
}

/** One that is written in one line; undefined for any other. Between brackets a plain one ends at commas and brackets as well. */
export function readScalar(cursor: TextCursor, inFlow: boolean): Unclosed<ScalarNode> | undefined {
  const first = cursor.text.charCodeAt(cursor.at);
  if (first === quote) return readDoubleQuoted(cursor);
  if (first === apostrophe) return readSingleQuoted(cursor);
  return readPlain(cursor, inFlow);
}

function endsPlain(cursor: TextCursor, offset: number, inFlow: boolean): boolean {
  return isBlank(cursor, offset) || (inFlow && isFlowIndicator(cursor.text.charCodeAt(offset)));
}

/** Up to `: `, ` #` or the line's end; between brackets up to a comma or a bracket as well. */
function readPlain(cursor: TextCursor, inFlow: boolean): Unclosed<ScalarNode> | undefined {
  const start = cursor.at;
  const first = cursor.text.charCodeAt(cursor.at);
  if (reserved.has(first) || first === openBracket || first === openBrace || first === bar) return undefined;
  if (first === question || first === colon || (first === dash && endsPlain(cursor, cursor.at + 1, inFlow))) return undefined;
  let end = cursor.at;
  for (; cursor.at < cursor.text.length; cursor.at++) {
    const character = cursor.text.charCodeAt(cursor.at);
    if (character === space) continue;
    if (isLineBreak(character)) break;
    if (character === colon && endsPlain(cursor, cursor.at + 1, inFlow)) break;
    if (character === hash && cursor.text.charCodeAt(cursor.at - 1) === space) break;
    if (inFlow && isFlowIndicator(character)) break;
    end = cursor.at + 1;
  }
  cursor.at = end;
  return end > start ? scalar(cursor.text.slice(start, end), 'plain', start, end) : undefined;
}

function readSingleQuoted(cursor: TextCursor): Unclosed<ScalarNode> | undefined {
  const start = cursor.at;
  for (cursor.at++; cursor.at < cursor.text.length; cursor.at++) {
    const character = cursor.text.charCodeAt(cursor.at);
    if (isLineBreak(character)) return undefined;
    if (character !== apostrophe) continue;
    if (cursor.text.charCodeAt(cursor.at + 1) !== apostrophe) {
      cursor.at++;
      return scalar(cursor.text.slice(start + 1, cursor.at - 1).replaceAll("''", "'"), 'single-quoted', start, cursor.at);
    }
    cursor.at++;
  }
  return undefined;
}

function readDoubleQuoted(cursor: TextCursor): Unclosed<ScalarNode> | undefined {
  const start = cursor.at;
  for (cursor.at++; cursor.at < cursor.text.length; cursor.at++) {
    const character = cursor.text.charCodeAt(cursor.at);
    if (isLineBreak(character) || character === backslash) return undefined;
    if (character === quote) {
      cursor.at++;
      return scalar(cursor.text.slice(start + 1, cursor.at - 1), 'double-quoted', start, cursor.at);
    }
  }
  return undefined;
}

/** `|`, `|-` or `|+` with at least one line of text. */
export function readLiteral(cursor: TextCursor, parent: number): ScalarNode | undefined {
  const start = cursor.at;
  const chomping = readLiteralHeader(cursor);
  const indent = spacesAt(cursor);
  if (chomping === undefined || indent <= parent) return undefined;
  const lines: string[] = [];
  /** How many lines there are up to the last that is not empty, and where that ends. */
  let [kept, end] = [0, cursor.at];
  while (cursor.at < cursor.text.length) {
    const next = lineAfter(cursor);
    const stop = textEnd(cursor.text, cursor.at, next);
    const place = placeOfLine(spacesAt(cursor), stop - cursor.at, indent, parent);
    if (place === 'unusual' || (place === 'empty' && lines.length === 0)) return undefined;
    if (place === 'behind') break;
    lines.push(cursor.text.slice(cursor.at + indent, stop));
    cursor.at = next;
    if (place === 'text') [kept, end] = [lines.length, next];
  }
  if (kept === 0 || (chomping === '+' && kept < lines.length)) return undefined;
  cursor.at = end;
  const body = lines.slice(0, kept).join('\n');
  return scalar(chomping === '-' ? body : `${body}\n`, 'block', start, end);
}

/** The sign behind the bar, or the empty text for none; undefined where more stands there. The cursor goes to the next line. */
function readLiteralHeader(cursor: TextCursor): string | undefined {
  const header = /\|([-+]?)\r?\n/y;
  header.lastIndex = cursor.at;
  const chomping = header.exec(cursor.text)?.[1];
  cursor.at = header.lastIndex;
  return chomping;
}

/** What a line is to a block of text: blanks that are more than its indentation, or less of it than other lines have, are unusual. */
function placeOfLine(spaces: number, length: number, indent: number, parent: number): 'text' | 'empty' | 'behind' | 'unusual' {
  if (spaces >= length) return spaces > indent ? 'unusual' : 'empty';
  if (spaces >= indent) return 'text';
  return spaces > parent ? 'unusual' : 'behind';
}

function spacesAt({ text, at }: TextCursor): number {
  let end = at;
  while (text.charCodeAt(end) === space) end++;
  return end - at;
}

/** The end of a line's text, before its break; `next` is where the line after it begins. */
function textEnd(text: string, from: number, next: number): number {
  let end = next;
  if (end > from && text.charCodeAt(end - 1) === lineFeed) end--;
  return end > from && text.charCodeAt(end - 1) === carriageReturn ? end - 1 : end;
}

function isFlowIndicator(character: number): boolean {
  return (
    character === comma || character === openBracket || character === closeBracket || character === openBrace || character === closeBrace
  );
}
