import type { ManifestBody, WrittenCollection } from '../../manifest/document.ts';
import { columnOf } from '../../manifest/lines.ts';
import { type NodePath, valueAt } from '../../plain/node-path.ts';
import { hasContent } from '../../plain/record.ts';
import { fillBlockValue, insertIntoBlock, removeFromBlock, writeBlockValue } from './block-edits.ts';
import { insertIntoFlow, removeFromFlow, writeFlowValue } from './flow-edits.ts';
import { endOfText, indented, isNeededElsewhere, type NewEntry, type TextChange } from './text-change.ts';
import { flowText, scalarText, yamlText } from './yaml-text.ts';

/** A field or item with text of one line, or lines that suit its column, for its value. */
export function replaced(body: ManifestBody, path: NodePath, text: string): TextChange | undefined {
  const entry = body.entry(path);
  if (!entry) return undefined;
  const change = (entry.within.flow ? writeFlowValue : writeBlockValue)(body.text, entry, text);
  // An anchor of the value itself stays before it.
  return change && isNeededElsewhere(body, { start: change.start + 1, end: change.end }) ? undefined : change;
}

/** A field or item with this value, whatever it had: in lines where that stood in lines, or where there was nothing. */
export function reset(body: ManifestBody, path: NodePath, value: unknown): TextChange | undefined {
  const entry = body.entry(path);
  if (!entry || entry.within.flow || !hasContent(value)) return replaced(body, path, textOf(body, value));
  if (isEmpty(body, path)) return fillBlockValue(body.text, entry, yamlText(value));
  const isAlike = body.collection(path)?.kind === (Array.isArray(value) ? 'sequence' : 'mapping');
  return (isAlike ? rewritten(body, path, yamlText(value)) : undefined) ?? replaced(body, path, textOf(body, value));
}

/** A map or list that stands in lines with other lines, given from column 0 on, in its column. */
export function rewritten(body: ManifestBody, path: NodePath, lines: string): TextChange | undefined {
  const collection = body.collection(path);
  if (collection?.flow !== false || isNeededElsewhere(body, { start: collection.start + 1, end: collection.end })) return undefined;
  const { start } = collection;
  return { start, end: endOfText(body.text, collection), text: indented(lines, columnOf(body.text, start)) };
}

export function renamed(body: ManifestBody, path: NodePath, name: string): TextChange | undefined {
  const key = body.entry(path)?.key;
  const isTaken = body.entry([...path.slice(0, -1), name]) !== undefined;
  if (!key || isTaken) return undefined;
  const [sign = ''] = /^["'|>*]/.exec(body.text.slice(key.start)) ?? [];
  if (sign === '') return { ...key, text: scalarText(name) };
  if (sign === '"') return { ...key, text: flowText(name) };
  return sign === "'" ? { ...key, text: `'${name.replaceAll("'", "''")}'` } : undefined;
}

export function removed(body: ManifestBody, path: NodePath): TextChange | undefined {
  const entry = body.entry(path);
  const range = entry?.within.entries[entry.index];
  if (!entry || !range || isNeededElsewhere(body, range)) return undefined;
  if (entry.within.entries.length === 1) return emptied(body, path.slice(0, -1), entry.within);
  return (entry.within.flow ? removeFromFlow : removeFromBlock)(body.text, entry.within, entry.index);
}

/** An entry put before those of the map or list at a path; what is missing on the way is made. */
export function inserted(body: ManifestBody, path: NodePath, kind: WrittenCollection['kind'], added: NewEntry): TextChange | undefined {
  const entry = body.entry(path);
  const collection = body.collection(path);
  if (path.length > 0 && !entry) return insertedWithin(body, path, kind, added);
  if (collection && collection.kind !== kind) return undefined;
  if (entry && !entry.within.flow && isEmpty(body, path)) return fillBlockValue(body.text, entry, added.yaml);
  if (collection) return (collection.flow ? insertIntoFlow : insertIntoBlock)(body.text, collection, added);
  const alone = kind === 'mapping' ? `{${added.json}}` : `[${added.json}]`;
  return entry && isEmpty(body, path) ? writeFlowValue(body.text, entry, alone) : undefined;
}

/** A value as text of one line that may stand anywhere in a document: as JSON in JSON, in quotes only where YAML needs them. */
function textOf(body: ManifestBody, value: unknown): string {
  const isScalar = typeof value !== 'object' || value === null;
  return isScalar && body.collection([])?.flow !== true ? scalarText(value) : flowText(value);
}

/** The entry as the only one of a map or list of its own, which is not there yet. */
function insertedWithin(
  body: ManifestBody,
  path: NodePath,
  kind: WrittenCollection['kind'],
  { yaml, json }: NewEntry,
): TextChange | undefined {
  const name = path.at(-1);
  if (typeof name !== 'string') return undefined;
  return inserted(body, path.slice(0, -1), 'mapping', {
    yaml: `${scalarText(name)}:\n  ${indented(yaml, 2)}`,
    json: `${flowText(name)}: ${kind === 'mapping' ? `{${json}}` : `[${json}]`}`,
  });
}

function emptied(body: ManifestBody, path: NodePath, { kind, start, end }: WrittenCollection): TextChange | undefined {
  const text = kind === 'mapping' ? '{}' : '[]';
  if (path.length === 0) return { start, end: endOfText(body.text, { start, end }), text };
  return body.entry(path)?.value?.start === start ? replaced(body, path, text) : undefined;
}

/** Nothing, null or a collection of nothing. */
function isEmpty(body: ManifestBody, path: NodePath): boolean {
  return body.collection(path)?.entries.length === 0 || valueAt(body.value, path) === null;
}
