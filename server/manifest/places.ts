import type { NodePath } from '../plain/node-path.ts';
import type { Child, Range, ScalarSource } from './document.ts';
import { isMergeKey, keyOf } from './nodes.ts';
import type { AliasNode, MappingNode, Node } from './tree.ts';

interface Found {
  readonly key: Node | null;
  readonly value: Node | null;
}

interface Entries {
  readonly own: ReadonlyMap<string, Found>;
  readonly merged: readonly (Node | null)[];
}

/** Finds the places of a document's values; an alias is followed to what it stands for. */
export interface Places {
  children(path: NodePath): readonly Child[];
  valueRange(path: NodePath): Range | undefined;
  keyRange(path: NodePath): Range | undefined;
  scalarSource(path: NodePath): ScalarSource | undefined;
  pathAt(offset: number): { readonly path: NodePath; readonly onKey: boolean };
}

export function placesOf(root: Node | null, targets: ReadonlyMap<AliasNode, Node>, text: string): Places {
  const entries = new Map<MappingNode, Entries>();

  function find(path: NodePath): Found | undefined {
    let found: Found = { key: null, value: root };
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

  function child(node: Node | null, segment: string | number, seen?: ReadonlySet<Node>): Found | undefined {
    if (node?.kind === 'sequence') {
      const item = typeof segment === 'number' ? node.items[segment] : undefined;
      return item === undefined ? undefined : { key: null, value: item };
    }
    if (node?.kind !== 'mapping' || seen?.has(node)) return undefined;
    const { own, merged } = entriesOf(node);
    const found = own.get(String(segment));
    if (found || merged.length === 0) return found;
    const seenHere = new Set(seen).add(node);
    for (const source of merged) {
      const inherited = child(source, segment, seenHere);
      if (inherited) return inherited;
    }
    return undefined;
  }

  /** The last of equal keys wins, as in the value. */
  function entriesOf(map: MappingNode): Entries {
    const known = entries.get(map);
    if (known) return known;
    const own = new Map<string, Found>();
    const merged: (Node | null)[] = [];
    for (const entry of map.entries) {
      if (isMergeKey(entry)) {
        const sources = resolve(entry.value);
        merged.push(...(sources?.kind === 'sequence' ? sources.items.map(resolve) : [sources]));
        continue;
      }
      const key = keyOf(entry.key, targets);
      if (key) own.set(key.text, entry);
    }
    const found = { own, merged };
    entries.set(map, found);
    return found;
  }

  return {
    children(path) {
      const value = find(path)?.value ?? null;
      if (value?.kind === 'sequence') {
        return value.items.flatMap((item, index) => {
          const range = rangeOf(item);
          return range ? [{ segment: index, key: firstToken(item, text) ?? range, value: range }] : [];
        });
      }
      if (value?.kind !== 'mapping') return [];
      return Array.from(entriesOf(value).own, ([segment, entry]) => {
        const key = rangeOf(entry.key) ?? { start: value.start, end: value.start };
        return { segment, key, value: rangeOf(entry.value) ?? key };
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
    pathAt(offset) {
      const path: (string | number)[] = [];
      let node = root;
      for (;;) {
        if (node?.kind === 'sequence') {
          const index = lastBefore(node.items, offset, (item) => item);
          const item = node.items[index];
          if (index < 0 || !item || !covers(item, offset)) return { path, onKey: false };
          path.push(index);
          node = item;
        } else if (node?.kind === 'mapping') {
          const entry = node.entries[lastBefore(node.entries, offset, ({ key }) => key)];
          const name = entry && keyOf(entry.key, targets)?.text;
          if (!entry?.key || name === undefined) return { path, onKey: false };
          path.push(name);
          if (offset <= entry.key.end) return { path, onKey: true };
          if (!entry.value || !covers(entry.value, offset)) return { path, onKey: false };
          node = entry.value;
        } else return { path, onKey: false };
      }
    },
  };
}

function covers({ start, outerEnd }: Node, offset: number): boolean {
  return start <= offset && offset <= outerEnd;
}

/** The last of items in the order of the text that begins at an offset or before it; -1 if none does. */
function lastBefore<T>(items: readonly T[], offset: number, nodeOf: (item: T) => Node | null): number {
  return items.findLastIndex((item) => {
    const node = nodeOf(item);
    return node !== null && node.start <= offset;
  });
}

function rangeOf(node: Node | null): Range | undefined {
  return node ? { start: node.start, end: node.end } : undefined;
}

/** Of a list item without a key: its first key when it is a map, otherwise its first line. */
function firstToken(node: Node | null, text: string): Range | undefined {
  const first = node?.kind === 'mapping' ? rangeOf(node.entries[0]?.key ?? null) : undefined;
  const range = rangeOf(node);
  if (first || !range) return first;
  const lineEnd = text.indexOf('\n', range.start);
  return { start: range.start, end: lineEnd < 0 ? range.end : Math.min(range.end, lineEnd) };
}
