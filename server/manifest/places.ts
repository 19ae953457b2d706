import { type Alias, isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import type { NodePath, Range, ScalarSource } from './document.ts';
import { asNode, isMergeKey, keyOf } from './nodes.ts';

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
  valueRange(path: NodePath): Range | undefined;
  keyRange(path: NodePath): Range | undefined;
  scalarSource(path: NodePath): ScalarSource | undefined;
  pathAt(offset: number): { readonly path: NodePath; readonly onKey: boolean };
}

export function placesOf(root: Node | null, targets: ReadonlyMap<Alias, Node>, text: string): Places {
  const entries = new Map<YAMLMap, Entries>();

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
    return isAlias(node) ? (targets.get(node) ?? null) : node;
  }

  function child(node: Node | null, segment: string | number, seen: Set<Node> = new Set()): Found | undefined {
    if (isSeq(node)) {
      const item = typeof segment === 'number' ? node.items[segment] : undefined;
      return item === undefined ? undefined : { key: null, value: asNode(item) };
    }
    if (!isMap(node) || seen.has(node)) return undefined;
    const { own, merged } = entriesOf(node);
    const found = own.get(String(segment));
    if (found || merged.length === 0) return found;
    seen.add(node);
    for (const source of merged) {
      const inherited = child(source, segment, seen);
      if (inherited) return inherited;
    }
    return undefined;
  }

  /** The last of equal keys wins, as in the value. */
  function entriesOf(map: YAMLMap): Entries {
    const known = entries.get(map);
    if (known) return known;
    const own = new Map<string, Found>();
    const merged: (Node | null)[] = [];
    for (const pair of map.items) {
      const value = asNode(pair.value);
      if (isMergeKey(pair)) {
        const sources = resolve(value);
        merged.push(...(isSeq(sources) ? sources.items.map((item) => resolve(asNode(item))) : [sources]));
        continue;
      }
      const key = keyOf(pair.key, targets);
      if (key) own.set(key.text, { key: asNode(pair.key), value });
    }
    const found = { own, merged };
    entries.set(map, found);
    return found;
  }

  return {
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
      if (!isScalar(node) || !range) return undefined;
      return { text: text.slice(range.start, range.end), style: styleOf(node.type) };
    },
    pathAt(offset) {
      const path: (string | number)[] = [];
      let node = root;
      for (;;) {
        if (isSeq(node)) {
          const index = lastBefore(node.items, offset, (item) => rangeStart(asNode(item)));
          const item = asNode(node.items[index]);
          if (index < 0 || !item || !covers(item, offset)) return { path, onKey: false };
          path.push(index);
          node = item;
        } else if (isMap(node)) {
          const index = lastBefore(node.items, offset, (pair) => rangeStart(asNode(pair.key)));
          const pair: Pair | undefined = node.items[index];
          const key = pair && asNode(pair.key);
          const name = pair && keyOf(pair.key, targets)?.text;
          if (!pair || !key || name === undefined) return { path, onKey: false };
          path.push(name);
          const keyRange = rangeOf(key);
          if (keyRange && offset <= keyRange.end) return { path, onKey: true };
          const value = asNode(pair.value);
          if (!value || !covers(value, offset)) return { path, onKey: false };
          node = value;
        } else return { path, onKey: false };
      }
    },
  };
}

function covers(node: Node, offset: number): boolean {
  const range = node.range;
  return !!range && range[0] <= offset && offset <= range[2];
}

function lastBefore<T>(items: readonly T[], offset: number, start: (item: T) => number | undefined): number {
  for (let at = items.length - 1; at >= 0; at--) {
    const item = items[at];
    if (item === undefined) continue;
    const begins = start(item);
    if (begins !== undefined && begins <= offset) return at;
  }
  return -1;
}

function rangeStart(node: Node | null): number | undefined {
  return node?.range?.[0];
}

function rangeOf(node: Node | null): Range | undefined {
  return node?.range ? { start: node.range[0], end: node.range[1] } : undefined;
}

/** Of a list item without a key: its first key when it is a map, otherwise its first line. */
function firstToken(node: Node | null, text: string): Range | undefined {
  if (isMap(node)) {
    const first = rangeOf(asNode(node.items[0]?.key));
    if (first) return first;
  }
  const range = rangeOf(node);
  if (!range) return undefined;
  const lineEnd = text.indexOf('\n', range.start);
  return { start: range.start, end: lineEnd < 0 ? range.end : Math.min(range.end, lineEnd) };
}

function styleOf(type: string | undefined): ScalarSource['style'] {
  if (type === 'QUOTE_SINGLE') return 'single-quoted';
  if (type === 'QUOTE_DOUBLE') return 'double-quoted';
  return type === 'PLAIN' ? 'plain' : 'block';
}
