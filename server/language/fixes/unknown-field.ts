import { isCronJobField } from '../../kubernetes/fields/kind-in-text.ts';
import type { Remedy } from '../../kubernetes/finding/remedy.ts';
import { valueAt } from '../../plain/node-path.ts';
import { hasContent, isRecord } from '../../plain/record.ts';
import { commentOut } from '../writing/comment-out.ts';
import { removeField } from '../writing/edits.ts';
import { toCronJobWith } from '../writing/other-kind.ts';
import { type Fix, type FixContext, type Fixer, fix } from './fix.ts';
import { remedyFixes } from './remedies.ts';

/** What takes a field out, behind what was meant by it: one that holds something as a comment first, as removing it is never all there is. */
export const unknownField: Fixer<'unknown-field'> = (context) => {
  const { source, finding, texts } = context;
  const { path } = finding.at;
  const field = String(path.at(-1));
  const isMeant = (finding.remedies ?? finding.args.nearest).length > 0;
  const holds = hasContent(valueAt(source.document.body.value, path));
  const asComment = holds || !isMeant ? fix(texts('fix-comment-out', { field }), commentOut(source, path), !isMeant) : [];
  const spelt = finding.remedies ? [] : remedyFixes(spellings(context), context);
  const cronJob = toCronJob(context);
  const isAlone = holds && !isMeant && asComment.length === 0;
  const removal = isAlone ? [] : fix(texts('fix-remove-field', { field }), removeField(source, path));
  return [...cronJob, ...spelt, ...asComment.map((one) => ({ ...one, onlyAsked: true })), ...removal];
};

/** A schedule, or what goes with one, in the spec of a Job: a CronJob made of it, which keeps what is its own. */
function toCronJob({ source, finding, texts, kind, written, isCarried }: FixContext<'unknown-field'>): readonly Fix[] {
  const spec = finding.at.path.slice(0, -1);
  const fields = valueAt(source.document.body.value, spec);
  const isInSpec = kind === 'Job' && !isCarried && spec.length === written.at.length + 1 && spec.at(-1) === 'spec';
  if (!isInSpec || !isCronJobField(finding.args.field) || !isRecord(fields)) return [];
  const edits = toCronJobWith(source, written.at, Object.keys(fields).filter(isCronJobField));
  return edits ? [{ title: texts('refactor-to-cron-job'), edits, preferred: true, onlyAsked: true }] : [];
}

/** A misspelt `kind` or `apiVersion`, which is found before an object is known to be ours. */
function spellings({ finding: { args, at } }: FixContext<'unknown-field'>): readonly Remedy[] {
  return args.nearest.map((name, index) => ({
    title: { code: 'fix-rename-field', args: { name } },
    changes: [{ does: 'rename', path: at.path, name }],
    preferred: index === 0,
  }));
}

/** Takes the field or the list item out: for what must not be there at all. */
export const removeIt: Fixer = (context) => removal(context, true);

/** The same where there is something to be said for it. */
export const mayRemove: Fixer = (context) => removal(context, false);

/** A comment keeps what was written, so that it goes before; where there is no room for one, only a scalar goes at once. */
function removal({ source, finding, texts }: FixContext, preferred: boolean): readonly Fix[] {
  const { path } = finding.at;
  const field = path.at(-1);
  const title = typeof field === 'string' ? texts('fix-remove-field', { field }) : texts('fix-remove-item');
  const asComment = fix(texts('fix-comment-out', { field: String(field) }), commentOut(source, path), preferred);
  const isHarmless = asComment.length === 0 && !hasContent(valueAt(source.document.body.value, path));
  return [...asComment, ...fix(title, removeField(source, path), preferred && isHarmless)];
}
