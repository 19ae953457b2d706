import type { TextEdit } from 'vscode-languageserver-types';
import type { Finding } from '../../kubernetes/finding/finding.ts';
import type { JobKind } from '../../kubernetes/kinds.ts';
import type { WrittenPart } from '../../kubernetes/written-part.ts';
import type { Source } from '../../manifest/source.ts';
import type { Code } from '../../messages/en/index.ts';
import type { Texts } from '../../messages/render.ts';
import { insertField, setValue } from '../writing/edits.ts';

/** What a fix of findings of a code is made from. */
export interface FixContext<C extends Code = Code> {
  readonly source: Source;
  readonly finding: Finding<C>;
  /** The kind of the object; Job when it cannot be told. */
  readonly kind: JobKind;
  /** Where it stands in its document, and how much of it. */
  readonly written: WrittenPart;
  /** Whether an object of another project carries it, so that it cannot become another kind. */
  readonly isCarried: boolean;
  readonly texts: Texts;
}

export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** The one that "fix all" takes, and that the editor offers first; at most one of a finding's fixes. It takes nothing away. */
  readonly preferred?: boolean;
  /** Whether somebody has to look at it, as at an image that is put in: "fix all" does not take it along. */
  readonly onlyAsked?: boolean;
}

/** The fixes that findings of a code offer, the best first. */
export type Fixer<C extends Code = Code> = (context: FixContext<C>) => readonly Fix[];

/** One fix of one edit, or none where the edit cannot be made. */
export function fix(title: string, edit: TextEdit | undefined, preferred = false): readonly Fix[] {
  return edit ? [{ title, edits: [edit], ...(preferred ? { preferred } : {}) }] : [];
}

/** Sets one field beside the one that the finding is about. */
export function setTo(field: string, value: string | number | boolean): Fixer {
  return (context) => {
    const path = [...context.finding.at.path.slice(0, -1), field];
    return fix(context.texts('fix-set-field', { field, value }), setValue(context.source, path, value), true);
  };
}

/** A field put into the object that the finding is about. */
export function addField(field: string, value: number): Fixer {
  return ({ source, finding, texts }) =>
    fix(texts('fix-set-field', { field, value }), insertField(source, [...finding.at.path, field], value), true);
}
