import type { Range } from '../../manifest/document.ts';

/** What stands between the blanks and comments of a flow collection; offsets are those of the text. */
export type FlowToken =
  | (Range & { readonly kind: 'open' | 'close'; readonly list: boolean })
  | (Range & { readonly kind: 'comma' | 'colon' })
  | FlowScalar;

export interface FlowScalar extends Range {
  readonly kind: 'scalar';
  /** Without quotes. */
  readonly content: string;
  readonly quoted: boolean;
  /** In quotes, and the last one is there. */
  readonly closed: boolean;
}

/** The tokens from `start` to `end`, whatever is missing between them; together with blanks and comments they are the text. */
export function flowTokens(text: string, start: number, end: number): readonly FlowToken[] {
  const tokens: FlowToken[] = [];
  for (let at = skipBlanks(text, start, end); at < end; ) {
    const token = tokenAt(text, at, end);
    tokens.push(token);
    at = skipBlanks(text, token.end, end);
  }
  return tokens;
}

function tokenAt(text: string, start: number, end: number): FlowToken {
  const sign = { start, end: start + 1 };
  switch (text[start]) {
    case '{':
    case '[':
      return { ...sign, kind: 'open', list: text[start] === '[' };
    case '}':
    case ']':
      return { ...sign, kind: 'close', list: text[start] === ']' };
    case ',':
      return { ...sign, kind: 'comma' };
    case ':':
      return { ...sign, kind: 'colon' };
    default:
      return scalarAt(text, start, end);
  }
}

function scalarAt(text: string, start: number, limit: number): FlowScalar {
  const end = endOfScalar(text, start, limit);
  const quoted = isQuote(text[start]);
  const closed = quoted && end > start + 1 && text[end - 1] === text[start];
  const content = quoted ? text.slice(start + 1, closed ? end - 1 : end) : text.slice(start, end);
  return { kind: 'scalar', start, end, content, quoted, closed };
}

/** The first offset at or after `at` that holds neither a blank nor a comment, `end` at most. */
export function skipBlanks(text: string, at: number, end: number): number {
  return Math.min(endOf(blanks, text, at), end);
}

export function isQuote(char: string | undefined): boolean {
  return char === '"' || char === "'";
}

/** The offset behind the scalar at `start`; one in quotes that is not closed ends with its line, a plain one always does. */
export function endOfScalar(text: string, start: number, end: number): number {
  const quoted = text[start] === '"' ? doubleQuoted : singleQuoted;
  const shape = isQuote(text[start]) ? quoted : plainScalar;
  const last = Math.min(endOf(shape, text, start), end);
  // What begins no scalar is passed over all the same, so that every reader gets on.
  return Math.max(shape === plainScalar ? withoutBlanks(text, start, last) : last, start + 1);
}

/** Blanks are line breaks and a byte order mark too; a comment begins behind one, or the text. */
const blanks = /(?:[\t-\r \uFEFF]|(?<![^\t-\r \uFEFF])#[^\n]*)*/y;
const doubleQuoted = /"(?:\\[\s\S]?|[^"\\\r\n])*"?/y;
const singleQuoted = /'(?:''|[^'\r\n])*'?/y;
/** Up to a sign that parts entries, a line break, a colon that ends a key, or a comment. */
const plainScalar = /(?:[^,[\]{}\r\n:#]|:(?![\t-\r \uFEFF,[\]{}]|$)|(?<![\t-\r \uFEFF])#)*/y;

function endOf(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : start;
}

function withoutBlanks(text: string, start: number, end: number): number {
  return start + text.slice(start, end).replace(/[\t-\r \uFEFF]+$/, '').length;
}
