import { isRecord } from './record.ts';

/** Object keys and list positions from the root of a value to what stands inside it. */
export type NodePath = readonly (string | number)[];

/** The value at a path, walked by own keys; undefined where there is none. */
export function valueAt(value: unknown, path: NodePath): unknown {
  return path.reduce<unknown>(
    (found, segment) =>
      typeof found === 'object' && found !== null && Object.hasOwn(found, segment) ? Reflect.get(found, segment) : undefined,
    value,
  );
}

/** Whether a path leads to `start` or to something inside it. */
export function startsWith(path: NodePath, start: NodePath): boolean {
  return start.every((segment, index) => path[index] === segment);
}

/**
 * A copy of a value with something else at a path; with nothing there where that is undefined. Objects and lists that are missing
 * on the way are made, also in place of a scalar, and so are missing items before one: empty objects before an object. Whoever
 * asks answers for it that the type of the whole stays what it was.
 */
export function withValueAt<T>(value: T, path: NodePath, replacement: unknown): T;
export function withValueAt(value: unknown, path: NodePath, replacement: unknown): unknown {
  const [segment, ...rest] = path;
  if (segment === undefined) return replacement;
  const entry = withValueAt(valueAt(value, [segment]), rest, replacement);
  if (typeof segment === 'number') return withItem(Array.isArray(value) ? value : [], segment, entry);
  const { [segment]: _, ...others } = isRecord(value) ? value : {};
  return entry === undefined ? others : { ...others, [segment]: entry };
}

function withItem(items: readonly unknown[], at: number, item: unknown): readonly unknown[] {
  const missing = Array.from({ length: Math.max(at - items.length, 0) }, () => (isRecord(item) ? {} : item));
  return [...items.slice(0, at), ...missing, item, ...items.slice(at + 1)];
}
