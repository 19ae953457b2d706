import type { YAMLParseError } from 'yaml';
import type { SyntaxProblem } from './document.ts';

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

/** Brackets inside brackets, deeper than any manifest: there is no use in reading on, and a parser's stack may end. */
export function depthProblem(text: string): SyntaxProblem | undefined {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === openBracket || character === openBrace) depth++;
    else if ((character === closeBracket || character === closeBrace) && depth > 0) depth--;
    if (depth > deepest) return { kind: 'not-yaml', code: 'yaml-too-deep', args: {}, range: { start: at, end: at + 1 }, path: [] };
  }
  return undefined;
}

const deepest = 500;
const [openBracket, closeBracket, openBrace, closeBrace] = [91, 93, 123, 125];

/** What the library under the API server refuses before it looks at any structure. */
export function textProblems(text: string): readonly SyntaxProblem[] {
  const control = controlCharacter.exec(text);
  if (!control) return directiveProblems(text);
  const character = `U+${(control[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const range = { start: control.index, end: control.index + control[0].length };
  return [{ kind: 'not-yaml', code: 'yaml-control-character', args: { character }, range, path: [] }];
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
    problems.push({ kind: 'not-yaml', code: 'yaml-directive', args: {}, range, path: [] });
  }
  return problems;
}

const codes: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'yaml-tab-indentation',
  BAD_INDENT: 'yaml-indentation',
  MISSING_CHAR: 'yaml-missing-character',
  BAD_DIRECTIVE: 'yaml-directive',
  BAD_ALIAS: 'yaml-unknown-anchor',
};

function firstLine(message: string): string {
  const end = message.indexOf('\n');
  return end < 0 ? message : message.slice(0, end);
}
