import { type ApiField, fieldsOf, isList, isMap, scalarShape, typeName } from '../../kubernetes/fields/api-fields.ts';
import { likelyKind, saidKind } from '../../kubernetes/fields/kind-in-text.ts';
import { rootPlace } from '../../kubernetes/fields/places.ts';
import type { JobKind } from '../../kubernetes/kinds.ts';
import type { ManifestBody } from '../../manifest/document.ts';
import { lineBreakOf } from '../../manifest/lines.ts';
import type { JudgedObject } from '../../validation/judge/judge.ts';
import type { Analysis } from '../analysis.ts';

/** Whether most of a document stands at column 0, as YAML does that was copied from some web pages; it may be broken by that. */
export function hasLostIndentation(body: ManifestBody, { kind, at, findings }: JudgedObject): boolean {
  if (at.length > 0 || /^\s*\{/.test(body.text)) return false;
  if (findings.some(({ reason }) => reason === 'NotYAML')) return lostKeys(body.text, kind ?? saidKind(body.text)) >= 3;
  if (kind === null || findings.length < 3) return false;
  const lost = findings.filter(
    (finding) => finding.reason === 'UnknownField' && finding.at.path.length === 1 && isFieldSomewhere(kind, finding.at.path[0]),
  );
  return lost.length >= 3;
}

/** How many lines at column 0 have keys that belong further inside. */
function lostKeys(text: string, kind: JobKind | undefined): number {
  const own = kind && fieldsOf(rootPlace(kind).field);
  if (!kind || !own) return 0;
  const keys = [...text.matchAll(/^(\w+)\s*:(?=\s|$)/gm)].map((match) => match[1] ?? '');
  return keys.filter((key) => !Object.hasOwn(own, key) && isFieldSomewhere(kind, key)).length;
}

/** A text with every manifest that lost its indentation nested again; undefined where none has. */
export function nestFile({ text, objects }: Pick<Analysis, 'text' | 'objects'>): string | undefined {
  const lost = objects.filter(({ source, judged }) => hasLostIndentation(source.document.body, judged));
  if (!lost.length) return undefined;
  let content = text.getText();
  // From the last to the first, so that the places of those before stay what they are.
  for (const { source, judged } of [...lost].reverse()) {
    const { start, body } = source.document;
    const nested = nestAgain(body.text, judged.kind ?? likelyKind(body.text));
    content = content.slice(0, start) + nested + content.slice(start + body.text.length);
  }
  return content;
}

/** An object, list or map whose lines are being placed. */
interface Open {
  readonly field: ApiField;
  /** Where its keys or dashes begin. */
  readonly column: number;
  readonly present: Set<string>;
}

/** Where a field could belong to several of the objects around it, the one that people mean. */
const preferred: Readonly<Record<string, string>> = { restartPolicy: 'PodSpec', activeDeadlineSeconds: 'JobSpec' };

/** Nests the lines of a manifest by what each field belongs to. Comments go with the line that follows them. */
export function nestAgain(text: string, kind: JobKind): string {
  let stack: Open[] = [{ field: rootPlace(kind).field, column: 0, present: new Set() }];
  const output: string[] = [];
  let waiting: string[] = [];
  /** The column of a block scalar's text while its lines go on. */
  let block: number | undefined;
  for (const line of text.split(/\r?\n/)) {
    const { dashes, content } = readLine(line);
    if (content === '' && dashes === 0) {
      waiting.push('');
      continue;
    }
    if (content.startsWith('#') && block === undefined) {
      waiting.push(content);
      continue;
    }
    const entry = readEntry(content);
    const place = entry && placeOf(stack, dashes, entry);
    if (block !== undefined && !place) {
      emit(line.trim(), block);
      continue;
    }
    block = undefined;
    if (!entry) {
      stack = closeTo(stack, (open) => isList(open.field));
      const column = stack.at(-1)?.column ?? 0;
      emit(`${'- '.repeat(dashes)}${content}`, column);
      if (/^[|>][-+\d]*$/.test(content)) block = column + 2;
      continue;
    }
    const { open, column, depth } = place ?? { open: stack.at(-1), column: stack.at(-1)?.column ?? 0, depth: stack.length };
    stack = stack.slice(0, depth);
    const item =
      dashes > 0 && open && isList(open.field)
        ? { field: open.field.items ?? {}, column: column + 2, present: new Set<string>() }
        : undefined;
    if (item) stack.push(item);
    const owner = item ?? open;
    emit(`${item ? '- ' : ''}${content}`, column);
    owner?.present.add(entry.key);
    const field = owner && childOf(owner.field, entry.key);
    const own = item ? item.column : column;
    if (/^[|>]/.test(entry.value)) block = own + 2;
    else if (entry.value === '' && field && !scalarShape(field)) stack.push({ field, column: own + 2, present: new Set() });
  }
  return [...output, ...waiting].join(lineBreakOf(text));

  function emit(content: string, column: number): void {
    for (const comment of waiting) output.push(comment === '' ? '' : `${' '.repeat(column)}${comment}`);
    waiting = [];
    output.push(`${' '.repeat(column)}${content}`);
  }
}

interface Entry {
  readonly key: string;
  /** Without comment. */
  readonly value: string;
}

/** The innermost open object that the entry can belong to; a map of free keys only when no object has such a field. */
function placeOf(stack: readonly Open[], dashes: number, entry: Entry): { open: Open; column: number; depth: number } | undefined {
  const candidates = stack.map((open, index) => ({ open, column: open.column, depth: index + 1 })).reverse();
  if (dashes > 0) return candidates.find(({ open }) => isList(open.field) && open.field.items && fits(open.field.items, entry));
  const objects = candidates.filter(({ open }) => fieldsOf(open.field) && !open.present.has(entry.key) && fits(open.field, entry));
  const wanted = preferred[entry.key];
  return (
    objects.find(({ open }) => typeName(open.field) === wanted) ??
    objects[0] ??
    candidates.find(({ open }) => isMap(open.field) && !open.present.has(entry.key) && entry.value !== '')
  );
}

/** Whether an object of that type has the entry's field, with a value of that form. */
function fits(field: ApiField, { key, value }: Entry): boolean {
  const child = fieldsOf(field) && childOf(field, key);
  if (!child) return false;
  if (/^[&*{[]/.test(value)) return !/^[{[]/.test(value) || !scalarShape(child);
  return (value === '') !== (scalarShape(child) !== undefined);
}

function childOf(field: ApiField, key: string): ApiField | undefined {
  const fields = fieldsOf(field);
  if (fields) return Object.hasOwn(fields, key) ? fields[key] : undefined;
  return field.additionalProperties;
}

function closeTo(stack: readonly Open[], wanted: (open: Open) => boolean): Open[] {
  const depth = stack.findLastIndex(wanted);
  return depth < 0 ? [...stack] : stack.slice(0, depth + 1);
}

function readLine(line: string): { dashes: number; content: string } {
  const match = /^[\s\uFEFF]*((?:-\s+|-$)*)(.*)$/.exec(line);
  return { dashes: (match?.[1] ?? '').split('-').length - 1, content: (match?.[2] ?? '').trimEnd() };
}

function readEntry(content: string): Entry | undefined {
  const match = /^["']?([\w./-]+)["']?\s*:(?:\s+(.*))?$/.exec(content);
  return match ? { key: match[1] ?? '', value: (match[2] ?? '').replace(/(^|\s)#.*$/, '').trim() } : undefined;
}

/** Whether a key that is none of the document's own fields is a field of something inside it. */
function isFieldSomewhere(kind: JobKind, key: string | number | undefined): boolean {
  if (typeof key !== 'string') return false;
  const seen = new Set<string>();
  const queue = [rootPlace(kind).field];
  for (let field = queue.pop(); field; field = queue.pop()) {
    const fields = fieldsOf(field);
    if (fields && Object.hasOwn(fields, key)) return true;
    for (const child of Object.values(fields ?? {})) {
      const inner = child.items ?? child;
      if (inner.$ref === undefined || seen.has(inner.$ref)) continue;
      seen.add(inner.$ref);
      queue.push(inner);
    }
  }
  return false;
}
