import { type NodePath, valueAt, withValueAt } from '../../plain/node-path.ts';
import { isRecord } from '../../plain/record.ts';
import type { Change } from './remedy.ts';

/** A copy of a plain value after a change; as it was where the change finds nothing to work on, and of what is no matter of shape. */
export function changedBy(value: unknown, change: Change): unknown {
  const { path } = change;
  switch (change.does) {
    case 'set':
      return withValueAt(value, path, change.value);
    case 'remove':
      return without(value, path, 1);
    case 'rename':
      return withValueAt(without(value, path, 1), [...path.slice(0, -1), change.name], valueAt(value, path));
    case 'move':
      return withValueAt(without(value, path, 1), [...change.to, String(path.at(-1))], valueAt(value, path));
    case 'nest-items':
      return nested(value, change);
    case 'insert':
    case 'shift-lines':
    case 'make-sidecar':
      return value;
  }
}

function nested(value: unknown, { path, count, to }: Extract<Change, { does: 'nest-items' }>): unknown {
  const from = Number(path.at(-1));
  const moved = itemsAt(value, path.slice(0, -1)).slice(from, from + count);
  return without(withValueAt(value, to, [...itemsAt(value, to), ...moved]), path, count);
}

/** Without a field, or without so many items from one on. */
function without(value: unknown, path: NodePath, count: number): unknown {
  const [within, last] = [path.slice(0, -1), path.at(-1)];
  if (typeof last !== 'number') return isRecord(valueAt(value, within)) ? withValueAt(value, path, undefined) : value;
  const items = itemsAt(value, within);
  return withValueAt(value, within, [...items.slice(0, last), ...items.slice(last + count)]);
}

function itemsAt(value: unknown, path: NodePath): readonly unknown[] {
  const items = valueAt(value, path);
  return Array.isArray(items) ? items : [];
}
