import type { SyntaxCode } from '../messages/en/decoding.ts';
import type { Remark } from '../messages/en/index.ts';
import type { NodePath } from '../plain/node-path.ts';

/** Offsets in UTF-16 units, the end exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** What kept a document, or a part of it, from being read as the API server reads it. */
export type SyntaxProblem = Remark<SyntaxCode> & {
  /** `unreadable`: it is YAML, but nothing that JSON can hold. `unread`: no fault, but the server reads no further. */
  readonly kind: 'not-yaml' | 'unreadable' | 'duplicate-key' | 'unread';
  /** Relative to the document's own start, as all ranges here. */
  readonly range: Range;
  /** Where the problem stands, as far as it is known: for a duplicate key the second one's place. */
  readonly path: NodePath;
};

/** A scalar as it was written, for fixes and messages that turn on the spelling. */
export interface ScalarSource {
  readonly text: string;
  readonly style: 'plain' | 'single-quoted' | 'double-quoted' | 'block';
}

/** A field or an item, with the ranges that `keyRange` and `valueRange` give for it. */
export interface Child {
  readonly segment: string | number;
  readonly key: Range;
  readonly value: Range;
}

/**
 * One document of a file. Everything in it is relative to its first line, so that it can be kept when text above
 * it moves: two documents with the same text share one `ManifestBody`.
 */
export interface ManifestBody {
  readonly text: string;
  /** Plain JSON-like value as the API server's YAML library reads it; integers beyond 2^53 are bigint. */
  readonly value: unknown;
  readonly problems: readonly SyntaxProblem[];
  /** Whether the text contains `{{`, as Helm's and other templates do. */
  readonly templated: boolean;
  /** The range of a node's value; undefined where no such node exists. */
  valueRange(path: NodePath): Range | undefined;
  /** The range of the key (of a list item: of the item's first token). */
  keyRange(path: NodePath): Range | undefined;
  /** How the scalar at the path was written; undefined for collections and for what is not there. */
  scalarSource(path: NodePath): ScalarSource | undefined;
  /** The fields or items that are written in the collection at the path itself: none of an alias, and not what is merged in. */
  children(path: NodePath): readonly Child[];
  /** The path of the innermost node at an offset of this document, and whether the offset is on its key. */
  pathAt(offset: number): { readonly path: NodePath; readonly onKey: boolean };
}

export interface ManifestDocument {
  /** Counted from 0; a part that holds only blanks and comments does not count. */
  readonly index: number;
  /** Where the document's text begins in the file. */
  readonly start: number;
  readonly body: ManifestBody;
}

export interface ManifestFile {
  readonly documents: readonly ManifestDocument[];
}
