import { current, expect, expectWord, fail, isNext, type Parser, skipLines, take, takeWord, textOf } from './parser.ts';
import type { Test, Word } from './tree.ts';

const binary = new Set(['=', '==', '!=', '=~', '-eq', '-ne', '-lt', '-le', '-gt', '-ge', '-nt', '-ot', '-ef']);

/** What stands behind `[[`, up to `]]`, which is taken as well. */
export function readTest(parser: Parser): Test {
  const test = readEither(parser);
  expect(parser, ']]');
  return test;
}

function readEither(parser: Parser): Test {
  const tests = [readBoth(parser)];
  while (skipThenTake(parser, '||')) tests.push(readBoth(parser));
  const [only, more] = tests;
  return only && !more ? only : { kind: 'either', tests };
}

function readBoth(parser: Parser): Test {
  const tests = [readNot(parser)];
  while (skipThenTake(parser, '&&')) tests.push(readNot(parser));
  const [only, more] = tests;
  return only && !more ? only : { kind: 'both', tests };
}

function skipThenTake(parser: Parser, text: string): boolean {
  skipLines(parser);
  return take(parser, text);
}

function readNot(parser: Parser): Test {
  skipLines(parser);
  if (isWord(parser, '!')) {
    parser.at += 1;
    return { kind: 'not', test: readNot(parser) };
  }
  if (!take(parser, '(')) return readPrimary(parser);
  const test = readEither(parser);
  expect(parser, ')');
  return test;
}

function readPrimary(parser: Parser): Test {
  const operator = textOf(parser, current(parser));
  const first = expectWord(parser);
  if (/^-[a-zA-Z]$/.test(operator)) {
    const word = takeWord(parser);
    if (word) return { kind: 'unary', operator, word };
  }
  const sign = ['<', '>'].find((text) => isNext(parser, text)) ?? textOf(parser, current(parser));
  if (sign === '<' || sign === '>') parser.at += 1;
  else if (binary.has(sign)) takeWord(parser);
  else return { kind: 'unary', operator: '-n', word: first };
  return { kind: 'binary', operator: sign, left: first, right: sign === '=~' ? regularExpression(parser) : expectWord(parser) };
}

/** Brackets and bars belong to it, up to the next gap; it is not understood, only passed over. */
function regularExpression(parser: Parser): Word {
  const { tokens, end } = parser;
  const first = parser.at;
  let adjacent = first < end;
  while (adjacent) {
    const last = tokens[tokens[parser.at]?.close ?? parser.at];
    parser.at = (tokens[parser.at]?.close ?? parser.at) + 1;
    adjacent = parser.at < end && tokens[parser.at]?.start === last?.end;
  }
  if (parser.at === first) fail(parser);
  return [{ kind: 'unknown', quoted: false }];
}

function isWord(parser: Parser, text: string): boolean {
  const token = current(parser);
  return token?.kind === 'text' && textOf(parser, token) === text;
}
