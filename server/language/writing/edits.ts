import type { TextEdit } from 'vscode-languageserver-types';
import type { Range } from '../../manifest/document.ts';
import { columnOf, lineBreakOf, startOfLine, startOfNextLine } from '../../manifest/lines.ts';
import { type Source, textRange } from '../../manifest/source.ts';
import type { NodePath } from '../../plain/node-path.ts';
import { scalarText, yamlText } from './yaml-text.ts';

/** Replaces what stands at a path by `text`; undefined where nothing stands. */
export function replaceValue(source: Source, path: NodePath, text: string): TextEdit | undefined {
  const { body } = source.document;
  const value = body.valueRange(path);
  const key = body.keyRange(path);
  if (!value) return undefined;
  // A key without a value: its value's range is that of the key, or empty behind the colon.
  if (key && typeof path.at(-1) === 'string' && (value.start === key.start || value.start === value.end)) {
    const colon = body.text.indexOf(':', key.end);
    return colon < 0 ? undefined : insertAt(source, colon + 1, ` ${text}`);
  }
  const end = value.start + body.text.slice(value.start, value.end).trimEnd().length;
  // What stood on lines of its own and fits on one goes behind its key.
  const gap =
    key && typeof path.at(-1) === 'string' && !text.includes('\n')
      ? /^\s*:[ \t]*\r?\n\s*$/.exec(body.text.slice(key.end, value.start))
      : null;
  if (key && gap) return edit(source, key.end + gap[0].indexOf(':') + 1, end, ` ${text}`);
  return edit(source, value.start, end, text);
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

/** Takes a field or a list item out, with the lines or the comma that belong to it. */
export function removeField(source: Source, path: NodePath): TextEdit | undefined {
  const { body } = source.document;
  const key = body.keyRange(path);
  const value = body.valueRange(path);
  if (!key || !value) return undefined;
  if (typeof path.at(-1) === 'number' && !isFlow(source, path.slice(0, -1))) return removeItem(source, value);
  const end = Math.max(key.end, value.end);
  if (isFlow(source, path.slice(0, -1))) return removeFromFlow(source, key.start, end);
  const lineStart = startOfLine(body.text, key.start);
  const rest = startOfNextLine(body.text, end > key.end && body.text[end - 1] === '\n' ? end - 1 : end);
  if (/^\s*$/.test(body.text.slice(lineStart, key.start))) return edit(source, lineStart, rest, '');
  // The first key behind a dash: the next key takes its place, or nothing is left but an empty object.
  const column = key.start - lineStart;
  const next = body.text.slice(rest, rest + column);
  return next.length === column && /^ *$/.test(next) && /\S/.test(body.text[rest + column] ?? '')
    ? edit(source, key.start, rest + column, '')
    : edit(source, key.start, end, '{}');
}

/** A list item of its own lines; undefined where something else stands on them, as with a list in a list. */
function removeItem(source: Source, value: Range): TextEdit | undefined {
  const { text } = source.document.body;
  const lineStart = startOfLine(text, value.start);
  if (!/^\s*-\s+$/.test(text.slice(lineStart, value.start))) return undefined;
  return edit(
    source,
    lineStart,
    startOfNextLine(text, Math.max(value.start, text[value.end - 1] === '\n' ? value.end - 1 : value.end)),
    '',
  );
}

/** A field to be put in: as lines of block YAML that begin at column 0, and as JSON. */
interface Entry {
  readonly yaml: string;
  readonly json: string;
}

/**
 * Puts a field into the object at a path, before the fields that are there. Objects missing on the way are made.
 * Undefined where the nearest object that exists is none that a field can be put into.
 */
export function insertField(source: Source, path: NodePath, value: unknown): TextEdit | undefined {
  const name = path.at(-1);
  if (typeof name !== 'string') return undefined;
  return insertEntry(source, path.slice(0, -1), entryOf(name, value));
}

function entryOf(name: string, value: unknown): Entry {
  return { yaml: yamlText({ [name]: value }), json: `${JSON.stringify(name)}: ${JSON.stringify(value)}` };
}

/** As insertField, for a field with lines of its own. */
export function insertEntry(source: Source, parent: NodePath, entry: Entry): TextEdit | undefined {
  const { body } = source.document;
  const value = body.valueRange(parent);
  const key = body.keyRange(parent);
  const name = parent.at(-1);
  if (parent.length > 0 && !value && !key) {
    if (typeof name !== 'string') return undefined;
    const yaml = `${scalarText(name)}:\n  ${indented(entry.yaml, 2)}`;
    return insertEntry(source, parent.slice(0, -1), { yaml, json: `${JSON.stringify(name)}: {${entry.json}}` });
  }
  const start = value?.start ?? 0;
  if (body.text[start] === '{') return insertIntoFlow(source, parent, start, entry);
  const first = firstKey(source, parent);
  if (first !== undefined) {
    const column = columnOf(source.document.body.text, first);
    return insertAt(
      source,
      first,
      `${withBreaks(source, indented(entry.yaml, column))}${lineBreakOf(source.document.body.text)}${' '.repeat(column)}`,
    );
  }
  if (parent.length === 0)
    return value ? undefined : insertAt(source, 0, `${withBreaks(source, entry.yaml)}${lineBreakOf(source.document.body.text)}`);
  if (!key || typeof name !== 'string') return undefined;
  // A key without a value, or with null for one.
  const empty = /^\s*:[ \t]*(~|null)?(?=[ \t]*(#.*)?(\r?\n|$))/.exec(body.text.slice(key.end));
  if (!empty) return undefined;
  const colon = key.end + empty[0].indexOf(':') + 1;
  return edit(source, colon, key.end + empty[0].trimEnd().length, below(source, key.start, entry));
}

function insertIntoFlow(source: Source, parent: NodePath, start: number, entry: Entry): TextEdit {
  const { body } = source.document;
  const empty = /^\{\s*\}/.exec(body.text.slice(start));
  const key = body.keyRange(parent);
  if (empty && key && typeof parent.at(-1) === 'string' && !isFlow(source, parent.slice(0, -1)))
    return edit(source, start, start + empty[0].length, below(source, key.start, entry));
  const gap = /^\{(\s*)/.exec(body.text.slice(start))?.[1] ?? '';
  const comma = empty ? '' : gap.includes('\n') ? ',' : ', ';
  return insertAt(source, start + 1, `${gap}${entry.json}${comma.trimEnd() === comma ? comma : gap === '' ? comma : ','}`);
}

/** The lines of an object that begins on the line after its key. */
function below(source: Source, key: number, { yaml }: Entry): string {
  const column = columnOf(source.document.body.text, key) + 2;
  return withBreaks(source, `\n${' '.repeat(column)}${indented(yaml, column)}`);
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

function withBreaks(source: Source, text: string): string {
  return text.replaceAll('\n', lineBreakOf(source.document.body.text));
}

/** All lines but the first moved to the right. */
function indented(text: string, columns: number): string {
  return text.replaceAll('\n', `\n${' '.repeat(columns)}`);
}
