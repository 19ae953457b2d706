import { readTest } from './parse-test.ts';
import {
  current,
  expect,
  expectWord,
  fail,
  isNext,
  type Parser,
  skipAsides,
  skipLines,
  take,
  takeRedirections,
  takeWord,
  textOf,
} from './parser.ts';
import type { Branch, Clause, Command, Statements, Word, WordPart } from './tree.ts';
import { wordBetween } from './words.ts';

/** A command without the redirections behind it. */
type Bare = Command extends infer One ? (One extends { readonly redirections: unknown } ? Omit<One, 'redirections'> : never) : never;

/** Reads what a keyword or a bracket begins; undefined where neither comes next. */
export function readCompound(parser: Parser): Command | undefined {
  const token = current(parser);
  const text = textOf(parser, token);
  if (token?.kind === 'keyword' && text === 'function') return readFunction(parser);
  const bare = token?.kind === 'keyword' ? readKeyword(parser, text) : readBracket(parser);
  return bare && { ...bare, redirections: takeRedirections(parser) };
}

function readKeyword(parser: Parser, keyword: string): Bare | undefined {
  parser.at += 1;
  switch (keyword) {
    case '{':
      return { kind: 'group', body: upTo(parser, '}') };
    case 'if':
      return readIf(parser);
    case 'while':
    case 'until':
      return { kind: keyword, condition: upTo(parser, 'do'), body: upTo(parser, 'done') };
    case 'for':
      return readFor(parser);
    case 'case':
      return readCase(parser);
    case '[[':
      return { kind: 'condition', test: readTest(parser) };
    default:
      fail(parser);
      return undefined;
  }
}

function readBracket(parser: Parser): Bare | undefined {
  const { at } = parser;
  const token = current(parser);
  if (token?.kind !== 'open-subshell' && token?.kind !== 'open-arithmetic') return undefined;
  if (textOf(parser, token).startsWith('$')) return undefined;
  const { close } = token;
  if (close === undefined) {
    fail(parser);
    return undefined;
  }
  parser.at = close + 1;
  if (token.kind === 'open-subshell') return { kind: 'subshell', body: parser.inner.between(at + 1, close) };
  return { kind: 'arithmetic', expression: arithmetic(parser, at, close) };
}

/** What stands between the double brackets that two tokens are. */
function arithmetic(parser: Parser, open: number, close: number): Word {
  const expression = textOf(parser, parser.tokens[close]) === '))' ? wordBetween(parser, open + 1, close, parser.inner) : undefined;
  if (!expression) fail(parser);
  return expression ?? [];
}

/** The statements before a keyword, which is taken as well. */
function upTo(parser: Parser, keyword: string): Statements {
  const body = parser.statements(parser, [keyword]);
  if (body.length === 0) fail(parser);
  expect(parser, keyword);
  return body;
}

function readIf(parser: Parser): Bare {
  const branches: Branch[] = [];
  do {
    const condition = upTo(parser, 'then');
    const body = parser.statements(parser, ['elif', 'else', 'fi']);
    if (body.length === 0) fail(parser);
    branches.push({ condition, body });
  } while (take(parser, 'elif'));
  const otherwise = take(parser, 'else') ? upTo(parser, 'fi') : [];
  if (otherwise.length === 0) expect(parser, 'fi');
  return { kind: 'if', branches, otherwise };
}

function readFor(parser: Parser): Bare {
  const open = parser.at;
  const token = current(parser);
  if (token?.kind === 'open-arithmetic') {
    const parts = split(arithmetic(parser, open, token.close ?? parser.end), ';');
    parser.at = (token.close ?? parser.end) + 1;
    if (parts.length !== 3) fail(parser);
    const [from = [], condition = [], step = []] = parts;
    take(parser, ';');
    skipLines(parser);
    return { kind: 'count', from, condition, step, body: loopBody(parser) };
  }
  const variable = plainText(expectWord(parser));
  if (!/^[A-Za-z_]\w*$/.test(variable)) fail(parser);
  skipLines(parser);
  const words = take(parser, 'in') ? takeWords(parser) : undefined;
  take(parser, ';');
  skipLines(parser);
  return { kind: 'for', variable, words, body: loopBody(parser) };
}

function loopBody(parser: Parser): Statements {
  expect(parser, 'do');
  return upTo(parser, 'done');
}

function takeWords(parser: Parser): readonly Word[] {
  const words: Word[] = [];
  for (let word = takeWord(parser); word; word = takeWord(parser)) words.push(word);
  return words;
}

function readCase(parser: Parser): Bare {
  const word = expectWord(parser);
  skipLines(parser);
  expect(parser, 'in');
  const clauses: Clause[] = [];
  for (skipLines(parser); !parser.failed && !take(parser, 'esac'); skipLines(parser)) clauses.push(readClause(parser));
  return { kind: 'case', word, clauses };
}

function readClause(parser: Parser): Clause {
  take(parser, '(');
  const patterns = [expectWord(parser)];
  while (take(parser, '|')) patterns.push(expectWord(parser));
  expect(parser, ')');
  const body = parser.statements(parser, [';;', ';&', ';;&', 'esac']);
  const end = ([';;', ';&', ';;&'] as const).find((text) => take(parser, text));
  if (!end && !isNext(parser, 'esac')) fail(parser);
  return { patterns, body, end: end ?? ';;' };
}

/** `function NAME`, with or without brackets, and its body. */
function readFunction(parser: Parser): Command {
  parser.at += 1;
  const name = plainText(expectWord(parser));
  take(parser, '()');
  return { kind: 'function', name, body: functionBody(parser) };
}

/** The body of a function whose name and brackets are read. */
export function functionBody(parser: Parser): Command {
  skipLines(parser);
  const body = readCompound(parser);
  if (!body) fail(parser);
  skipAsides(parser);
  return body ?? { kind: 'unreadable' };
}

/** The text of a word that is nothing but text; empty where it is more. */
export function plainText(word: Word): string {
  const [part, more] = word;
  return part?.kind === 'text' && !part.quoted && !more ? part.text : '';
}

/** Splits a word at a sign in its text. */
function split(word: Word, sign: string): readonly Word[] {
  const words: WordPart[][] = [[]];
  for (const part of word) {
    if (part.kind !== 'text') {
      words.at(-1)?.push(part);
      continue;
    }
    const [first = '', ...others] = part.text.split(sign);
    words.at(-1)?.push({ ...part, text: first });
    for (const text of others) words.push([{ ...part, text }]);
  }
  return words;
}
