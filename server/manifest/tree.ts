import type { ScalarSource } from './document.ts';

/** A document's tree before any scalar is read as a number or a word: what `plain-yaml.ts` and `compose.ts` make. */
export type Node = ScalarNode | MappingNode | SequenceNode | AliasNode;

/** Offsets in the document's text. */
export interface Extent {
  readonly start: number;
  /** Where the value ends. */
  readonly end: number;
  /** Behind the blanks, the comment and the line break that follow the value. */
  readonly outerEnd: number;
}

export interface ScalarNode extends Extent {
  readonly kind: 'scalar';
  /** After escapes and folding. */
  readonly text: string;
  readonly style: ScalarSource['style'];
  /** In its long form, such as `tag:yaml.org,2002:int`. */
  readonly tag: string | undefined;
  readonly anchor: string | undefined;
}

export interface MappingNode extends Extent {
  readonly kind: 'mapping';
  readonly entries: readonly Entry[];
  /** Written between braces. */
  readonly flow: boolean;
  readonly anchor: string | undefined;
}

export interface SequenceNode extends Extent {
  readonly kind: 'sequence';
  readonly items: readonly (Node | null)[];
  /** Written between brackets. */
  readonly flow: boolean;
  readonly anchor: string | undefined;
}

export interface AliasNode extends Extent {
  readonly kind: 'alias';
  /** The anchor it names. */
  readonly source: string;
}

/** Null where nothing is written, as in `? ` and between the commas of `{, }`. */
export interface Entry {
  readonly key: Node | null;
  readonly value: Node | null;
}
