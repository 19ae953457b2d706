import type { SyntaxCode } from '../../messages/en/decoding.ts';
import type { fixes } from '../../messages/en/fixes.ts';
import type { Remark } from '../../messages/en/index.ts';
import type { Detail } from '../../messages/en/yaml-details.ts';
import type { WrittenLine } from './written-lines.ts';

/** Text to be put in the place of a stretch; offsets in UTF-16 units, the end exclusive. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What makes YAML of a fault. */
export interface Mend {
  /** What it does, in the words of a text for fixes. */
  readonly title: Remark<keyof typeof fixes>;
  /** In the order of the text, none over another. */
  readonly edits: readonly Replacement[];
  /** Whether it is the evident one; at most one of a fault's mends. */
  readonly preferred: boolean;
}

/** What somebody did who wrote what is no YAML. */
export interface Fault {
  readonly remark: Remark<SyntaxCode>;
  readonly range: { readonly start: number; readonly end: number };
  /** The best first. */
  readonly mends: readonly Mend[];
  /** Whether the first mend surely reads what was meant, so that nothing is missing in what follows. */
  readonly certain: boolean;
}

/** Where the YAML library gave up, and what is written there. */
export interface Situation {
  readonly text: string;
  readonly lines: readonly WrittenLine[];
  /** The index of the line in which it gave up. */
  readonly at: number;
  readonly line: WrittenLine;
  readonly offset: number;
  /** What it complained of. */
  readonly detail: Detail['detail'];
}

/** Knows one fault when it sees it. */
export type Recognise = (situation: Situation) => Fault | undefined;

export function insertion(at: number, text: string): Replacement {
  return { start: at, end: at, text };
}
