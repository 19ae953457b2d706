import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import type { NodePath, SyntaxProblem } from './document.ts';
import { isFloat, plainScalar, type ScalarReading, taggedScalar } from './scalars.ts';

type Mutable = Record<string, unknown>;

export interface Reading {
  readonly value: unknown;
  readonly problems: readonly SyntaxProblem[];
}

type Report = (problem: Pick<SyntaxProblem, 'kind' | 'code' | 'args'>, node: Node | null | undefined, path: NodePath) => void;

/** More values than any manifest has; what aliases blow up beyond it is a problem, not a hang. */
const mostValues = 400_000;

/** The plain value of a document's tree, as go.yaml.in/yaml/v2 and sigs.k8s.io/yaml turn it into JSON. */
export function readValue(root: Node | null, anchors: ReadonlyMap<string, Node>): Reading {
  const problems: SyntaxProblem[] = [];
  const open = new Set<Node>();
  let count = 0;
  const report: Report = (problem, node, path) => {
    const range = node?.range;
    problems.push({ ...problem, range: { start: range?.[0] ?? 0, end: range?.[1] ?? 0 }, path });
  };

  function read(node: Node | null | undefined, path: NodePath): unknown {
    if (!node) return null;
    if (++count > mostValues) {
      if (count === mostValues + 1) report({ kind: 'not-yaml', code: 'yaml-too-many-values', args: {} }, node, path);
      return null;
    }
    if (isScalar(node)) {
      const reading = scalarReading(node);
      if (reading.ok) {
        if (typeof reading.value === 'number' && !Number.isFinite(reading.value)) {
          report({ kind: 'unreadable', code: 'yaml-not-a-number', args: { text: scalarText(node) } }, node, path);
          return null;
        }
        return reading.value;
      }
      report({ kind: 'not-yaml', code: reading.code, args: reading.args }, node, path);
      return null;
    }
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (!target) {
        report({ kind: 'not-yaml', code: 'yaml-unknown-anchor', args: { anchor: node.source } }, node, path);
        return null;
      }
      if (open.has(target)) {
        report({ kind: 'not-yaml', code: 'yaml-anchor-in-itself', args: { anchor: node.source } }, node, path);
        return null;
      }
      return read(target, path);
    }
    open.add(node);
    const value = isSeq(node)
      ? node.items.map((item, index) => read(asNode(item), [...path, index]))
      : isMap(node)
        ? readMap(node, path)
        : null;
    open.delete(node);
    return value;
  }

  function readMap(map: YAMLMap, path: NodePath): Mutable {
    const object: Mutable = {};
    fill(map, object, new Set(), path);
    return object;
  }

  function fill(map: YAMLMap, object: Mutable, seen: Set<string>, path: NodePath): void {
    for (const pair of map.items) {
      const keyNode = asNode(pair.key);
      if (isMergeKey(pair)) {
        merge(asNode(pair.value), object, seen, path);
        continue;
      }
      const key = keyOf(keyNode, anchors);
      if (!key) {
        report({ kind: 'not-yaml', code: 'yaml-key', args: {} }, keyNode ?? map, path);
        continue;
      }
      if (!key.usable) report({ kind: 'unreadable', code: 'yaml-key', args: {} }, keyNode, path);
      const at = [...path, key.text];
      if (seen.has(key.identity)) report({ kind: 'duplicate-key', code: 'yaml-duplicate-key', args: { key: key.text } }, keyNode, at);
      seen.add(key.identity);
      set(object, key.text, read(asNode(pair.value), at));
    }
  }

  function merge(node: Node | null, object: Mutable, seen: Set<string>, path: NodePath): void {
    const sources = isSeq(node) ? [...node.items].reverse().map(asNode) : [node];
    for (const source of sources) {
      const target = isAlias(source) ? anchors.get(source.source) : source;
      if (isMap(target) && !open.has(target)) {
        if (++count > mostValues) return;
        open.add(target);
        fill(target, object, seen, path);
        open.delete(target);
      } else report({ kind: 'not-yaml', code: 'yaml-merge', args: {} }, source ?? node, path);
    }
  }

  return { value: read(root, []), problems };
}

/** `__proto__` is a key like any other. */
function set(object: Mutable, key: string, value: unknown): void {
  if (key === '__proto__') Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
  else object[key] = value;
}

function asNode(value: unknown): Node | null {
  return isScalar(value) || isMap(value) || isSeq(value) || isAlias(value) ? value : null;
}

export function isMergeKey(pair: Pair): boolean {
  return isScalar(pair.key) && pair.key.value === '<<' && pair.key.type === 'PLAIN' && pair.key.tag === undefined;
}

interface Key {
  /** The key as the text it becomes in JSON. */
  readonly text: string;
  /** `1`, `1.0` and `"1"` are three keys to the library, and one in JSON. */
  readonly identity: string;
  /** Null and integers beyond 64 bits pass for keys in YAML, but not on the way to JSON. */
  readonly usable: boolean;
}

/** The key of a map's entry; undefined for what cannot be a key. */
function keyOf(node: unknown, anchors: ReadonlyMap<string, Node>): Key | undefined {
  const target = isAlias(node) ? anchors.get(node.source) : node;
  if (target === null) return { text: 'null', identity: '\0null', usable: false };
  if (!isScalar(target)) return undefined;
  const reading = scalarReading(target);
  if (!reading.ok) return undefined;
  const { value } = reading;
  if (typeof value === 'string') return { text: value, identity: value, usable: true };
  const float = typeof value === 'number' && isFloat(scalarText(target), target.tag);
  const text = float ? floatKey(value) : String(value);
  const usable = value !== null && !(typeof value === 'bigint' && value >= 2n ** 63n);
  return { text, identity: `\0${float ? 'float' : typeof value} ${text}`, usable };
}

/** A map's key as the text it becomes in JSON; undefined for what cannot be a key. */
export function keyText(node: unknown, anchors: ReadonlyMap<string, Node>): string | undefined {
  return isScalar(node) && node.tag === undefined && node.type !== 'PLAIN' ? scalarText(node) : keyOf(node, anchors)?.text;
}

/** sigs.k8s.io/yaml writes a float key with the precision of 32 bits, as Go's %g does. */
function floatKey(value: number): string {
  const single = Math.fround(value);
  if (Number.isNaN(single)) return '.nan';
  if (!Number.isFinite(single)) return single < 0 ? '-.inf' : '.inf';
  let digits = 1;
  while (digits < 9 && Math.fround(Number(single.toPrecision(digits))) !== single) digits++;
  const [mantissa, exponent] = single.toExponential(digits - 1).split('e');
  const power = Number(exponent);
  const sign = Object.is(single, -0) ? '-' : '';
  if (power >= -4 && power < 6) return sign + String(Number(single.toPrecision(digits)));
  const padded = String(Math.abs(power)).padStart(2, '0');
  return `${sign}${mantissa}e${power < 0 ? '-' : '+'}${padded}`;
}

function scalarReading(node: {
  readonly value: unknown;
  readonly tag?: string | undefined;
  readonly type?: string | undefined;
}): ScalarReading {
  const text = scalarText(node);
  if (node.tag !== undefined) return taggedScalar(node.tag, text);
  return { ok: true, value: node.type === 'PLAIN' ? plainScalar(text) : text };
}

function scalarText(node: { readonly value: unknown }): string {
  return typeof node.value === 'string' ? node.value : '';
}
