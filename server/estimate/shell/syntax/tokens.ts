import {
  add,
  addAssignment,
  addHereTexts,
  addOperator,
  addPiece,
  addText,
  close,
  createLexer,
  isWordStart,
  type Lexer,
  type Mode,
  open,
  topFrame,
} from './lexer.ts';
import type { ShellToken } from './token.ts';

/** What a rule does with the text it matched. */
type Action = (lexer: Lexer, text: string) => void;

/** A pattern, what it makes of what it matches, and where it applies; the first one that does wins. */
type Rule = readonly [pattern: RegExp, action: Action, applies?: (lexer: Lexer) => boolean];

const skip: Action = (lexer, text) => {
  lexer.at += text.length;
};
const piece =
  (kind: 'escape' | 'continuation' | 'single-quoted' | 'dollar-quoted' | 'variable' | 'backticks' | 'text'): Action =>
  (lexer, { length }) => {
    addPiece(lexer, kind, length);
  };
const opens =
  (kind: 'open-commands' | 'open-process' | 'open-arithmetic' | 'open-parameter' | 'open-array' | 'quote', mode: Mode): Action =>
  (lexer, { length }) =>
    open(lexer, kind, length, mode);
const closes: Action = (lexer, { length }) => close(lexer, length);

const expects =
  (...expected: readonly string[]) =>
  (lexer: Lexer) =>
    isWordStart(lexer) && expected.includes(topFrame(lexer).expected);
const isCondition = (lexer: Lexer) => topFrame(lexer).expected === 'condition';
const isBracketed = (lexer: Lexer) => isCondition(lexer) || topFrame(lexer).expected === 'pattern';

/** What `$` and backticks begin, in quotes or not. */
const expansions: readonly Rule[] = [
  [/\$\(\(/y, opens('open-arithmetic', 'arithmetic')],
  [/\$\(/y, opens('open-commands', 'commands')],
  [/\$\{(?:[A-Za-z_]\w*|\d+|[@*#?!$-])\}|\$(?:[A-Za-z_]\w*|[\d@*#?!$-])/y, piece('variable')],
  [
    /\$\{(?:[#!]?(?:[A-Za-z_]\w*|\d+|[@*#?!$-])(?:\[[^\]\n]{0,99}\])?(?::?[-=?+]|%%?|##?|\/[/#%]?|\^\^?|,,?|:|@)?)?/y,
    opens('open-parameter', 'parameter'),
  ],
  [/`(?:\\[\s\S]|[^`\\])*`?/y, piece('backticks')],
];

const singleQuoted: Rule = [/'[^']*'?/y, piece('single-quoted')];
const doubleQuote: Rule = [/"/y, opens('quote', 'double')];
const guarded: Rule = [/\\[\s\S]?/y, piece('escape')];
/** In double quotes a backslash guards few characters. */
const quotedGuarded: Rule = [/\\[\\$`"]/y, piece('escape')];
const continuation: Rule = [/\\\n/y, piece('continuation')];

/** What words are made of but quotes and expansions. */
const words: readonly Rule[] = [
  [/[A-Za-z_]\w*(?:\[[^\]\n]{0,99}\])?\+?=/y, (lexer, { length }) => addAssignment(lexer, length), expects('command')],
  [/[^ \t\n;&|()<>"'`$\\]+(?=[ \t\n;&|()<>]|$)/y, (lexer, text) => addText(lexer, text, true), isWordStart],
  [/[^ \t\n;&|()<>"'`$\\]+|\$/y, (lexer, text) => addText(lexer, text, false)],
];

const commands: readonly Rule[] = [
  [/[ \t]+/y, skip],
  [/\\\n/y, (lexer) => add(lexer, 'continuation', 2), isWordStart],
  continuation,
  [/\n/y, newline],
  [/#[^\n]*/y, (lexer, { length }) => add(lexer, 'comment', length), isWordStart],
  [/[<>]\(/y, opens('open-process', 'commands'), (lexer) => isWordStart(lexer) && !isBracketed(lexer)],
  [/\d*<<(?!<)-?[ \t]*(?:\\[\s\S]|'[^']*'|"[^"]*"|[^\s;&|()<>"'`\\])+/y, hereDocument, isNoCondition],
  [/\d+(?=[<>])(?:<<<?|>>|[<>]&(?:\d+|-)?|>\||<>|[<>])/y, redirection, (lexer) => isWordStart(lexer) && isNoCondition(lexer)],
  [/<<<?|>>|[<>]&(?:\d+|-)?|&>>?|>\||<>|[<>]/y, redirection, isNoCondition],
  [/\(\(/y, opens('open-arithmetic', 'arithmetic'), expects('command', 'loop-variable')],
  [/\(/y, opens('open-array', 'commands'), (lexer) => !isWordStart(lexer) && lexer.tokens.at(-1)?.kind === 'assignment'],
  [/\([ \t]*\)/y, addOperator, (lexer) => topFrame(lexer).expected === 'argument' || topFrame(lexer).expected === 'command'],
  [/[()]/y, addOperator, isBracketed],
  [/\(/y, (lexer) => openSubshell(lexer)],
  [/\)/y, closes, ({ frames }) => frames.length > 1],
  [/&&|\|\||;;&|;[;&]|\|&|[;&|()]|[<>]/y, addOperator],
  singleQuoted,
  doubleQuote,
  [/\$'(?:\\[\s\S]|[^'\\])*'?/y, piece('dollar-quoted')],
  guarded,
  ...expansions,
  ...words,
];

/** The rules of each mode. Each mode has one that takes whatever stands there, so that nothing is left out. */
const rules: Readonly<Record<Mode, readonly Rule[]>> = {
  commands,
  double: [[/"/y, (lexer) => close(lexer, 1, 'quote')], continuation, quotedGuarded, ...expansions, [/[^"\\$`]+|[\\$]/y, piece('text')]],
  here: [continuation, [/\\[\\$`]/y, piece('escape')], ...expansions, [/[^\\$`]+|[\\$]/y, piece('text')]],
  parameter: [
    [/\}/y, closes],
    continuation,
    [singleQuoted[0], singleQuoted[1], (lexer) => !topFrame(lexer).quoted],
    doubleQuote,
    [/\\[\\$`"}]/y, piece('escape'), (lexer) => topFrame(lexer).quoted],
    [/\\[\s\S]?/y, piece('escape'), (lexer) => !topFrame(lexer).quoted],
    ...expansions,
    [/[^}"'\\$`]+|['\\$]/y, piece('text')],
  ],
  arithmetic: [
    [/\)\)/y, closes, (lexer) => topFrame(lexer).depth === 0],
    [/[()]/y, bracket],
    continuation,
    ...expansions,
    [/[^()\\$`]+|[\\$]/y, piece('text')],
  ],
};

/**
 * The tokens of a shell script, in order, with where they stand in it. Nothing but blanks is left out, and nothing is ever
 * refused: what is opened and not closed has no `close`, a quote that does not end runs to the end.
 * The language is that of POSIX with what bash adds; which shell knows which part of it is not told apart here. `inFile`
 * says that the text is that of a file: indented, so that a here-document ends at its word alone on a line, and perhaps with
 * carriage returns.
 */
export function shellTokens(script: string, { inFile = false }: { readonly inFile?: boolean } = {}): readonly ShellToken[] {
  return tokensIn(script, 'commands', inFile);
}

/** The tokens of the text of a here-document that expands: text, escapes and expansions. */
export function hereTextTokens(text: string): readonly ShellToken[] {
  return tokensIn(text, 'here', false);
}

function tokensIn(script: string, mode: Mode, inFile: boolean): readonly ShellToken[] {
  const lexer = createLexer(inFile ? script.replaceAll('\r\n', ' \n') : script, mode, inFile);
  while (lexer.at < script.length) step(lexer);
  return lexer.tokens;
}

function step(lexer: Lexer): void {
  for (const [pattern, action, applies] of rulesAt(lexer)) {
    if (applies && !applies(lexer)) continue;
    pattern.lastIndex = lexer.at;
    if (pattern.test(lexer.script) && pattern.lastIndex > lexer.at) {
      action(lexer, lexer.script.slice(lexer.at, pattern.lastIndex));
      return;
    }
  }
  addPiece(lexer, 'text', 1);
}

/** Most of a script is words: where one goes on with a letter, no other rules need trying. */
function rulesAt({ script, at, frames }: Lexer): readonly Rule[] {
  const mode = frames.at(-1)?.mode ?? 'commands';
  return mode === 'commands' && /[A-Za-z_\-./]/.test(script[at] ?? '') ? words : rules[mode];
}

function isNoCondition(lexer: Lexer): boolean {
  return !isCondition(lexer);
}

function newline(lexer: Lexer, text: string): void {
  addOperator(lexer, text);
  addHereTexts(lexer);
}

function redirection(lexer: Lexer, text: string): void {
  add(lexer, 'redirection', text.length);
  topFrame(lexer).target = !/[&][\d-]+$/.test(text);
}

/** A word with a quote in it, however little is quoted, leaves the text as it is. */
function hereDocument(lexer: Lexer, text: string): void {
  const [, tabs = '', word = ''] = /^\d*<<(-?)[ \t]*([\s\S]*)$/.exec(text) ?? [];
  const opener = add(lexer, 'here-document', text.length);
  const plain = word.replace(/\\([\s\S])|'([^']*)'|"([^"]*)"/g, (_, escaped = '', single = '', double = '') => escaped + single + double);
  lexer.pending.push({ opener, word: plain, expands: plain === word, stripsTabs: tabs !== '' });
}

function openSubshell(lexer: Lexer): void {
  const frame = topFrame(lexer);
  frame.expected = 'argument';
  frame.target = false;
  lexer.wordEnd = lexer.at;
  open(lexer, 'open-subshell', 1, 'commands');
}

function bracket(lexer: Lexer, text: string): void {
  const frame = topFrame(lexer);
  frame.depth += text === '(' ? 1 : -1;
  if (frame.depth < 0) close(lexer, 1);
  else addPiece(lexer, 'text', 1);
}
