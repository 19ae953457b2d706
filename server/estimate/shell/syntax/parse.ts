import { oncePerText } from '../../../plain/once-per.ts';
import { functionBody, plainText, readCompound } from './compound-commands.ts';
import { current, fail, isNext, type Parser, skipAsides, skipLines, take, takeRedirection, takeWord, textOf } from './parser.ts';
import { shellTokens } from './tokens.ts';
import type { Assignment, Command, Pipeline, SimpleCommand, Statement, Statements, Word } from './tree.ts';
import { isPiece } from './words.ts';

/** How deep scripts and commands may stand inside each other before the reading gives up. */
const mostDepth = 50;

/** How many scripts are kept: those of the containers of a file that is being edited, which are read again at each keystroke. */
const mostScripts = 100;

/**
 * Reads a script. A shell reads and runs one line after another, so what it cannot read counts from its line on: there the
 * statements end with one that is `unreadable`.
 */
export const parseScript: (script: string) => Statements = oncePerText(mostScripts, (script) => parse(script, mostDepth));

function parse(script: string, depth: number): Statements {
  const tokens = shellTokens(script);
  const parser = createParser(script, tokens, { at: 0, end: tokens.length, depth });
  const lines: Statement[] = [];
  while (!parser.failed && current(parser)) {
    const line = readLine(parser);
    for (const one of parser.failed ? [unreadable] : line) lines.push(one);
  }
  return lines;
}

const unreadable: Statement = { first: { commands: [{ kind: 'unreadable' }], negated: false }, rest: [], background: false };

function createParser(script: string, tokens: Parser['tokens'], where: Pick<Parser, 'at' | 'end' | 'depth'>): Parser {
  const parser: Parser = {
    script,
    tokens,
    ...where,
    failed: false,
    statements: readStatements,
    inner: {
      between: (at, end) => within(parser, at, end),
      of: (text) => (parser.depth > 0 ? parse(text, parser.depth - 1) : [unreadable]),
    },
  };
  return parser;
}

/** The statements between two places, all of them. */
function within(around: Parser, at: number, end: number): Statements {
  if (around.depth <= 0) return [unreadable];
  const parser = createParser(around.script, around.tokens, { at, end, depth: around.depth - 1 });
  const statements = readStatements(parser, []);
  if (parser.failed || current(parser)) fail(around);
  return statements;
}

/** Statements up to the end of a line. */
function readLine(parser: Parser): Statements {
  skipLines(parser);
  const line: Statement[] = [];
  while (!parser.failed && current(parser) && current(parser)?.kind !== 'newline') {
    line.push(readStatement(parser));
    skipAsides(parser);
    if (!take(parser, ';') && !line.at(-1)?.background && current(parser) && current(parser)?.kind !== 'newline') fail(parser);
    skipAsides(parser);
  }
  return line;
}

/** Statements up to one of the keywords or operators, which is left to be read. */
function readStatements(parser: Parser, ends: readonly string[]): Statements {
  const statements: Statement[] = [];
  skipLines(parser);
  while (!parser.failed && current(parser) && !ends.some((end) => isNext(parser, end))) {
    const statement = readStatement(parser);
    statements.push(statement);
    skipAsides(parser);
    const separated = take(parser, ';') || statement.background || current(parser)?.kind === 'newline';
    skipLines(parser);
    if (!separated && current(parser) && !ends.some((end) => /^;/.test(end) && isNext(parser, end))) fail(parser);
  }
  return statements;
}

function readStatement(parser: Parser): Statement {
  const first = readPipeline(parser);
  const rest: { readonly operator: '&&' | '||'; readonly pipeline: Pipeline }[] = [];
  const operator = () => (['&&', '||'] as const).find((text) => take(parser, text));
  for (let found = operator(); found; found = operator()) {
    skipLines(parser);
    rest.push({ operator: found, pipeline: readPipeline(parser) });
  }
  return { first, rest, background: take(parser, '&') };
}

function readPipeline(parser: Parser): Pipeline {
  const negated = take(parser, '!');
  // It measures what follows, and changes nothing.
  if (take(parser, 'time') && textOf(parser, current(parser)) === '-p') parser.at += 1;
  const commands = [readCommand(parser)];
  while (take(parser, '|') || take(parser, '|&')) {
    skipLines(parser);
    commands.push(readCommand(parser));
  }
  return { commands, negated };
}

function readCommand(parser: Parser): Command {
  if (parser.depth <= 0) fail(parser);
  parser.depth -= 1;
  const compound = readCompound(parser);
  parser.depth += 1;
  if (compound) return compound;
  const simple = readSimple(parser);
  if (!take(parser, '()')) return simple;
  const [name = []] = simple.words;
  if (simple.words.length !== 1 || simple.assignments.length > 0 || plainText(name) === '') fail(parser);
  return { kind: 'function', name: plainText(name), body: functionBody(parser) };
}

function readSimple(parser: Parser): SimpleCommand {
  const assignments: Assignment[] = [];
  const words: Word[] = [];
  const redirections = [];
  for (;;) {
    const redirection = takeRedirection(parser);
    if (redirection) {
      redirections.push(redirection);
      continue;
    }
    const assignment = words.length === 0 ? takeAssignment(parser) : undefined;
    const word = assignment ? undefined : takeWord(parser);
    if (assignment) assignments.push(assignment);
    else if (word) words.push(word);
    else break;
  }
  if (assignments.length + words.length + redirections.length === 0) fail(parser);
  return { kind: 'simple', assignments, words, redirections };
}

function takeAssignment(parser: Parser): Assignment | undefined {
  const token = current(parser);
  if (token?.kind !== 'assignment') return undefined;
  const [, name = '', element = '', appends = ''] = /^(\w+)(\[.*\])?(\+?)=$/s.exec(textOf(parser, token)) ?? [];
  parser.at += 1;
  const next = current(parser);
  const adjacent = next?.start === token.end;
  if (adjacent && next?.kind === 'open-array') {
    if (next.close === undefined) fail(parser);
    else parser.at = next.close + 1;
    return { name, appends: appends !== '', value: undefined };
  }
  const value = adjacent && isPiece(next) ? takeWord(parser) : [];
  return { name, appends: appends !== '', value: element === '' ? value : undefined };
}
