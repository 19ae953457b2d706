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
 * on the way are made, also in place of a scalar. Whoever asks answers for it that the type of the whole stays what it was.
 */
export function withValueAt<T>(value: T, path: NodePath, replacement: unknown): T;
export function withValueAt(value: unknown, path: NodePath, replacement: unknown): unknown {
  const [segment, ...rest] = path;
  if (segment === undefined) return replacement;
  const entry = withValueAt(valueAt(value, [segment]), rest, replacement);
  if (typeof segment === 'number') {
    const items: readonly unknown[] = Array.isArray(value) ? value : [];
    return Array.from({ length: Math.max(items.length, segment + 1) }, (_, index) => (index === segment ? entry : items[index]));
  }
  const { [segment]: _, ...others } = isRecord(value) ? value : {};
  return entry === undefined ? others : { ...others, [segment]: entry };
}
