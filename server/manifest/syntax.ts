import type { YAMLParseError } from 'yaml';
import type { SyntaxCode } from '../messages/en/decoding.ts';
import type { Remark } from '../messages/en/index.ts';
import { lookAlikesIn } from '../unicode/look-alikes.ts';
import type { Range, SyntaxProblem } from './document.ts';
import { detailOf } from './faults/library-sentences.ts';
import type { RefusedText } from './libyaml/grammar.ts';
import { misreadSeparatorOf } from './split.ts';

/** A parser's error as data. */
export function syntaxProblem(error: YAMLParseError, text: string): SyntaxProblem {
  const [start, end] = error.pos;
  const from = Math.min(start, text.length);
  return {
    kind: 'not-yaml',
    ...remarkOn(error),
    range: { start: from, end: Math.max(from, Math.min(end, text.length)) },
    path: [],
  };
}

/** Why a text is not read at all: it is larger than any request may be, or nested deeper than any manifest. */
export function refusal(text: string): SyntaxProblem | undefined {
  if (text.length > largest) return notYaml({ code: 'yaml-too-large', args: {} }, { start: 0, end: text.search(/$/m) });
  const dashes = /(?:[-?][ \t]+){500}/.exec(text);
  if (dashes) return notYaml(depth, { start: dashes.index, end: dashes.index + 1 });
  let level = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === openBracket || character === openBrace) level++;
    else if ((character === closeBracket || character === closeBrace) && level > 0) level--;
    if (level > deepest) return notYaml(depth, { start: at, end: at + 1 });
  }
  return undefined;
}

const depth: Remark<SyntaxCode> = { code: 'yaml-too-deep', args: {} };

export const tooDeep: SyntaxProblem = notYaml(depth, { start: 0, end: 1 });

/** The API server takes 3 MiB (MaxRequestBodyBytes, 1.37), of JSON: YAML may be longer by its blanks and comments. */
export const largest = 5 * 2 ** 20;

const deepest = 500;
const [openBracket, closeBracket, openBrace, closeBrace] = [91, 93, 123, 125];

function notYaml(remark: Remark<SyntaxCode>, range: Range): SyntaxProblem {
  return { kind: 'not-yaml', ...remark, range, path: [] };
}

/** What the library under the API server refuses before it looks at any structure. */
export function textProblems(text: string): readonly SyntaxProblem[] {
  const control = controlCharacter.exec(text);
  if (!control) return [...markBehindComments(text), ...separatorProblems(text)];
  const character = `U+${(control[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  const range = { start: control.index, end: control.index + control[0].length };
  return [notYaml({ code: 'yaml-control-character', args: { character } }, range)];
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const controlCharacter = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/;

/** A byte order mark may stand at the beginning of a document, before its comments; behind them, or `---`, it is a letter of the first key. */
function markBehindComments(text: string): readonly SyntaxProblem[] {
  const [before] = /^(?:---[ \t]*\r?\n)?(?:[ \t]*(?:#.*)?\r?\n)*(?=\ufeff)/.exec(text) ?? [];
  if (!before) return [];
  return [notYaml({ code: 'yaml-control-character', args: { character: 'U+FEFF' } }, { start: before.length, end: before.length + 1 })];
}

/** Behind the dashes of its line kubectl takes a comment alone (apimachinery util/yaml/decoder.go YAMLReader, 1.37). */
function separatorProblems(text: string): readonly SyntaxProblem[] {
  const misread = misreadSeparatorOf(text);
  if (misread !== undefined) {
    const args = { characters: lookAlikesIn(misread) };
    return [notYaml({ code: 'yaml-separator-misread', args }, { start: 0, end: misread.length })];
  }
  const line = /^---[^\S\r\n]*([^\s#][^\r\n]*)/.exec(text);
  if (!line) return [];
  const end = line[0].trimEnd().length;
  return [notYaml({ code: 'yaml-behind-separator', args: {} }, { start: line[0].length - (line[1] ?? '').length, end })];
}

/** What the library under the API server does not read, in words of ours. */
export function refusedByLibyaml({ problem, offset }: RefusedText, text: string): SyntaxProblem {
  const rest = text.slice(offset, offset + 200);
  const [word = ''] = /^\S*/.exec(rest) ?? [];
  const [line = ''] = /^[^\r\n]*/.exec(rest) ?? [];
  const within = (length: number) => ({ start: offset, end: Math.min(offset + Math.max(length, 1), text.length) });
  const [escaped = ''] = /^\\(?:x.{0,2}|u.{0,4}|U.{0,8}|.?)/.exec(rest) ?? [];
  if (problem === 'anchor') return notYaml({ code: 'yaml-anchor-name', args: { anchor: word } }, within(word.length));
  if (problem === 'escape') return notYaml({ code: 'yaml-escape', args: { escape: escaped } }, within(escaped.length));
  if (problem === 'directive') return notYaml({ code: 'yaml-directive', args: {} }, within(line.trimEnd().length));
  if (problem === 'tab' || rest.startsWith('\t')) return notYaml({ code: 'yaml-tab-indentation', args: {} }, within(1));
  return notYaml({ code: 'yaml-syntax', args: { detail: problem, sign: rest.charAt(0) } }, within(1));
}

function remarkOn({ code, message }: YAMLParseError): Remark<SyntaxCode> {
  switch (code) {
    case 'TAB_AS_INDENT':
      return { code: 'yaml-tab-indentation', args: {} };
    case 'BAD_INDENT':
      return { code: 'yaml-indentation', args: detailOf(firstLine(message)) };
    case 'MISSING_CHAR':
      return { code: 'yaml-missing-character', args: detailOf(firstLine(message)) };
    case 'BAD_DIRECTIVE':
      return { code: 'yaml-directive', args: {} };
    case 'RESOURCE_EXHAUSTION':
      return depth;
    default:
      return { code: 'yaml-syntax', args: detailOf(firstLine(message)) };
  }
}

function firstLine(message: string): string {
  const end = message.indexOf('\n');
  return end < 0 ? message : message.slice(0, end);
}
