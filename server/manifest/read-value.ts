import type { SyntaxCode } from '../messages/en/decoding.ts';
import type { Remark } from '../messages/en/index.ts';
import type { NodePath } from '../plain/node-path.ts';
import type { SyntaxProblem } from './document.ts';
import { isMergeKey, keyOf, scalarReading } from './nodes.ts';
import type { AliasNode, MappingNode, Node, ScalarNode } from './tree.ts';

type Mutable = Record<string, unknown>;

export interface Reading {
  readonly value: unknown;
  readonly problems: readonly SyntaxProblem[];
}

/** Deeper than any manifest, and no danger to the stack. */
const deepest = 500;

/** The way to a node, built only when a problem asks for it. */
interface Trail {
  readonly parent: Trail | undefined;
  readonly segment: string | number;
}

/** The plain value of a document's tree, as go.yaml.in/yaml/v2 and sigs.k8s.io/yaml turn it into JSON. */
export function readValue(root: Node | null, targets: ReadonlyMap<AliasNode, Node>): Reading {
  const problems: SyntaxProblem[] = [];
  const open = new Set<Node>();
  const limit = createAliasLimit();
  return { value: read(root, undefined), problems };

  function report(kind: SyntaxProblem['kind'], remark: Remark<SyntaxCode>, node: Node | null, trail: Trail | undefined) {
    problems.push({ kind, ...remark, range: { start: node?.start ?? 0, end: node?.end ?? 0 }, path: pathOf(trail) });
  }

  function read(node: Node | null, trail: Trail | undefined): unknown {
    if (!node || limit.isExceeded()) return null;
    limit.count();
    if (limit.isExceeded()) {
      report('not-yaml', { code: 'yaml-too-many-aliases', args: {} }, node, trail);
      return null;
    }
    if (node.kind === 'scalar') return readScalar(node, trail);
    if (node.kind === 'alias') return readAlias(node, trail);
    if (open.size >= deepest) {
      report('not-yaml', { code: 'yaml-too-deep', args: {} }, node, trail);
      return null;
    }
    open.add(node);
    const value = node.kind === 'sequence' ? readItems(node.items, trail) : readMap(node, trail);
    open.delete(node);
    return value;
  }

  function readScalar(node: ScalarNode, trail: Trail | undefined): unknown {
    const reading = scalarReading(node);
    if (!reading.ok) {
      report('not-yaml', reading.fault, node, trail);
      return null;
    }
    if (typeof reading.value !== 'number' || Number.isFinite(reading.value)) return reading.value;
    report('unreadable', { code: 'yaml-not-a-number', args: { text: node.text } }, node, trail);
    return null;
  }

  function readAlias(node: AliasNode, trail: Trail | undefined): unknown {
    const target = targets.get(node);
    if (!target || open.has(target)) {
      report('not-yaml', { code: target ? 'yaml-anchor-in-itself' : 'yaml-unknown-anchor', args: { anchor: node.source } }, node, trail);
      return null;
    }
    limit.enter();
    const value = read(target, trail);
    limit.leave();
    return value;
  }

  function readItems(items: readonly (Node | null)[], trail: Trail | undefined): unknown[] {
    return items.map((item, index) => read(item, { parent: trail, segment: index }));
  }

  function readMap(map: MappingNode, trail: Trail | undefined): Mutable {
    const object: Mutable = {};
    fill(map, object, new Set(), trail);
    return object;
  }

  function fill(map: MappingNode, object: Mutable, seen: Set<string>, trail: Trail | undefined): void {
    for (const entry of map.entries) {
      if (limit.isExceeded()) return;
      if (isMergeKey(entry)) {
        merge(entry.value, object, seen, trail);
        continue;
      }
      limit.count();
      const key = keyOf(entry.key, targets);
      if (!key) {
        report('not-yaml', { code: 'yaml-key', args: {} }, entry.key ?? map, trail);
        continue;
      }
      const at: Trail = { parent: trail, segment: key.text };
      if (!key.usable) report('unreadable', { code: 'yaml-key', args: {} }, entry.key ?? map, trail);
      if (seen.has(key.identity)) report('duplicate-key', { code: 'yaml-duplicate-key', args: { key: key.text } }, entry.key, at);
      seen.add(key.identity);
      set(object, key.text, read(entry.value, at));
    }
  }

  function merge(node: Node | null, object: Mutable, seen: Set<string>, trail: Trail | undefined): void {
    const sources = node?.kind === 'sequence' ? node.items.toReversed() : [node];
    for (const source of sources) {
      const target = source?.kind === 'alias' ? targets.get(source) : source;
      if (target?.kind !== 'mapping' || open.has(target)) {
        report('not-yaml', { code: 'yaml-merge', args: {} }, source ?? node, trail);
        continue;
      }
      limit.count();
      if (source?.kind === 'alias') {
        limit.enter();
        limit.count();
      }
      open.add(target);
      fill(target, object, seen, trail);
      open.delete(target);
      if (source?.kind === 'alias') limit.leave();
    }
  }
}

/** `__proto__` is a key like any other. */
function set(object: Mutable, key: string, value: unknown): void {
  if (key === '__proto__') Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
  else object[key] = value;
}

function pathOf(trail: Trail | undefined): NodePath {
  const path: (string | number)[] = [];
  for (let at = trail; at; at = at.parent) path.push(at.segment);
  return path.reverse();
}

/**
 * How much of a document may come from aliases (decode.go of go.yaml.in/yaml/v2): nearly all of a small one, a tenth
 * of one with four million values.
 */
function createAliasLimit() {
  let all = 0;
  let fromAliases = 0;
  let depth = 0;
  let exceeded = false;
  return {
    isExceeded: () => exceeded,
    enter() {
      depth++;
    },
    leave() {
      depth--;
    },
    count() {
      all++;
      if (depth > 0) fromAliases++;
      exceeded ||= fromAliases > 100 && all > 1000 && fromAliases / all > allowedShare(all);
    },
  };
}

function allowedShare(all: number): number {
  const [low, high] = [400_000, 4_000_000];
  if (all <= low) return 0.99;
  return all >= high ? 0.1 : 0.99 - (0.89 * (all - low)) / (high - low);
}
