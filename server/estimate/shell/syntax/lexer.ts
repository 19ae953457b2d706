import { afterOperator, type Expected, wordRole } from './expected.ts';
import type { HereText, ShellToken, TokenKind } from './token.ts';

/** In what the lexer is: among commands, in double quotes, between `${` and `}`, between `((` and `))`, or in a here-document. */
export type Mode = 'commands' | 'double' | 'parameter' | 'arithmetic' | 'here';

/** Something opened and not yet closed. */
interface Frame {
  readonly mode: Mode;
  /** The place of the token that opened it; -1 for the text as a whole. */
  readonly opener: number;
  /** Whether it stands within double quotes, however deep. */
  readonly quoted: boolean;
  expected: Expected;
  /** How many `case`s are open. */
  cases: number;
  /** Of arithmetic: how many brackets are open. */
  depth: number;
  /** The next word is where output goes to or input comes from. */
  target: boolean;
}

export interface Lexer {
  readonly script: string;
  /** The script stands in a file: indented, and with the file's ends of lines. */
  readonly inFile: boolean;
  readonly tokens: { -readonly [key in keyof ShellToken]: ShellToken[key] }[];
  readonly frames: Frame[];
  /** Here-documents whose text begins behind the end of the line: the places of their tokens, and the words that end them. */
  readonly pending: { readonly opener: number; readonly word: string; readonly expands: boolean; readonly stripsTabs: boolean }[];
  at: number;
  /** Where the last piece of a word ended: a piece that begins there belongs to the same word. */
  wordEnd: number;
}

export function createLexer(script: string, mode: Mode, inFile: boolean): Lexer {
  const lexer: Lexer = { script, inFile, tokens: [], frames: [], pending: [], at: 0, wordEnd: -1 };
  pushFrame(lexer, mode, -1);
  return lexer;
}

export function topFrame({ frames }: Lexer): Frame {
  const frame = frames.at(-1);
  if (!frame) throw new Error('a lexer has the frame of its text');
  return frame;
}

export function isWordStart({ at, wordEnd }: Lexer): boolean {
  return at !== wordEnd;
}

/** Adds a token that ends `length` characters on, and answers its place in the list. */
export function add(lexer: Lexer, kind: TokenKind, length: number): number {
  const { at } = lexer;
  lexer.at = at + length;
  const { mode, quoted } = topFrame(lexer);
  lexer.tokens.push({ kind, start: at, end: lexer.at, quoted: quoted || mode === 'double', close: undefined, here: undefined });
  return lexer.tokens.length - 1;
}

/** Adds a piece of a word; one that begins a word moves on what is expected. */
export function addPiece(lexer: Lexer, kind: TokenKind, length: number): number {
  if (isWordStart(lexer)) beginWord(lexer, undefined);
  const place = add(lexer, kind, length);
  lexer.wordEnd = lexer.at;
  return place;
}

/** Text that is no quote and no expansion; `whole` says that it is all of its word, so that it may be a keyword. */
export function addText(lexer: Lexer, text: string, whole: boolean): void {
  const kind = isWordStart(lexer) ? beginWord(lexer, whole ? text : undefined) : 'text';
  add(lexer, kind, text.length);
  lexer.wordEnd = lexer.at;
}

/** `NAME=` leaves a command to come. */
export function addAssignment(lexer: Lexer, length: number): void {
  add(lexer, 'assignment', length);
  lexer.wordEnd = lexer.at;
}

function beginWord(lexer: Lexer, word: string | undefined): 'keyword' | 'command' | 'text' {
  const frame = topFrame(lexer);
  if (frame.mode !== 'commands') return 'text';
  if (frame.target) {
    frame.target = false;
    return 'text';
  }
  const role = wordRole(frame.expected, word);
  if (role.kind === 'keyword' && frame.expected === 'case-in') frame.cases += 1;
  if (role.kind === 'keyword' && word === 'esac') frame.cases = Math.max(0, frame.cases - 1);
  frame.expected = role.next;
  return role.kind;
}

export function addOperator(lexer: Lexer, text: string): void {
  const frame = topFrame(lexer);
  add(lexer, text === '\n' ? 'newline' : 'operator', text.length);
  frame.expected = afterOperator(frame.expected, text, frame.cases > 0);
  frame.target = false;
}

/** How deep things may stand in each other; what is opened beyond that is taken for never closed. */
const deepest = 100;

/** Adds a token that opens something. Commands within begin anew. */
export function open(lexer: Lexer, kind: TokenKind, length: number, mode: Mode): void {
  const opener = addPiece(lexer, kind, length);
  if (lexer.frames.length > deepest) return;
  pushFrame(lexer, mode, opener);
  lexer.wordEnd = lexer.at;
  if (mode === 'commands') lexer.wordEnd = -1;
}

export function close(lexer: Lexer, length: number, kind: TokenKind = 'close'): void {
  const { opener } = topFrame(lexer);
  const token = lexer.tokens[opener];
  if (lexer.frames.length > 1) lexer.frames.pop();
  const place = add(lexer, kind, length);
  if (token) token.close = place;
  lexer.wordEnd = lexer.at;
}

function pushFrame(lexer: Lexer, mode: Mode, opener: number): void {
  const around = lexer.frames.at(-1);
  const quoted = around !== undefined && mode !== 'commands' && (around.quoted || around.mode === 'double');
  const expected = lexer.tokens[opener]?.kind === 'open-array' ? 'element' : 'command';
  lexer.frames.push({ mode, opener, quoted, expected, cases: 0, depth: 0, target: false });
}

/** Reads the texts of the here-documents that the line just ended has begun. */
export function addHereTexts(lexer: Lexer): void {
  for (const { opener, word, ...how } of lexer.pending.splice(0)) {
    const start = lexer.at;
    const { end, next } = hereTextEnd(lexer, word, how.stripsTabs);
    const here: HereText = { start, end, ...how };
    const token = lexer.tokens[opener];
    if (token) token.here = here;
    if (next > start) add(lexer, 'here-text', next - start);
  }
}

function hereTextEnd({ script, inFile, at }: Lexer, word: string, stripsTabs: boolean): { readonly end: number; readonly next: number } {
  for (let start = at; start < script.length; ) {
    const newline = script.indexOf('\n', start);
    const next = newline < 0 ? script.length : newline + 1;
    const line = script.slice(start, newline < 0 ? script.length : newline);
    const untabbed = stripsTabs ? line.replace(/^\t+/, '') : line;
    if ((inFile ? line.trim() : untabbed) === word) return { end: start, next };
    start = next;
  }
  return { end: script.length, next: script.length };
}
