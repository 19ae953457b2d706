import type { ShellToken } from './token.ts';
import type { Redirection, Statements, Word } from './tree.ts';
import { hereWord, type InnerCommands, isPiece, readWord, type TokenList } from './words.ts';

/** Reads tokens from the first to the last. What cannot be read fails the reading as a whole: then it stands at the end. */
export interface Parser extends TokenList {
  at: number;
  readonly end: number;
  failed: boolean;
  /** How many more scripts and commands may stand inside what is being read. */
  depth: number;
  readonly inner: InnerCommands;
  /** Reads statements up to one of the words or operators. */
  readonly statements: (parser: Parser, ends: readonly string[]) => Statements;
}

export function fail(parser: Parser): void {
  parser.failed = true;
  parser.at = parser.end;
}

export function current({ tokens, at, end }: Parser): ShellToken | undefined {
  return at < end ? tokens[at] : undefined;
}

export function textOf({ script }: Parser, token: ShellToken | undefined): string {
  return token ? script.slice(token.start, token.end) : '';
}

/** Whether a keyword, or an operator between commands, comes next. */
export function isNext(parser: Parser, text: string): boolean {
  const token = current(parser);
  return token !== undefined && signs.has(token.kind) && textOf(parser, token) === text;
}

const signs = new Set<ShellToken['kind']>(['keyword', 'operator', 'newline']);

export function take(parser: Parser, text: string): boolean {
  const found = isNext(parser, text);
  if (found) parser.at += 1;
  return found;
}

export function expect(parser: Parser, text: string): void {
  if (!take(parser, text)) fail(parser);
}

export function skipLines(parser: Parser): void {
  for (let token = current(parser); token?.kind === 'newline' || isAside(token); token = current(parser)) parser.at += 1;
}

/** Comments, here-texts, and continued lines between words. */
export function skipAsides(parser: Parser): void {
  while (isAside(current(parser))) parser.at += 1;
}

function isAside(token: ShellToken | undefined): boolean {
  return token?.kind === 'comment' || token?.kind === 'here-text';
}

/** The next word; undefined where there is none. */
export function takeWord(parser: Parser): Word | undefined {
  skipContinuations(parser);
  if (!isPiece(current(parser))) return undefined;
  const found = readWord(parser, parser.at, parser.inner);
  if (!found) {
    fail(parser);
    return undefined;
  }
  parser.at = found.next;
  return found.word;
}

export function expectWord(parser: Parser): Word {
  const word = takeWord(parser);
  if (!word) fail(parser);
  return word ?? [];
}

/** A line that goes on between two words: the token is no word of its own. */
function skipContinuations(parser: Parser): void {
  for (let token = current(parser); token?.kind === 'continuation'; token = current(parser)) {
    parser.at += 1;
    const next = current(parser);
    if (next?.start === token.end && isPiece(next) && next.kind !== 'continuation') return;
  }
}

/** The redirection that comes next; undefined where none does. */
export function takeRedirection(parser: Parser): Redirection | undefined {
  skipContinuations(parser);
  const token = current(parser);
  if (token?.kind !== 'redirection' && token?.kind !== 'here-document') return undefined;
  parser.at += 1;
  const [, digits = '', operator = '', named = ''] = /^(\d*)(<<-?|[<>&|]+)([\d-]*)/.exec(textOf(parser, token)) ?? [];
  const descriptor = digits === '' ? undefined : Number(digits);
  if (token.here) {
    const { start, end, expands, stripsTabs } = token.here;
    const target = hereWord(parser.script.slice(start, end), expands, stripsTabs, parser.inner.of);
    if (!target) fail(parser);
    return { operator: '<<', descriptor, target: target ?? [] };
  }
  if (token.kind === 'here-document') fail(parser);
  const target: Word = named === '' ? expectWord(parser) : [{ kind: 'text', text: named, quoted: false }];
  return { operator, descriptor, target };
}

export function takeRedirections(parser: Parser): readonly Redirection[] {
  const all: Redirection[] = [];
  for (let found = takeRedirection(parser); found; found = takeRedirection(parser)) all.push(found);
  return all;
}
