import type { ShellToken } from './token.ts';
import { hereTextTokens } from './tokens.ts';
import type { Change, Statements, Word, WordPart } from './tree.ts';

/** How commands inside of words are read: handed in, as words and commands stand inside each other. */
export interface InnerCommands {
  /** The commands between the tokens at two places of the list. */
  readonly between: (from: number, to: number) => Statements;
  /** The commands of a script of their own, as between backticks. */
  readonly of: (script: string) => Statements;
}

/** Tokens of a script, some of which make up a word. */
export interface TokenList {
  readonly script: string;
  readonly tokens: readonly ShellToken[];
}

const pieces = new Set<ShellToken['kind']>([
  ...(['keyword', 'command', 'assignment', 'text', 'escape', 'continuation', 'single-quoted', 'dollar-quoted', 'quote'] as const),
  ...(['variable', 'backticks', 'open-commands', 'open-process', 'open-arithmetic', 'open-parameter'] as const),
]);

/** Whether a token can begin a word. */
export function isPiece(token: ShellToken | undefined): boolean {
  return token !== undefined && pieces.has(token.kind);
}

/**
 * The word whose first piece stands at `from`, and the place behind its last; a word ends where a gap is. Undefined where
 * something in it is opened and not closed.
 */
export function readWord(list: TokenList, from: number, inner: InnerCommands): { readonly word: Word; readonly next: number } | undefined {
  let next = from;
  let end = list.tokens[from]?.start;
  while (list.tokens[next]?.start === end && isPiece(list.tokens[next])) {
    const last = lastOfPiece(list, next);
    if (last === undefined) return undefined;
    end = list.tokens[last]?.end;
    next = last + 1;
  }
  const word = wordBetween(list, from, next, inner);
  return word && { word, next };
}

/** The place of the last token of a piece; undefined where it is not closed. */
function lastOfPiece({ script, tokens }: TokenList, place: number): number | undefined {
  const token = tokens[place];
  if (!token) return undefined;
  if (token.kind === 'quote' || token.kind.startsWith('open-')) return token.close;
  const sign = { 'single-quoted': "'", 'dollar-quoted': "'", backticks: '`' }[String(token.kind)];
  const opening = token.kind === 'dollar-quoted' ? 2 : 1;
  const closed = token.end - token.start > opening && script.charAt(token.end - 1) === sign;
  return sign === undefined || closed ? place : undefined;
}

/** The pieces between two places, whatever gaps are between them. */
export function wordBetween(list: TokenList, from: number, to: number, inner: InnerCommands): Word | undefined {
  const parts: WordPart[] = [];
  for (let place = from; place < to; place += 1) {
    const last = lastOfPiece(list, place);
    const found = last === undefined ? undefined : partsOf(list, place, last, inner);
    if (!found) return undefined;
    for (const one of found) parts.push(one);
    place = last ?? place;
  }
  return joined(parts);
}

function partsOf(list: TokenList, place: number, last: number, inner: InnerCommands): readonly WordPart[] | undefined {
  const token = list.tokens[place];
  if (!token) return undefined;
  const { quoted } = token;
  const text = list.script.slice(token.start, token.end);
  switch (token.kind) {
    case 'continuation':
      return [];
    case 'escape':
      return [{ kind: 'text', text: text.slice(1), quoted: true }];
    case 'single-quoted':
      return [{ kind: 'text', text: text.slice(1, -1), quoted: true }];
    case 'quote': {
      const word = wordBetween(list, place + 1, last, inner);
      // Quotes with nothing in them are a word all the same.
      return word?.length === 0 ? [{ kind: 'text', text: '', quoted: true }] : word;
    }
    case 'variable':
      return [{ kind: 'parameter', name: text.replace(/^\$\{?|\}$/g, ''), change: undefined, quoted }];
    case 'backticks':
      return [{ kind: 'commands', body: inner.of(text.slice(1, -1).replace(quoted ? /\\([\\$`"])/g : /\\([\\$`])/g, '$1')), quoted }];
    case 'open-commands':
      return [{ kind: 'commands', body: inner.between(place + 1, last), quoted }];
    case 'open-arithmetic': {
      const expression = wordBetween(list, place + 1, last, inner);
      // With another end it is a subshell in a command substitution, to bash alone.
      return expression && lengthOf(list, last) === 2 ? [{ kind: 'arithmetic', expression, quoted }] : undefined;
    }
    case 'open-parameter': {
      const word = wordBetween(list, place + 1, last, inner);
      return word && [parameter(text.slice(2), word, quoted)];
    }
    case 'open-process':
    case 'dollar-quoted':
      return [{ kind: 'unknown', quoted }];
    default:
      return [{ kind: 'text', text, quoted }];
  }
}

function lengthOf({ tokens }: TokenList, place: number): number {
  const token = tokens[place];
  return token ? token.end - token.start : 0;
}

/** `head` is what stands behind `${` up to the operator. */
function parameter(head: string, word: Word, quoted: boolean): WordPart {
  const [, length = '', name = '', operator = ''] = /^(#?)([A-Za-z_]\w*|\d+|[@*#?!$-])(.*)$/s.exec(head) ?? [];
  const isLength = length !== '' && operator === '' && word.length === 0;
  if (name === '' || (length !== '' && !isLength) || (!isLength && !/^[^[]+$/.test(operator))) return { kind: 'unknown', quoted };
  const change: Change = { operator: isLength ? 'length' : operator, word };
  return { kind: 'parameter', name, change, quoted };
}

/** The text of a here-document as a word. */
export function hereWord(text: string, expands: boolean, stripsTabs: boolean, inner: InnerCommands['of']): Word | undefined {
  const script = stripsTabs ? text.replace(/^\t+/gm, '') : text;
  if (!expands) return [{ kind: 'text', text: script, quoted: true }];
  const tokens = hereTextTokens(script);
  const list: TokenList = { script, tokens };
  // What it expands to is not split: all of it is as if quoted.
  const commands = (from: number, to: number) => inner(script.slice(tokens[from]?.start ?? 0, tokens[to]?.start ?? 0));
  return wordBetween(list, 0, tokens.length, { between: commands, of: inner })?.map((part) => ({ ...part, quoted: true }));
}

/** Text pieces of one kind side by side are one. */
function joined(parts: readonly WordPart[]): Word {
  const word: WordPart[] = [];
  for (const part of parts) {
    const last = word.at(-1);
    if (part.kind === 'text' && last?.kind === 'text' && part.quoted === last.quoted) {
      word[word.length - 1] = { ...last, text: last.text + part.text };
    } else word.push(part);
  }
  return word;
}
