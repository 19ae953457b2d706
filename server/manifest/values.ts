import { type Alias, isAlias, isMap, isScalar, isSeq, type Node, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import type { NodePath, SyntaxProblem } from './document.ts';
import { asNode, isMergeKey, keyOf, scalarReading, scalarText } from './nodes.ts';

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
export function readValue(root: Node | null, targets: ReadonlyMap<Alias, Node>): Reading {
  const problems: SyntaxProblem[] = [];
  const open = new Set<Node>();
  const limit = createAliasLimit();
  return { value: read(root, undefined), problems };

  function report(
    kind: SyntaxProblem['kind'],
    code: string,
    node: Node | null,
    trail: Trail | undefined,
    args: SyntaxProblem['args'] = {},
  ) {
    const range = node?.range;
    problems.push({ kind, code, args, range: { start: range?.[0] ?? 0, end: range?.[1] ?? 0 }, path: pathOf(trail) });
  }

  function read(node: Node | null, trail: Trail | undefined): unknown {
    if (!node || limit.isExceeded) return null;
    limit.count();
    if (limit.isExceeded) {
      report('not-yaml', 'yaml-too-many-aliases', node, trail);
      return null;
    }
    if (isScalar(node)) return readScalar(node, trail);
    if (isAlias(node)) return readAlias(node, trail);
    if (open.size >= deepest) {
      report('not-yaml', 'yaml-too-deep', node, trail);
      return null;
    }
    open.add(node);
    const value = isSeq(node) ? readItems(node, trail) : isMap(node) ? readMap(node, trail) : null;
    open.delete(node);
    return value;
  }

  function readScalar(node: Scalar, trail: Trail | undefined): unknown {
    const reading = scalarReading(node);
    if (!reading.ok) {
      report('not-yaml', reading.code, node, trail, reading.args);
      return null;
    }
    if (typeof reading.value !== 'number' || Number.isFinite(reading.value)) return reading.value;
    report('unreadable', 'yaml-not-a-number', node, trail, { text: scalarText(node) });
    return null;
  }

  function readAlias(node: Alias, trail: Trail | undefined): unknown {
    const target = targets.get(node);
    if (!target || open.has(target)) {
      report('not-yaml', target ? 'yaml-anchor-in-itself' : 'yaml-unknown-anchor', node, trail, { anchor: node.source });
      return null;
    }
    limit.enter();
    const value = read(target, trail);
    limit.leave();
    return value;
  }

  function readItems(node: YAMLSeq, trail: Trail | undefined): unknown[] {
    return node.items.map((item, index) => read(asNode(item), { parent: trail, segment: index }));
  }

  function readMap(map: YAMLMap, trail: Trail | undefined): Mutable {
    const object: Mutable = {};
    fill(map, object, new Set(), trail);
    return object;
  }

  function fill(map: YAMLMap, object: Mutable, seen: Set<string>, trail: Trail | undefined): void {
    for (const pair of map.items) {
      if (limit.isExceeded) return;
      const keyNode = asNode(pair.key);
      if (isMergeKey(pair)) {
        merge(asNode(pair.value), object, seen, trail);
        continue;
      }
      limit.count();
      const key = keyOf(pair.key, targets);
      if (!key) {
        report('not-yaml', 'yaml-key', keyNode ?? map, trail);
        continue;
      }
      const at: Trail = { parent: trail, segment: key.text };
      if (!key.usable) report('unreadable', 'yaml-key', keyNode ?? map, trail);
      if (seen.has(key.identity)) report('duplicate-key', 'yaml-duplicate-key', keyNode, at, { key: key.text });
      seen.add(key.identity);
      set(object, key.text, read(asNode(pair.value), at));
    }
  }

  function merge(node: Node | null, object: Mutable, seen: Set<string>, trail: Trail | undefined): void {
    const sources = isSeq(node) ? [...node.items].reverse().map(asNode) : [node];
    for (const source of sources) {
      const target = isAlias(source) ? targets.get(source) : source;
      if (!isMap(target) || open.has(target)) {
        report('not-yaml', 'yaml-merge', source ?? node, trail);
        continue;
      }
      limit.count();
      if (isAlias(source)) {
        limit.enter();
        limit.count();
      }
      open.add(target);
      fill(target, object, seen, trail);
      open.delete(target);
      if (isAlias(source)) limit.leave();
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
    get isExceeded() {
      return exceeded;
    },
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
