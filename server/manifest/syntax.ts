import type { YAMLParseError } from 'yaml';
import type { Range, SyntaxProblem } from './document.ts';

/** A parser's error as data; its own words go along as an argument. */
export function syntaxProblem(error: YAMLParseError, text: string): SyntaxProblem {
  const [start, end] = error.pos;
  const from = Math.min(start, text.length);
  return {
    kind: 'not-yaml',
    code: codes[error.code] ?? 'yaml-syntax',
    args: { detail: firstLine(error.message) },
    range: { start: from, end: Math.max(from, Math.min(end, text.length)) },
    path: [],
  };
}

/** Why a text is not read at all: it is larger than any request may be, or nested deeper than any manifest. */
export function refusal(text: string): SyntaxProblem | undefined {
  if (text.length > largest) return notYaml('yaml-too-large', { start: 0, end: text.search(/$/m) });
  const dashes = /(?:[-?][ \t]+){500}/.exec(text);
  if (dashes) return notYaml('yaml-too-deep', { start: dashes.index, end: dashes.index + 1 });
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === openBracket || character === openBrace) depth++;
    else if ((character === closeBracket || character === closeBrace) && depth > 0) depth--;
    if (depth > deepest) return notYaml('yaml-too-deep', { start: at, end: at + 1 });
  }
  return undefined;
}

export const tooDeep: SyntaxProblem = { kind: 'not-yaml', code: 'yaml-too-deep', args: {}, range: { start: 0, end: 1 }, path: [] };

/** The API server takes 3 MiB (MaxRequestBodyBytes, 1.37), of JSON: YAML may be longer by its blanks and comments. */
export const largest = 5 * 2 ** 20;

const deepest = 500;
const [openBracket, closeBracket, openBrace, closeBrace] = [91, 93, 123, 125];

function notYaml(code: string, range: Range, args: SyntaxProblem['args'] = {}): SyntaxProblem {
  return { kind: 'not-yaml', code, args, range, path: [] };
}

/** What the library under the API server refuses before it looks at any structure. */
export function textProblems(text: string): readonly SyntaxProblem[] {
  const control = controlCharacter.exec(text);
  if (!control) return directiveProblems(text);
  const character = `U+${(control[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const range = { start: control.index, end: control.index + control[0].length };
  return [notYaml('yaml-control-character', range, { character })];
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const controlCharacter = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/;

/** The API server's library takes %YAML 1.1 and %TAG, each where a document begins. */
function directiveProblems(text: string): readonly SyntaxProblem[] {
  if (!text.startsWith('%') && !text.includes('\n%')) return [];
  const problems: SyntaxProblem[] = [];
  const separator = /^---/m.exec(text);
  for (const line of text.slice(0, separator?.index ?? 0).matchAll(/^%(\S*)(.*)$/gm)) {
    const [whole, name, rest] = line;
    if ((name === 'YAML' && /^\s+1\.1\s*(#.*)?$/.test(rest ?? '')) || name === 'TAG') continue;
    const range = { start: line.index, end: line.index + whole.trimEnd().length };
    problems.push(notYaml('yaml-directive', range));
  }
  return problems;
}

const codes: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'yaml-tab-indentation',
  BAD_INDENT: 'yaml-indentation',
  MISSING_CHAR: 'yaml-missing-character',
  BAD_DIRECTIVE: 'yaml-directive',
  RESOURCE_EXHAUSTION: 'yaml-too-deep',
};

function firstLine(message: string): string {
  const end = message.indexOf('\n');
  return end < 0 ? message : message.slice(0, end);
}
