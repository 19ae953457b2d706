import { type JobKind, podSpecPath } from '../../kubernetes/kinds.ts';
import { filledIn } from '../../plain/filled-in.ts';
import { valueAt } from '../../plain/node-path.ts';

/** The `name` of every entry of a list in the pod template, in order, as far as they are text that no template fills in. */
export function namesIn(object: unknown, kind: JobKind, ...list: readonly (string | number)[]): readonly string[] {
  const items = valueAt(object, [...podSpecPath(kind), ...list]);
  if (!Array.isArray(items)) return [];
  return items.flatMap((item: unknown) => {
    const name = valueAt(item, ['name']);
    return typeof name === 'string' && !name.includes(filledIn) ? [name] : [];
  });
}

export function containerNames(object: unknown, kind: JobKind): readonly string[] {
  return [...namesIn(object, kind, 'containers'), ...namesIn(object, kind, 'initContainers')];
}
