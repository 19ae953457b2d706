import type { TextEdit } from 'vscode-languageserver-types';
import type { ManifestBody, WrittenCollection } from '../../manifest/document.ts';
import { lineBreakOf } from '../../manifest/lines.ts';
import { type Source, textRange } from '../../manifest/source.ts';
import { type NodePath, valueAt } from '../../plain/node-path.ts';
import { fillBlockValue, insertIntoBlock, removeFromBlock, writeBlockValue } from './block-edits.ts';
import { type Change, endOfText, indented, isNeededElsewhere, type NewField } from './change.ts';
import { insertIntoFlow, removeFromFlow, writeFlowValue } from './flow-edits.ts';
import { flowText, isNested, scalarText, yamlText } from './yaml-text.ts';

/**
 * Edits of a document that keep all of it but what they are asked to change, comments included. Each is undefined where it
 * cannot be made: nothing stands at the path, or what stands there is written in a way that the edit would break, as with an
 * anchor that is needed elsewhere. What a path reaches through an alias or a merge is edited where it is written.
 */

/** Makes what a path leads to this value, whether something stands there or not. Objects missing on the way are made. */
export function setValue(source: Source, path: NodePath, value: unknown): TextEdit | undefined {
  const { body } = source.document;
  const entry = body.entry(path);
  if (!entry) return insertField(source, path, value);
  const inLines = !entry.within.flow && isNested(value) && isEmpty(body, path);
  if (inLines) return written(source, fillBlockValue(body.text, entry, yamlText(value)));
  return replaceValue(source, path, textFor(source, value));
}

/** Replaces what stands at a path by `text`. */
export function replaceValue(source: Source, path: NodePath, text: string): TextEdit | undefined {
  return written(source, replaced(source.document.body, path, text));
}

export function renameKey(source: Source, path: NodePath, name: string): TextEdit | undefined {
  const { body } = source.document;
  const key = body.entry(path)?.key;
  const isTaken = body.entry([...path.slice(0, -1), name]) !== undefined;
  if (!key || isTaken) return undefined;
  const [quote = ''] = /^["'|>*]/.exec(body.text.slice(key.start)) ?? [];
  if (quote === '') return written(source, { ...key, text: scalarText(name) });
  if (quote === '"') return written(source, { ...key, text: JSON.stringify(name) });
  return quote === "'" ? written(source, { ...key, text: `'${name.replaceAll("'", "''")}'` }) : undefined;
}

/** Takes a field or a list item out, with the lines or the comma that belong to it. The last one leaves `{}` or `[]`. */
export function removeField(source: Source, path: NodePath): TextEdit | undefined {
  const { body } = source.document;
  const entry = body.entry(path);
  if (!entry) return undefined;
  const { within, index } = entry;
  const range = within.entries[index];
  if (!range || isNeededElsewhere(body, range)) return undefined;
  if (within.entries.length === 1) return written(source, emptied(body, path.slice(0, -1), within));
  return written(source, (within.flow ? removeFromFlow : removeFromBlock)(body.text, within, index));
}

/**
 * Puts a field into the object at a path, before the fields that are there. Objects missing on the way are made. Undefined where
 * the nearest object that exists is none that a field can be put into, and where the field is there with a value.
 */
export function insertField(source: Source, path: NodePath, value: unknown): TextEdit | undefined {
  const name = path.at(-1);
  const { body } = source.document;
  if (typeof name !== 'string') return undefined;
  if (body.entry(path)) return valueAt(body.value, path) === null ? setValue(source, path, value) : undefined;
  return insertEntry(source, path.slice(0, -1), { yaml: yamlText({ [name]: value }), json: `${JSON.stringify(name)}: ${flowText(value)}` });
}

/** As insertField, for a field with lines of its own. */
export function insertEntry(source: Source, parent: NodePath, field: NewField): TextEdit | undefined {
  return written(source, inserted(source.document.body, parent, field));
}

/** A value as text of one line that may stand anywhere in the document: as JSON in JSON, and in quotes only where YAML needs them. */
export function textFor(source: Source, value: unknown): string {
  const isScalar = typeof value !== 'object' || value === null;
  return isScalar && !isJson(source) ? scalarText(value) : flowText(value);
}

export function isJson({ document: { body } }: Source): boolean {
  return body.collection([])?.flow === true;
}

export function isFlow({ document: { body } }: Source, path: NodePath): boolean {
  return body.collection(path)?.flow === true;
}

/** Replaces a stretch of the document, by offsets in it. */
export function edit(source: Source, start: number, end: number, newText: string): TextEdit {
  return { range: textRange(source, { start, end }), newText };
}

/** A change with the line breaks that the document uses. */
function written(source: Source, change: Change | undefined): TextEdit | undefined {
  if (!change) return undefined;
  return edit(source, change.start, change.end, change.text.replace(/\r?\n/g, lineBreakOf(source.document.body.text)));
}

function replaced(body: ManifestBody, path: NodePath, text: string): Change | undefined {
  const entry = body.entry(path);
  if (!entry) return undefined;
  const change = (entry.within.flow ? writeFlowValue : writeBlockValue)(body.text, entry, text);
  // An anchor of the value itself stays before it.
  return change && isNeededElsewhere(body, { start: change.start + 1, end: change.end }) ? undefined : change;
}

function emptied(body: ManifestBody, path: NodePath, { kind, start, end }: WrittenCollection): Change | undefined {
  const text = kind === 'mapping' ? '{}' : '[]';
  if (path.length === 0) return { start, end: endOfText(body.text, { start, end }), text };
  return body.entry(path)?.value?.start === start ? replaced(body, path, text) : undefined;
}

function inserted(body: ManifestBody, parent: NodePath, field: NewField): Change | undefined {
  const name = parent.at(-1);
  const entry = body.entry(parent);
  if (name !== undefined && !entry) return typeof name === 'string' ? inserted(body, parent.slice(0, -1), inside(name, field)) : undefined;
  const collection = body.collection(parent);
  if (collection?.kind === 'sequence') return undefined;
  if (entry && !entry.within.flow && isEmpty(body, parent)) return fillBlockValue(body.text, entry, field.yaml);
  if (collection) return (collection.flow ? insertIntoFlow : insertIntoBlock)(body.text, collection, field);
  return entry && isEmpty(body, parent) ? writeFlowValue(body.text, entry, `{${field.json}}`) : undefined;
}

/** Nothing, null or a collection of nothing. */
function isEmpty(body: ManifestBody, path: NodePath): boolean {
  return body.collection(path)?.entries.length === 0 || valueAt(body.value, path) === null;
}

/** A field as the only one of an object of that name. */
function inside(name: string, { yaml, json }: NewField): NewField {
  return { yaml: `${scalarText(name)}:\n  ${indented(yaml, 2)}`, json: `${JSON.stringify(name)}: {${json}}` };
}
