import type { NodePath } from '../plain/node-path.ts';
import { onceIn } from '../plain/once-per.ts';
import type { Child, Range, ScalarSource, WrittenAlias, WrittenCollection, WrittenEntry } from './document.ts';
import { endOfLine } from './lines.ts';
import { isMergeKey, keyOf } from './nodes.ts';
import { type PathAt, pathAt } from './path-at.ts';
import type { AliasNode, Entry, MappingNode, Node, SequenceNode } from './tree.ts';

/** What stands at a path: the entry of a map or list, or the root. */
interface FoundNode {
  readonly key: Node | null;
  readonly value: Node | null;
  readonly within?: { readonly collection: MappingNode | SequenceNode; readonly index: number };
}

/** The fields of a map by their names, and what is merged into it. */
interface FieldsByName {
  /** Where each stands among the map's entries. */
  readonly own: ReadonlyMap<string, number>;
  readonly merged: readonly (Node | null)[];
}

/** Finds the places of a document's values; an alias is followed to what it stands for. */
export interface Places {
  readonly aliases: readonly WrittenAlias[];
  children(path: NodePath): readonly Child[];
  valueRange(path: NodePath): Range | undefined;
  keyRange(path: NodePath): Range | undefined;
  scalarSource(path: NodePath): ScalarSource | undefined;
  entry(path: NodePath): WrittenEntry | undefined;
  collection(path: NodePath): WrittenCollection | undefined;
  pathAt(offset: number): PathAt;
}

export function placesOf(root: Node | null, targets: ReadonlyMap<AliasNode, Node>, text: string): Places {
  const known = new Map<MappingNode, FieldsByName>();

  function find(path: NodePath): FoundNode | undefined {
    let found: FoundNode = { key: null, value: root };
    for (const segment of path) {
      const next = child(resolve(found.value), segment);
      if (!next) return undefined;
      found = next;
    }
    return found;
  }

  function resolve(node: Node | null): Node | null {
    return node?.kind === 'alias' ? (targets.get(node) ?? null) : node;
  }

  function child(node: Node | null, segment: string | number): FoundNode | undefined {
    if (node?.kind === 'sequence') return typeof segment === 'number' ? itemOf(node, segment) : undefined;
    return node?.kind === 'mapping' ? fieldOf(node, String(segment)) : undefined;
  }

  /** A field of the map's own, otherwise of what is merged into it; `seen` are the maps that have been asked. */
  function fieldOf(map: MappingNode, name: string, seen?: ReadonlySet<Node>): FoundNode | undefined {
    if (seen?.has(map)) return undefined;
    const { own, merged } = fieldsOf(map);
    const index = own.get(name);
    if (index !== undefined) return foundAt(map, index);
    if (merged.length === 0) return undefined;
    const seenHere = new Set(seen).add(map);
    for (const source of merged) {
      const inherited = source?.kind === 'mapping' ? fieldOf(source, name, seenHere) : undefined;
      if (inherited) return inherited;
    }
    return undefined;
  }

  /** The last of equal keys wins, as in the value. */
  function fieldsOf(map: MappingNode): FieldsByName {
    const before = known.get(map);
    if (before) return before;
    const own = new Map<string, number>();
    const merged: (Node | null)[] = [];
    for (const [index, entry] of map.entries.entries()) {
      const isMerge = isMergeKey(entry);
      if (isMerge) for (const one of mergedBy(entry.value)) merged.push(one);
      const name = isMerge ? undefined : keyOf(entry.key, targets)?.text;
      if (name !== undefined) own.set(name, index);
    }
    const fields = { own, merged };
    known.set(map, fields);
    return fields;
  }

  function mergedBy(value: Node | null): readonly (Node | null)[] {
    const sources = resolve(value);
    return sources?.kind === 'sequence' ? sources.items.map(resolve) : [sources];
  }

  return {
    aliases: Array.from(targets, ([{ start, end }, target]) => ({ start, end, target: { start: target.start, end: target.end } })),
    children(path) {
      const value = find(path)?.value ?? null;
      if (value?.kind === 'sequence') {
        return value.items.flatMap((item, index) => {
          const range = rangeOf(item);
          return range ? [{ segment: index, key: firstToken(item, text) ?? range, value: range }] : [];
        });
      }
      if (value?.kind !== 'mapping') return [];
      return Array.from(fieldsOf(value).own, ([segment, index]) => {
        const field = foundAt(value, index);
        const key = rangeOf(field?.key ?? null) ?? { start: value.start, end: value.start };
        return { segment, key, value: rangeOf(field?.value ?? null) ?? key };
      });
    },
    valueRange(path) {
      const found = find(path);
      if (!found) return undefined;
      return rangeOf(found.value) ?? rangeOf(found.key);
    },
    keyRange(path) {
      const found = find(path);
      if (!found) return undefined;
      return rangeOf(found.key) ?? firstToken(found.value, text);
    },
    scalarSource(path) {
      const node = resolve(find(path)?.value ?? null);
      const range = rangeOf(node);
      if (node?.kind !== 'scalar' || !range) return undefined;
      return { text: text.slice(range.start, range.end), style: node.style };
    },
    entry(path) {
      const found = find(path);
      if (!found?.within) return undefined;
      const { collection, index } = found.within;
      return { key: rangeOf(found.key), value: rangeOf(found.value), within: writtenAs(collection), index };
    },
    collection(path) {
      const value = find(path)?.value;
      return value?.kind === 'mapping' || value?.kind === 'sequence' ? writtenAs(value) : undefined;
    },
    pathAt: (offset) => pathAt(root, targets, offset),
  };
}

function foundAt(map: MappingNode, index: number): FoundNode | undefined {
  const entry = map.entries[index];
  return entry && { key: entry.key, value: entry.value, within: { collection: map, index } };
}

function itemOf(list: SequenceNode, index: number): FoundNode | undefined {
  const value = list.items[index];
  return value === undefined ? undefined : { key: null, value, within: { collection: list, index } };
}

/** Asked for again with each of many entries. */
const writtenAs = onceIn(
  (collection: MappingNode | SequenceNode) => collection,
  (collection): WrittenCollection => {
    const { kind, flow, start, end } = collection;
    const entries: readonly Entry[] = kind === 'mapping' ? collection.entries : collection.items.map((value) => ({ key: null, value }));
    return { kind, flow, start, end, entries: entries.map(({ key, value }) => extentOf(key, value, start)) };
  },
);

/** From the key, or the value of an item, to the end of the value; empty, at `otherwise`, where nothing is written. */
function extentOf(key: Node | null, value: Node | null, otherwise: number): Range {
  const start = key?.start ?? value?.start ?? otherwise;
  return { start, end: Math.max(start, key?.end ?? start, value?.end ?? start) };
}

function rangeOf(node: Node | null): Range | undefined {
  return node ? { start: node.start, end: node.end } : undefined;
}

/** Of a list item without a key: its first key when it is a map, otherwise its first line. */
function firstToken(node: Node | null, text: string): Range | undefined {
  const first = node?.kind === 'mapping' ? rangeOf(node.entries[0]?.key ?? null) : undefined;
  const range = rangeOf(node);
  if (first || !range) return first;
  return { start: range.start, end: Math.min(range.end, endOfLine(text, range.start)) };
}
