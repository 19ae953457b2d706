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
