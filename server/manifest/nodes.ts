import { type Alias, isAlias, isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import { isFloat, plainScalar, type ScalarReading, taggedScalar } from './scalars.ts';

export function asNode(value: unknown): Node | null {
  return isScalar(value) || isMap(value) || isSeq(value) || isAlias(value) ? value : null;
}

/** What each alias stands for: the last node before it with its anchor. */
export function aliasTargets(root: Node | null): ReadonlyMap<Alias, Node> {
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  const visit = (node: unknown) => {
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (target) targets.set(node, target);
      return;
    }
    if (!isScalar(node) && !isMap(node) && !isSeq(node)) return;
    if (node.anchor) anchors.set(node.anchor, node);
    if (isSeq(node)) node.items.forEach(visit);
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        visit(key);
        visit(value);
      }
    }
  };
  visit(root);
  return targets;
}

export function isMergeKey({ key }: Pair): boolean {
  return isScalar(key) && key.value === '<<' && key.type === 'PLAIN' && key.tag === undefined;
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
export function keyOf(node: unknown, targets: ReadonlyMap<Alias, Node>): Key | undefined {
  const target = isAlias(node) ? targets.get(node) : node;
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
  return `${sign}${mantissa}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}

type ScalarNode = { readonly value: unknown; readonly tag?: string | undefined; readonly type?: string | undefined };

export function scalarReading(node: ScalarNode): ScalarReading {
  const text = scalarText(node);
  if (node.tag !== undefined) return taggedScalar(node.tag, text);
  return { ok: true, value: node.type === 'PLAIN' ? plainScalar(text) : text };
}

/** The scalar's text after escapes and folding, before it is read as a number or a word. */
export function scalarText(node: ScalarNode): string {
  return typeof node.value === 'string' ? node.value : '';
}
