import type { NodePath } from '../plain/node-path.ts';
import type { Range } from './document.ts';
import { keyOf } from './nodes.ts';
import type { AliasNode, MappingNode, Node, SequenceNode } from './tree.ts';

export interface PathAt {
  readonly path: NodePath;
  readonly onKey: boolean;
  /** Of the key, or of the value, that the offset is on; undefined beside them. The same field may be written twice. */
  readonly range: Range | undefined;
}

/** One level further in at an offset: where it leads, and what stands there unless the way ends. */
interface Step {
  readonly segment: string | number;
  readonly onKey: boolean;
  readonly range: Range | undefined;
  readonly inside: Node | null;
}

/** The path of the innermost node at an offset, and whether the offset is on its key. */
export function pathAt(root: Node | null, targets: ReadonlyMap<AliasNode, Node>, offset: number): PathAt {
  const path: (string | number)[] = [];
  let range = root ? rangeOf(root) : undefined;
  for (let node = root; ; ) {
    const step = stepInto(node, targets, offset);
    if (!step) return { path, onKey: false, range };
    path.push(step.segment);
    ({ range } = step);
    if (step.onKey) return { path, onKey: true, range };
    node = step.inside;
  }
}

function stepInto(node: Node | null, targets: ReadonlyMap<AliasNode, Node>, offset: number): Step | undefined {
  if (node?.kind === 'sequence') return stepIntoItem(node, offset);
  return node?.kind === 'mapping' ? stepIntoEntry(node, targets, offset) : undefined;
}

function stepIntoItem({ items }: SequenceNode, offset: number): Step | undefined {
  const index = lastBefore(items, offset, (item) => item);
  const item = items[index];
  return item && covers(item, offset) ? { segment: index, onKey: false, range: rangeOf(item), inside: item } : undefined;
}

/** Between a key and its value, and where there is none, the field counts without being gone into. */
function stepIntoEntry({ entries }: MappingNode, targets: ReadonlyMap<AliasNode, Node>, offset: number): Step | undefined {
  const entry = entries[lastBefore(entries, offset, ({ key }) => key)];
  const name = entry && keyOf(entry.key, targets)?.text;
  if (!entry?.key || name === undefined) return undefined;
  const onKey = offset <= entry.key.end;
  const isInside = !onKey && entry.value !== null && covers(entry.value, offset);
  const on = onKey ? entry.key : (entry.value ?? entry.key);
  return { segment: name, onKey, range: rangeOf(on), inside: isInside ? entry.value : null };
}

function rangeOf({ start, end }: Node): Range {
  return { start, end };
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
