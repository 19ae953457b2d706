import { type JobKind, podSpecPath } from '../../kubernetes/kinds.ts';
import { filledIn } from '../../plain/filled-in.ts';
import type { NodePath } from '../../plain/node-path.ts';
import { valueAt } from '../../plain/node-path.ts';

/** The `name` of every entry of a list in the pod template, in order, as far as they are text that no template fills in. */
export function namesIn(value: unknown, base: NodePath, kind: JobKind, ...list: readonly (string | number)[]): readonly string[] {
  const items = valueAt(value, [...base, ...podSpecPath(kind), ...list]);
  if (!Array.isArray(items)) return [];
  return items.flatMap((item: unknown) => {
    const name = valueAt(item, ['name']);
    return typeof name === 'string' && !name.includes(filledIn) ? [name] : [];
  });
}

export function containerNames(value: unknown, base: NodePath, kind: JobKind): readonly string[] {
  return [...namesIn(value, base, kind, 'containers'), ...namesIn(value, base, kind, 'initContainers')];
}
