import { type ApiField, fieldsOf, isList } from '../../kubernetes/fields/api-fields.ts';
import { fits } from '../../kubernetes/fields/fits.ts';
import { knownPlace } from '../../kubernetes/fields/places.ts';
import type { Change } from '../../kubernetes/finding/remedy.ts';
import { type NodePath, valueAt } from '../../plain/node-path.ts';
import { isRecord } from '../../plain/record.ts';
import type { Subject } from './levels.ts';

type NestedItems = Extract<Change, { does: 'nest-items' }>;

/**
 * The items, from the one that a path leads into, that stand too far left: they are none of their list's, but fit the list with
 * which the item before them ends, as a second variable does that stands in the column of the containers.
 */
export function outdentedItems(subject: Subject, path: NodePath): NestedItems | undefined {
  const depth = path.findLastIndex((segment) => typeof segment === 'number' && segment > 0);
  const index = path[depth];
  const list = path.slice(0, Math.max(depth, 0));
  const items = valueAt(subject.value, list);
  const place = knownPlace(subject.kind, list);
  if (typeof index !== 'number' || !Array.isArray(items) || !place?.field.items) return undefined;
  const { items: itemField } = place.field;
  for (const { path: to, field } of listsAtEnd(itemField, items[index - 1], [...list, index - 1])) {
    const inner = field.items;
    const follows = items.slice(index);
    const other = follows.findIndex((item) => !inner || !fits(item, inner, subject.version) || isEmpty(item));
    const count = other < 0 ? follows.length : other;
    if (count > 0) return { does: 'nest-items', path: [...list, index], count, to };
  }
  return undefined;
}

/** The lists that end where a value does, from the inside outwards; one that is still without items counts. */
function listsAtEnd(field: ApiField, value: unknown, path: NodePath): readonly { readonly path: NodePath; readonly field: ApiField }[] {
  const own = isList(field) && (value === null || Array.isArray(value)) ? [{ path, field }] : [];
  const last = Array.isArray(value) ? value.length - 1 : Object.keys(isRecord(value) ? value : {}).at(-1);
  const inside = typeof last === 'number' ? field.items : fieldsOf(field)?.[last ?? ''];
  if (last === undefined || last === -1 || !inside) return own;
  return [...listsAtEnd(inside, valueAt(value, [last]), [...path, last]), ...own];
}

function isEmpty(item: unknown): boolean {
  return item === null || (isRecord(item) && Object.keys(item).length === 0);
}
