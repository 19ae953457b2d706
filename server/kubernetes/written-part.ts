import { type NodePath, startsWith } from '../plain/node-path.ts';

/** How much of an object is written in a document, and where: all of one that stands for itself, a part of one that another carries. */
export interface WrittenPart {
  /** Where it stands, from the root of the document. */
  readonly at: NodePath;
  /** Which part of the object it is, from the root of the object; empty where that is written as a whole. */
  readonly part: NodePath;
}

/** Where a place of the object stands in the document; undefined outside of what is written. */
export function placeInDocument({ at, part }: WrittenPart, path: NodePath): NodePath | undefined {
  return startsWith(path, part) ? [...at, ...path.slice(part.length)] : undefined;
}

/** Which place of the object a place of the document is. It must be `at`, or below that. */
export function placeInObject({ at, part }: WrittenPart, path: NodePath): NodePath {
  return [...part, ...path.slice(at.length)];
}
