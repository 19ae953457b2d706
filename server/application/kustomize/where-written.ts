import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range as TextRange } from 'vscode-languageserver-types';
import type { Place } from '../../kubernetes/finding/finding.ts';
import type { Range } from '../../manifest/document.ts';
import type { Layer, WrittenDocument } from '../../manifest/kustomize/layers.ts';
import { type NodePath, valueAt } from '../../plain/node-path.ts';
import { isRecord } from '../../plain/record.ts';
import { locate } from '../locate.ts';

/** A place in one of the files of a kustomization. */
export interface WrittenPlace {
  readonly file: string;
  readonly range: TextRange;
}

export function placeOf({ file, text, start }: WrittenDocument, range: Range): WrittenPlace {
  const document = TextDocument.create(file, 'yaml', 1, text);
  return { file, range: { start: document.positionAt(start + range.start), end: document.positionAt(start + range.end) } };
}

/**
 * Where a place of a built object is written: in the patch that says it last or in the object's own file, where the same value stands;
 * in the kustomization that changes it, by a suffix or a label; else where that is of which something is missing.
 * `words` are those of the value that it is about, where it is not about all of it.
 */
export function whereWritten(
  at: Place,
  built: unknown,
  { patches, origin }: { readonly patches: readonly WrittenDocument[]; readonly origin: WrittenDocument | undefined },
  layers: readonly Layer[],
  words?: string,
): WrittenPlace | undefined {
  const own = origin ? [origin] : [];
  const value = valueAt(built, at.path);
  for (const source of [...patches, ...own]) {
    const path = pathIn(source.body.value, built, at.path);
    if (path && valueAt(source.body.value, path) !== undefined && isSame(valueAt(source.body.value, path), value))
      return placeOf(source, ofWords(words, source.body.text, locate(source.body, { path, part: at.part })));
  }
  const changed = value === undefined ? undefined : changedBy(at.path, layers);
  if (changed) return changed;
  for (let length = at.path.length - 1; length > 0; length--) {
    for (const source of [...own, ...patches]) {
      const path = pathIn(source.body.value, built, at.path.slice(0, length));
      if (path && valueAt(source.body.value, path) !== undefined) return placeOf(source, locate(source.body, { path, part: 'key' }));
    }
  }
  return own[0] && placeOf(own[0], locate(own[0].body, { path: [], part: 'value' }));
}

/** Of a finding about some words of a value the place of these. */
function ofWords(words: string | undefined, text: string, whole: Range): Range {
  const at = words === undefined ? -1 : text.slice(whole.start, whole.end).indexOf(words);
  return at < 0 ? whole : { start: whole.start + at, end: whole.start + at + (words ?? '').length };
}

/** Of what spans lines it is enough that it is there. */
function isSame(one: unknown, other: unknown): boolean {
  return typeof one === 'object' ? typeof other === 'object' : one === other;
}

/** What items of lists are known by when kustomize merges them. */
const keys = ['name', 'mountPath', 'containerPort', 'key', 'topologyKey'] as const;

/** The path in a source of what stands at a path of the built object; undefined where the source has no such item. */
function pathIn(source: unknown, built: unknown, path: NodePath): NodePath | undefined {
  const found: (string | number)[] = [];
  for (const [depth, segment] of path.entries()) {
    const items = valueAt(source, found);
    const next =
      typeof segment === 'number' && Array.isArray(items) ? itemLike(items, valueAt(built, path.slice(0, depth + 1)), segment) : segment;
    if (next === undefined) return undefined;
    found.push(next);
  }
  return found;
}

function itemLike(items: readonly unknown[], built: unknown, place: number): number | undefined {
  const key = isRecord(built) ? keys.find((one) => built[one] !== undefined) : undefined;
  if (key === undefined || !isRecord(built)) return place < items.length ? place : undefined;
  const named = items.findIndex((item) => isRecord(item) && item[key] === built[key]);
  if (named >= 0) return named;
  // Operations write into an item that they do not name.
  const there = items[place];
  return isRecord(there) && there[key] === undefined ? place : undefined;
}

/** The field of the outermost kustomization that changes values at a path. */
function changedBy(path: NodePath, layers: readonly Layer[]): WrittenPlace | undefined {
  const [last, before] = [path.at(-1), path.at(-2)];
  const fields = [
    ...(last === 'name' && before === 'metadata' ? ['nameSuffix', 'namePrefix'] : []),
    ...(last === 'namespace' ? ['namespace'] : []),
    ...(last === 'image' ? ['images'] : []),
    ...(path.includes('labels') || path.includes('matchLabels') ? ['labels', 'commonLabels'] : []),
    ...(path.includes('annotations') ? ['commonAnnotations'] : []),
  ];
  for (const layer of layers) {
    const field = fields.find((one) => layer.value[one] !== undefined);
    if (field !== undefined) return placeOf(layer, locate(layer.body, { path: [field], part: 'value' }));
  }
  return undefined;
}
