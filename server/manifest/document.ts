import type { SyntaxCode } from '../messages/en/decoding.ts';
import type { Remark } from '../messages/en/index.ts';
import type { NodePath } from '../plain/node-path.ts';
import type { TakenByFlux } from '../plain/taken-by-flux.ts';
import type { Mend } from './faults/fault.ts';

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
  /** What makes YAML of it, the best first, where that is known. */
  readonly mends?: readonly Mend[];
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

/** A map or list as it is written. */
export interface WrittenCollection extends Range {
  readonly kind: 'mapping' | 'sequence';
  /** Between braces or brackets, or a single pair between brackets. */
  readonly flow: boolean;
  /** Each from its key, or its value in a list, to the end of its value; in the order of the text, with what it merges in. */
  readonly entries: readonly Range[];
}

/** A field or an item as it is written; of one that is merged in, as it stands in what is merged. */
export interface WrittenEntry {
  /** Undefined of an item, and of a field without a key. */
  readonly key: Range | undefined;
  /** Empty, behind the colon or the dash, where nothing is written; undefined where not even these are, as in `{a}`. */
  readonly value: Range | undefined;
  readonly within: WrittenCollection;
  /** Its place among the entries of `within`. */
  readonly index: number;
}

/** An alias, and what it stands for. */
export interface WrittenAlias extends Range {
  readonly target: Range;
}

/**
 * One document of a file. Everything in it is relative to its first line, so that it can be kept when text above
 * it moves: two documents with the same text share one `ManifestBody`. Its functions are asked of it, and not taken off.
 */
export interface ManifestBody {
  readonly text: string;
  /** Plain JSON-like value as the API server's YAML library reads it; integers beyond 2^53 are bigint. */
  readonly value: unknown;
  readonly problems: readonly SyntaxProblem[];
  /**
   * How far the value can be trusted where a problem keeps the server from reading the document: `whole` where each fault has
   * one evident meaning, `partial` where lines are left out or guessed, `none` where nothing is known. `whole` without such a problem.
   */
  readonly reading: 'whole' | 'partial' | 'none';
  /** Whether the text contains `{{`, as Helm's and other templates do. */
  readonly templated: boolean;
  /** The range of a node's value; undefined where no such node exists. */
  valueRange(this: ManifestBody, path: NodePath): Range | undefined;
  /** The range of the key (of a list item: of the item's first token). */
  keyRange(this: ManifestBody, path: NodePath): Range | undefined;
  /** How the scalar at the path was written; undefined for collections and for what is not there. */
  scalarSource(this: ManifestBody, path: NodePath): ScalarSource | undefined;
  /** The fields or items that are written in the collection at the path itself: none of an alias, and not what is merged in. */
  children(this: ManifestBody, path: NodePath): readonly Child[];
  /** The field or item at a path as it is written; undefined for the root. */
  entry(this: ManifestBody, path: NodePath): WrittenEntry | undefined;
  /** The map or list at a path as it is written; undefined for scalars and where an alias stands. */
  collection(this: ManifestBody, path: NodePath): WrittenCollection | undefined;
  /** In the order of the text. */
  readonly aliases: readonly WrittenAlias[];
  /** The path of the innermost node at an offset of this document, whether the offset is on its key, and the range of what it is on. */
  pathAt(this: ManifestBody, offset: number): { readonly path: NodePath; readonly onKey: boolean; readonly range: Range | undefined };
  /** What stands literally in a template, for each branch of its conditions; empty, or not there, of what is YAML as it stands. */
  readonly branches?: readonly TemplateBranch[];
  /** Of what Flux applies: what it takes out of the texts that nobody gave it; not there of what it does not apply. */
  readonly takenByFlux?: readonly TakenByFlux[];
}

/** A template as it reads with one branch of each condition; its places are those of the text as written. */
export interface TemplateBranch extends Pick<ManifestBody, 'value' | 'valueRange' | 'keyRange' | 'scalarSource'> {
  /** What is written for some versions of Kubernetes only. */
  readonly unsure: readonly Range[];
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
