import type { NodePath } from '../../plain/node-path.ts';

/**
 * A place in a Kubernetes object, built from the root downwards while rules walk it.
 *
 * One path has two readings. `serverPath` is how the API server writes it in an error (`spec.template.labels`);
 * `nodePath` is where the value stands in the document (`['spec', 'template', 'metadata', 'labels']`).
 * They differ where the server skips a level, see `hidden`, or calls it by another name, see `shownAs`.
 */
export interface FieldPath {
  readonly parent: FieldPath | undefined;
  readonly segment: string | number;
  readonly kind: 'field' | 'item' | 'key' | 'hidden';
  /** Where the value stands in the document, if that is not what the segments say. */
  readonly node?: FieldPath;
}

/** The path of the object itself: `undefined`, so that `field(root, 'spec')` is the server's `spec`. */
export const root: FieldPath | undefined = undefined;

/** The path to where a value stands in the document, of fields and items alone. */
export function fieldPathOf(path: NodePath): FieldPath | undefined {
  return path.reduce<FieldPath | undefined>(
    (parent, segment) => ({ parent, segment, kind: typeof segment === 'number' ? 'item' : 'field' }),
    root,
  );
}

/** A named field: `spec.completions`. */
export function field(parent: FieldPath | undefined, name: string, ...more: readonly string[]): FieldPath {
  const first: FieldPath = { parent, segment: name, kind: 'field' };
  return more.reduce<FieldPath>((path, segment) => ({ parent: path, segment, kind: 'field' }), first);
}

export const metadataPath = field(root, 'metadata');
export const specPath = field(root, 'spec');

/** A list item: `spec.containers[0]`. */
export function item(parent: FieldPath, index: number): FieldPath {
  return { parent, segment: index, kind: 'item' };
}

/** A map's key: `metadata.labels[app]`. */
export function key(parent: FieldPath, name: string): FieldPath {
  return { parent, segment: name, kind: 'key' };
}

/** A level that stands in the document but that the server leaves out: `metadata` of `spec.template.labels`, a list's index. */
export function hidden(parent: FieldPath, name: string | number): FieldPath {
  return { parent, segment: name, kind: 'hidden' };
}

/** The server's path of a value that stands elsewhere in the document: `volumes[0].persistentDisk` at `gcePersistentDisk`. */
export function shownAs(path: FieldPath, node: FieldPath): FieldPath {
  return { ...path, node };
}

export function serverPath(path: FieldPath | undefined): string {
  let text: string | undefined;
  for (let at = path; at; at = at.parent) {
    if (at.kind === 'hidden') continue;
    const segment = at.kind === 'field' ? at.segment : `[${at.segment}]`;
    text = text === undefined || text.startsWith('[') ? `${segment}${text ?? ''}` : `${segment}.${text}`;
  }
  return text ?? '';
}

export function nodePath(path: FieldPath | undefined): NodePath {
  const segments: (string | number)[] = [];
  for (let at = path; at; at = at.parent) {
    while (at.node) at = at.node;
    segments.push(at.segment);
  }
  return segments.reverse();
}
