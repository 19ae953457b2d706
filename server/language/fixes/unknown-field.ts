import type { Remedy } from '../../kubernetes/finding/remedy.ts';
import { valueAt } from '../../plain/node-path.ts';
import { isRecord } from '../../plain/record.ts';
import { commentOut } from '../writing/comment-out.ts';
import { removeField } from '../writing/edits.ts';
import { type Fix, type FixContext, type Fixer, fix } from './fix.ts';
import { remedyFixes } from './remedies.ts';

/** What was meant, then what takes the field out: of one that holds something as a comment first, as removing it is never all there is. */
export const unknownField: Fixer<'unknown-field'> = (context) => {
  const { source, finding, texts } = context;
  const { path } = finding.at;
  const field = String(path.at(-1));
  const meant = remedyFixes(finding.remedies ?? spellings(context), context);
  const asComment = fix(texts('fix-comment-out', { field }), commentOut(source, path));
  const kept = [...meant, ...(isFilled(valueAt(source.document.body.value, path)) ? asComment : [])];
  const isHeld = kept.length === 0 && isFilled(valueAt(source.document.body.value, path));
  return [...kept, ...(isHeld ? [] : fix(texts('fix-remove-field', { field }), removeField(source, path)))];
};

/** A misspelt `kind` or `apiVersion`, which is found before an object is known to be ours. */
function spellings({ finding: { args, at } }: FixContext<'unknown-field'>): readonly Remedy[] {
  return args.nearest.map((name, index) => ({
    title: { code: 'fix-rename-field', args: { name } },
    changes: [{ does: 'rename', path: at.path, name }],
    preferred: index === 0,
  }));
}

function isFilled(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : isRecord(value) && Object.keys(value).length > 0;
}

/** Takes the field or the list item out: for what must not be there at all. */
export const removeIt: Fixer = (context) => removal(context, true);

/** The same where there is something to be said for it. */
export const mayRemove: Fixer = (context) => removal(context, false);

function removal({ source, finding, texts }: FixContext, preferred: boolean): readonly Fix[] {
  const field = finding.at.path.at(-1);
  const title = typeof field === 'string' ? texts('fix-remove-field', { field }) : texts('fix-remove-item');
  return fix(title, removeField(source, finding.at.path), preferred);
}
