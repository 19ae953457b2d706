import type { YAMLParseError } from 'yaml';
import type { SyntaxCode } from '../messages/en/decoding.ts';
import type { Remark } from '../messages/en/index.ts';
import { lookAlikesIn } from '../unicode/look-alikes.ts';
import { type Composed, compose } from './compose.ts';
import type { Range, SyntaxProblem } from './document.ts';
import { keyBeforeOtherColon } from './faults/colons.ts';
import { unreadBehind } from './faults/columns.ts';
import { detailOf } from './faults/library-sentences.ts';
import { libyamlVerdict, type RefusedText } from './libyaml/grammar.ts';
import { startOfLine } from './lines.ts';
import { isJson } from './plain-json.ts';
import { misreadSeparatorOf } from './split.ts';
import { isTemplated } from './templates/template-actions.ts';
import type { MappingNode, Node } from './tree.ts';

interface ReadSyntax {
  readonly root: Node | null;
  /** The first thing that keeps the text from being read. */
  readonly problem: SyntaxProblem | undefined;
  readonly ignored: SyntaxProblem | undefined;
  /** Whether our library reads all of it, whatever that of the API server does. */
  readonly isRead: boolean;
}

/**
 * Our YAML library makes the tree; whether the text is YAML decides that of the API server. Where that one reads a text and
 * ours does not, ours reads as far as it would.
 */
export function readSyntax(text: string): ReadSyntax {
  const read = readAll(text);
  if (read.problem ? isTemplated(text) : isJson(text)) return read;
  const verdict = libyamlVerdict(text);
  if (!verdict.refused) return read.problem && verdict.end < text.length ? readAll(text, verdict.end) : read;
  return read.problem ? read : { ...read, problem: refusedByLibyaml(verdict, text) };
}

function readAll(text: string, end = text.length): ReadSyntax {
  const { root, errors } = compose(text.slice(0, end).replace(otherLineBreaks, '\n'));
  const { problems, ignored = secondDocument(root, text) } = syntaxOf({ root, errors }, text);
  const [problem = root && textForMap(root, text)] = [...textProblems(text), ...problems];
  return { root, problem: problem ?? undefined, ignored, isRead: problem === undefined };
}

/** What is meant to be a manifest, alone or as an item of a List, and is plain text because no colon in it is one. */
function textForMap(root: Node, text: string): SyntaxProblem | undefined {
  const items = root.kind === 'mapping' ? root.entries.find(({ key }) => key?.kind === 'scalar' && key.text === 'items')?.value : undefined;
  const [first] = [root, ...(items?.kind === 'sequence' ? items.items : [])].flatMap((node) =>
    node?.kind === 'scalar' ? (keyBeforeOtherColon(text, node) ?? []) : [],
  );
  if (first === undefined) return undefined;
  const range = { start: first, end: first + 1 };
  return { kind: 'unreadable', code: 'yaml-syntax', args: { detail: 'colon', sign: text.charAt(first) }, range, path: [] };
}

/** A lone carriage return ends a line, and NEL, LS and PS do in YAML 1.1; each is one character, so that no offset moves. */
const otherLineBreaks = /\r(?!\n)|[\u0085\u2028\u2029]/g;

interface Syntax {
  readonly problems: readonly SyntaxProblem[];
  /** Where the library under the API server stops reading. */
  readonly ignored: SyntaxProblem | undefined;
}

/**
 * What is wrong with a tree in the eyes of the library under the API server. It stops at the end of the first value
 * and does not see what follows it in a lower indentation; it takes a comment right behind a bracket or a quote.
 */
function syntaxOf({ root, errors: all }: Composed, text: string): Syntax {
  const errors = all.filter(({ message }) => !takenAnyway.test(message));
  const end = root?.kind === 'mapping' ? root.end : Number.POSITIVE_INFINITY;
  const over = root?.kind === 'mapping' ? endOfReading(root, text) : Number.POSITIVE_INFINITY;
  const behind = errors.findIndex(({ message, pos }) => pos[0] >= over || (pos[0] >= end && message.includes(' at node end')));
  const seen = behind < 0 ? errors : errors.slice(0, behind);
  const first = errors[behind];
  return {
    problems: seen.map((error) => syntaxProblem(error, text)),
    ignored: first && unread(syntaxProblem(first, text), text),
  };
}

/** Documents are split at line feeds alone (`split.ts`); the library under the API server sees a separator behind any line break, and stops there. */
function secondDocument(root: Node | null, text: string): SyntaxProblem | undefined {
  const end = root?.kind === 'mapping' ? endOfDocument(root, text) : undefined;
  if (end) return end;
  const separators = /(?:\r(?!\n)|[\u0085\u2028\u2029])---(?![^\s\u0085])/g;
  separators.lastIndex = root?.start ?? text.length;
  const found = separators.exec(text);
  if (!found) return undefined;
  const start = found.index + 1;
  return { kind: 'unread', code: 'yaml-separator-not-read', args: {}, range: { start, end: start + 3 }, path: [] };
}

/** `...` ends a document, and kubectl reads none behind it, which may begin with a byte order mark. */
function endOfDocument(root: Node, text: string): SyntaxProblem | undefined {
  const dots = /^\.\.\.(?=[ \t]*(?:#.*)?\r?\n\uFEFF*(?:[ \t]*(?:#.*)?\r?\n\uFEFF*)*[ \t]*[^\s#])/gm;
  dots.lastIndex = root.end;
  const found = dots.exec(text);
  if (!found) return undefined;
  const range = { start: found.index, end: found.index + 3 };
  const title = { code: 'fix-replace', args: { value: '---' } } as const;
  const mends = [{ title, edits: [{ ...range, text: '---' }], preferred: true }];
  return { kind: 'unread', code: 'yaml-behind-end', args: {}, range, path: [], mends };
}

function unread({ range, path }: SyntaxProblem, text: string): SyntaxProblem {
  const mend = unreadBehind(text, range.start);
  return { kind: 'unread', code: 'yaml-not-read', args: {}, range, path, ...(mend ? { mends: [mend] } : {}) };
}

/** What the library under the API server takes: a comment right behind a bracket or a quote, and an escaped single quote. */
const takenAnyway = /^Comments must be separated|^Invalid escape sequence \\'/;

/** Where the library stops reading: behind a collection in braces, at `...`, at a directive, and at lines further out than the first key. */
function endOfReading({ flow, start, end }: MappingNode, text: string): number {
  if (flow) return end;
  const column = start - startOfLine(text, start);
  const stops = column > 0 ? new RegExp(`^(?:\\.\\.\\.(?=\\s|$)|%| {0,${column - 1}}[^\\s#])`, 'gm') : /^(?:\.\.\.(?=\s|$)|%)/gm;
  stops.lastIndex = end;
  return stops.exec(text)?.index ?? Number.POSITIVE_INFINITY;
}

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
function refusedByLibyaml({ problem, offset }: RefusedText, text: string): SyntaxProblem {
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
