import type { TextEdit } from 'vscode-languageserver-types';
import { lineBreakOf } from '../../manifest/lines.ts';
import { type Source, textRange } from '../../manifest/source.ts';
import { type NodePath, valueAt } from '../../plain/node-path.ts';
import { inserted, removed, renamed, replaced, reset, rewritten } from './entry-changes.ts';
import { endOfText, indented, type NewEntry, type TextChange, unindented } from './text-change.ts';
import { flowText, yamlText } from './yaml-text.ts';

/**
 * Edits of a document that keep all of it but what they are asked to change, comments included. Each is undefined where it
 * cannot be made: nothing stands at the path, or what stands there is written in a way that the edit would break, as with an
 * anchor that is needed elsewhere. What a path reaches through an alias or a merge is edited where it is written.
 */

/** Makes what a path leads to this value, whether something stands there or not. Objects missing on the way are made. */
export function setValue(source: Source, path: NodePath, value: unknown): TextEdit | undefined {
  const { body } = source.document;
  return body.entry(path) ? textEdit(source, reset(body, path, value)) : insertField(source, path, value);
}

/** Replaces what stands at a path by a text of one line. */
export function replaceValue(source: Source, path: NodePath, text: string): TextEdit | undefined {
  return textEdit(source, replaced(source.document.body, path, text));
}

/** Replaces the lines of a map or list by others, which begin at column 0; undefined where it does not stand in lines. */
export function replaceLines(source: Source, path: NodePath, lines: string): TextEdit | undefined {
  return textEdit(source, rewritten(source.document.body, path, lines));
}

/** Makes the map at a path the one item of a list in its place. */
export function makeItem(source: Source, path: NodePath): TextEdit | undefined {
  const { body } = source.document;
  const map = body.collection(path);
  if (map?.kind !== 'mapping') return undefined;
  if (map.flow) return replaceValue(source, path, `[${body.text.slice(map.start, endOfText(body.text, map))}]`);
  return replaceLines(source, path, `- ${indented(unindented(body.text, { start: map.start, end: endOfText(body.text, map) }), 2)}`);
}

/** Gives a field another name, in quotes as it was; undefined where there is a field of that name. */
export function renameKey(source: Source, path: NodePath, name: string): TextEdit | undefined {
  return textEdit(source, renamed(source.document.body, path, name));
}

/** Takes a field or a list item out, with the lines or the comma that belong to it. The last one leaves `{}` or `[]`. */
export function removeField(source: Source, path: NodePath): TextEdit | undefined {
  return textEdit(source, removed(source.document.body, path));
}

/**
 * Puts a field into the object at a path, before the fields that are there. Objects missing on the way are made. Undefined where
 * the nearest object that exists is none that a field can be put into, and where the field is there with a value.
 */
export function insertField(source: Source, path: NodePath, value: unknown): TextEdit | undefined {
  const name = path.at(-1);
  const { body } = source.document;
  if (typeof name !== 'string') return undefined;
  if (body.entry(path)) return valueAt(body.value, path) === null ? textEdit(source, reset(body, path, value)) : undefined;
  return insertEntry(source, path.slice(0, -1), { yaml: yamlText({ [name]: value }), json: `${flowText(name)}: ${flowText(value)}` });
}

/** As insertField, for a field with lines of its own. */
export function insertEntry(source: Source, object: NodePath, field: NewEntry): TextEdit | undefined {
  return textEdit(source, inserted(source.document.body, object, 'mapping', field));
}

/** Whether a document is JSON, or YAML all between braces. */
export function isJson({ document: { body } }: Source): boolean {
  return body.collection([])?.flow === true;
}

/** Whether the map or list at a path stands between braces or brackets. */
export function isFlow({ document: { body } }: Source, path: NodePath): boolean {
  return body.collection(path)?.flow === true;
}

/** Replaces a stretch of the document, by offsets in it. */
export function edit(source: Source, start: number, end: number, newText: string): TextEdit {
  return { range: textRange(source, { start, end }), newText };
}

/** A change with the line breaks that the document uses. */
export function textEdit(source: Source, change: TextChange | undefined): TextEdit | undefined {
  if (!change) return undefined;
  return edit(
    source,
    change.start,
    change.end,
    change.text.replace(/\r?\n/g, () => lineBreakOf(source.document.body.text)),
  );
}
