import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit, Range as TextRange } from 'vscode-languageserver-types';
import type { ManifestDocument, NodePath, Range } from '../manifest/document.ts';
import { scalarText, yamlText } from './yaml-text.ts';

/** A document of a file together with the file's text: what an edit is made in. */
export interface Source {
  readonly text: TextDocument;
  readonly document: ManifestDocument;
}

/** Where a range of a document stands in the file. */
export function textRange({ text, document }: Source, range: Range): TextRange {
  return { start: text.positionAt(document.start + range.start), end: text.positionAt(document.start + range.end) };
}

/** Replaces what stands at a path by `text`; undefined where nothing stands. */
export function replaceValue(source: Source, path: NodePath, text: string): TextEdit | undefined {
  const { body } = source.document;
  const value = body.valueRange(path);
  const key = body.keyRange(path);
  if (!value) return undefined;
  // A key without a value: its value's range is that of the key, or empty behind the colon.
  if (key && (value.start === key.start || value.start === value.end)) {
    const colon = body.text.indexOf(':', key.end);
    return colon < 0 ? undefined : insertAt(source, colon + 1, ` ${text}`);
  }
  return { range: textRange(source, value), newText: text };
}

/** Writes a scalar as the document would: quoted in JSON and where YAML needs it. */
export function scalarFor(source: Source, value: string | number | boolean): string {
  return isJson(source) ? JSON.stringify(value) : scalarText(value);
}

export function renameKey(source: Source, path: NodePath, name: string): TextEdit | undefined {
  const key = source.document.body.keyRange(path);
  if (!key) return undefined;
  const quote = /^["']/.exec(source.document.body.text.slice(key.start))?.[0] ?? '';
  return { range: textRange(source, key), newText: `${quote}${name}${quote}` };
}

/** Takes a field with its value out, with the lines or the comma that belong to it. */
export function removeField(source: Source, path: NodePath): TextEdit | undefined {
  const { body } = source.document;
  const key = body.keyRange(path);
  const value = body.valueRange(path);
  if (!key || !value) return undefined;
  const end = Math.max(key.end, value.end);
  if (isFlow(source, path.slice(0, -1))) return removeFromFlow(source, key.start, end);
  const lineStart = body.text.lastIndexOf('\n', key.start - 1) + 1;
  const rest = lineEnd(body.text, end > key.end && body.text[end - 1] === '\n' ? end - 1 : end);
  if (/^\s*$/.test(body.text.slice(lineStart, key.start))) return edit(source, lineStart, rest, '');
  // The first key behind a dash: the next key takes its place, or nothing is left but an empty object.
  const column = key.start - lineStart;
  const next = body.text.slice(rest, rest + column);
  return next.length === column && /^ *$/.test(next) && /\S/.test(body.text[rest + column] ?? '')
    ? edit(source, key.start, rest + column, '')
    : edit(source, key.start, end, '{}');
}

/**
 * Puts a field into the object at a path, before the fields that are there. Objects missing on the way are made.
 * Undefined where the nearest object that exists is none that a field can be put into.
 */
export function insertField(source: Source, path: NodePath, value: unknown): TextEdit | undefined {
  const { body } = source.document;
  const name = path.at(-1);
  const parent = path.slice(0, -1);
  if (typeof name !== 'string') return undefined;
  const range = body.valueRange(parent);
  const key = body.keyRange(parent);
  const isThere = parent.length === 0 || key !== undefined || range !== undefined;
  if (!isThere) return insertField(source, parent, { [name]: value });
  const start = range?.start ?? 0;
  if (body.text[start] === '{') {
    const empty = /^\{\s*\}/.exec(body.text.slice(start));
    if (empty && !isJson(source) && parent.length > 0 && typeof parent.at(-1) === 'string')
      return edit(source, start, start + empty[0].length, below(source, parent, { [name]: value }));
    const entry = `${JSON.stringify(name)}: ${JSON.stringify(value)}${empty ? '' : ','}`;
    const gap = /^\{(\s*)/.exec(body.text.slice(start))?.[1] ?? '';
    return insertAt(source, start + 1, empty ? entry : gap.includes('\n') ? `${gap}${entry}` : `${gap}${entry} `.replace(/ +$/, gap === '' ? ' ' : ''));
  }
  const first = firstKey(source, parent);
  if (first !== undefined) {
    const column = first - (body.text.lastIndexOf('\n', first - 1) + 1);
    return insertAt(source, first, `${withBreaks(source, indented(yamlText({ [name]: value }), column))}${lineBreak(source)}${' '.repeat(column)}`);
  }
  if (!key) return parent.length === 0 ? insertAt(source, 0, `${withBreaks(source, yamlText({ [name]: value }))}${lineBreak(source)}`) : undefined;
  const text = body.text.slice(key.end);
  const colon = /^\s*:/.exec(text);
  const tail = colon && text.slice(colon[0].length);
  if (!colon || !tail || !/^[ \t]*(~|null)?[ \t]*(#.*)?(\r?\n|$)/.test(tail)) return colon && tail === '' ? insertAt(source, key.end + colon[0].length, below(source, parent, { [name]: value })) : undefined;
  const nothing = /^[ \t]*(~|null)?/.exec(tail)?.[0].length ?? 0;
  const at = key.end + colon[0].length;
  return edit(source, at, at + nothing, below(source, parent, { [name]: value }));
}

/** The lines of an object that begins on the line after its key. */
function below(source: Source, parent: NodePath, value: unknown): string {
  const key = source.document.body.keyRange(parent);
  const start = key?.start ?? 0;
  const column = start - (source.document.body.text.lastIndexOf('\n', start - 1) + 1);
  return withBreaks(source, `\n${yamlText(value, column + 2)}`);
}

/** The offset of the first key of a block map at a path. */
function firstKey({ document: { body } }: Source, path: NodePath): number | undefined {
  const value = body.valueRange(path);
  const key = body.keyRange(path);
  if (!value || body.text[value.start] === '{' || body.text[value.start] === '[') return undefined;
  if (typeof path.at(-1) === 'string' && key && value.start <= key.end) return undefined;
  return /^(?:[^\s#'"&*!|>@`%{}[\],-]|"[^"]*"|'[^']*')[^#\n]*?:(\s|$)/.test(body.text.slice(value.start)) ? value.start : undefined;
}

export function isJson({ document: { body } }: Source): boolean {
  return /^\s*[{[]/.test(body.text);
}

export function isFlow({ document: { body } }: Source, path: NodePath): boolean {
  const start = body.valueRange(path)?.start;
  return start !== undefined && (body.text[start] === '{' || body.text[start] === '[');
}

function removeFromFlow(source: Source, start: number, end: number): TextEdit {
  const { text } = source.document.body;
  const after = /^\s*,\s*/.exec(text.slice(end));
  if (after) return edit(source, start, end + after[0].length, '');
  const before = /\s*,\s*$/.exec(text.slice(0, start));
  return edit(source, start - (before?.[0].length ?? 0), end, '');
}

/** Replaces a stretch of the document, by offsets in it. */
export function edit(source: Source, start: number, end: number, newText: string): TextEdit {
  return { range: textRange(source, { start, end }), newText };
}

function insertAt(source: Source, offset: number, newText: string): TextEdit {
  return edit(source, offset, offset, newText);
}

/** The line break that the document uses. */
export function lineBreak({ document: { body } }: Source): string {
  return body.text.includes('\r\n') ? '\r\n' : '\n';
}

export function withBreaks(source: Source, text: string): string {
  return text.replaceAll('\n', lineBreak(source));
}

/** All lines but the first moved to the right. */
function indented(text: string, columns: number): string {
  return text.replaceAll('\n', `\n${' '.repeat(columns)}`);
}

function lineEnd(text: string, offset: number): number {
  const at = text.indexOf('\n', offset);
  return at < 0 ? text.length : at + 1;
}
