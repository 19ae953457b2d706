import type { TextEdit } from 'vscode-languageserver-types';
import { parseBody } from '../../manifest/body.ts';
import type { ManifestBody } from '../../manifest/document.ts';
import { endOfLine } from '../../manifest/lines.ts';
import type { Source } from '../../manifest/source.ts';
import { type NodePath, startsWith, valueAt } from '../../plain/node-path.ts';
import { isRecord } from '../../plain/record.ts';
import { textEdit } from './edits.ts';
import { inserted, removed } from './entry-changes.ts';
import { applied, difference, endOfText, indented, type NewEntry, needsTheRest, type TextChange, unindented } from './text-change.ts';
import { flowText, yamlText } from './yaml-text.ts';

/**
 * Moves a field into the object at a path, with its comments and as it is textEdit where both stand in lines; objects missing
 * on the way are made. Undefined where that object is inside the field or has such a field, and where an anchor forbids it.
 */
export function moveField(source: Source, path: NodePath, object: NodePath): readonly TextEdit[] | undefined {
  const { body } = source.document;
  const name = path.at(-1);
  if (typeof name !== 'string' || startsWith(object, path) || body.entry([...object, name])) return undefined;
  const field = takenFrom(body, path);
  return field && moved(source, path, (rest) => inserted(rest, object, 'mapping', field));
}

/** Moves an object in a list to the beginning of another list, which is made where it is missing, with one more field at its head. */
export function moveItem(source: Source, path: NodePath, list: NodePath, name: string, value: unknown): readonly TextEdit[] | undefined {
  const { body } = source.document;
  const object = valueAt(body.value, path);
  const item = takenFrom(body, path);
  if (!item || !isRecord(object) || Object.hasOwn(object, name) || startsWith(list, path)) return undefined;
  const first = yamlText({ [name]: value });
  const isInBraces = body.collection(path)?.flow === true && item.yaml.startsWith('{');
  const lines = isInBraces ? withFirst(item.yaml, first, { [name]: value }) : `${first}\n${item.yaml}`;
  const added = { yaml: `- ${indented(lines, 2)}`, json: flowText({ [name]: value, ...object }) };
  return moved(source, path, (rest) => inserted(rest, list, 'sequence', added));
}

/** An object in braces with one more field at its head, whose text in lines may stand in braces only where no sign in it means something there. */
function withFirst(braces: string, line: string, field: Readonly<Record<string, unknown>>): string {
  const text = /^[\w./: -]+$/.test(line) ? line : flowText(field).slice(1, -1);
  return braces.replace(/^\{\s*/, (open) => `${open}${text}${braces.startsWith('}', open.length) ? '' : ', '}`);
}

/** What stands at a path: a field with its key, an item without its dash. What is outside of it must not be needed. */
function takenFrom(body: ManifestBody, path: NodePath): NewEntry | undefined {
  const entry = body.entry(path);
  const range = entry?.within.entries[entry.index];
  if (!entry || !range || needsTheRest(body, range)) return undefined;
  const value = valueAt(body.value, path);
  const name = path.at(-1);
  const json = typeof name === 'string' ? `${flowText(name)}: ${flowText(value)}` : flowText(value);
  if (entry.within.flow) return { yaml: yamlText(typeof name === 'string' ? { [name]: value } : value), json };
  const end = endOfLine(body.text, endOfText(body.text, range));
  return { yaml: unindented(body.text, { start: range.start, end }).trimEnd(), json };
}

/** Two edits, or one of all that lies between where they would stand in each other's way. */
function moved(source: Source, path: NodePath, insert: (body: ManifestBody) => TextChange | undefined): readonly TextEdit[] | undefined {
  const { body } = source.document;
  const removal = removed(body, path);
  const insertion = insert(body);
  if (!removal || !insertion) return undefined;
  const isApart = insertion.end <= removal.start || removal.end <= insertion.start;
  const both = isApart ? [insertion, removal] : [inTurn(body, removal, insert)];
  return both.flatMap((change) => textEdit(source, change) ?? []);
}

function inTurn(
  { text }: ManifestBody,
  removal: TextChange,
  insert: (body: ManifestBody) => TextChange | undefined,
): TextChange | undefined {
  const rest = applied(text, removal);
  const insertion = insert(parseBody(rest));
  return insertion && difference(text, applied(rest, insertion));
}
