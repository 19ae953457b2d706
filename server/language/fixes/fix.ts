import type { TextEdit } from 'vscode-languageserver-types';
import type { Finding } from '../../kubernetes/finding/finding.ts';
import type { JobKind } from '../../kubernetes/kinds.ts';
import type { Source } from '../../manifest/source.ts';
import type { Texts } from '../../messages/render.ts';
import type { NodePath } from '../../plain/node-path.ts';

/** What a fix is made from. */
export interface FixContext {
  readonly source: Source;
  readonly finding: Finding;
  /** The kind of the object; Job when it cannot be told. */
  readonly kind: JobKind;
  /** Where the object begins in its document. */
  readonly base: NodePath;
  readonly texts: Texts;
}

export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** The one that "fix all" takes, and that the editor offers first; at most one of a finding's fixes. */
  readonly preferred?: boolean;
}

/** The fixes that a finding offers, the best first. */
export type Fixer = (context: FixContext) => readonly Fix[];

/** One fix of one edit, or none where the edit cannot be made. */
export function fix(title: string, edit: TextEdit | undefined, preferred = false): readonly Fix[] {
  return edit ? [{ title, edits: [edit], ...(preferred ? { preferred } : {}) }] : [];
}
