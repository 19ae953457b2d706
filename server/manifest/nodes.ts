import { isFloat, plainScalar, type ScalarReading, taggedScalar } from './scalars.ts';
import type { AliasNode, Entry, Node, ScalarNode } from './tree.ts';

/** What each alias stands for: the last node before it with its anchor. */
export function aliasTargets(root: Node | null): ReadonlyMap<AliasNode, Node> {
  const anchors = new Map<string, Node>();
  const targets = new Map<AliasNode, Node>();
  const visit = (node: Node | null) => {
    if (!node) return;
    if (node.kind === 'alias') {
      const target = anchors.get(node.source);
      if (target) targets.set(node, target);
      return;
    }
    if (node.anchor) anchors.set(node.anchor, node);
    if (node.kind === 'sequence') node.items.forEach(visit);
    if (node.kind === 'mapping') {
      for (const { key, value } of node.entries) {
        visit(key);
        visit(value);
      }
    }
  };
  visit(root);
  return targets;
}

const mergeTag = 'tag:yaml.org,2002:merge';

export function isMergeKey({ key }: Entry): boolean {
  if (key?.kind !== 'scalar' || key.text !== '<<' || key.style !== 'plain') return false;
  return key.tag === undefined || key.tag === mergeTag || key.tag === '!!merge';
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
export function keyOf(node: Node | null, targets: ReadonlyMap<AliasNode, Node>): Key | undefined {
  const target = node?.kind === 'alias' ? targets.get(node) : node;
  if (target === null) return { text: 'null', identity: '\0null', usable: false };
  if (target?.kind !== 'scalar') return undefined;
  const reading = scalarReading(target);
  if (!reading.ok) return undefined;
  const { value } = reading;
  if (typeof value === 'string') return { text: value, identity: value, usable: true };
  const float = typeof value === 'number' && isFloat(target.text, target.tag);
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

export function scalarReading({ text, style, tag }: ScalarNode): ScalarReading {
  if (tag !== undefined) return taggedScalar(tag, text);
  return { ok: true, value: style === 'plain' ? plainScalar(text) : text };
}
