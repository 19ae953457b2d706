import { type NodePath, valueAt } from '../../../server/plain/node-path.ts';
import { isRecord } from '../../../server/plain/record.ts';

/** Every path below the root. */
export function pathsIn(value: unknown, path: NodePath = []): readonly NodePath[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => [[...path, index], ...pathsIn(item, [...path, index])]);
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([name, entry]) => [[...path, name], ...pathsIn(entry, [...path, name])]);
}

/** A value with another one at a path; objects missing on the way are made. */
export function withValue(value: unknown, path: NodePath, to: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return to;
  if (Array.isArray(value)) return value.map((item, index) => (index === first ? withValue(item, rest, to) : item));
  return { ...(isRecord(value) ? value : {}), [first]: withValue(isRecord(value) ? value[first] : undefined, rest, to) };
}

/** A value without what stands at a path. */
export function without(value: unknown, path: NodePath): unknown {
  const [first, ...rest] = path;
  if (rest.length) return withValue(value, path.slice(0, 1), without(valueAt(value, path.slice(0, 1)), rest));
  if (Array.isArray(value)) return value.filter((_, index) => index !== first);
  return Object.fromEntries(Object.entries(isRecord(value) ? value : {}).filter(([name]) => name !== String(first)));
}
