import { isOurs } from '../../kubernetes/kinds.ts';
import { type BuiltDocument, withoutOrigin } from '../../manifest/kustomize/built-documents.ts';
import { parseManifests } from '../../manifest/parse.ts';
import { valueAt } from '../../plain/node-path.ts';

/** What was built, and a line of it that counts from 0. */
export interface BuiltText {
  readonly text: string;
  readonly line: number;
}

/**
 * What a kustomization made of a file as kustomize prints it, and the first line of the object that stands at a line of the file, counted
 * from 0. Of a patch and of a kustomization all Jobs and CronJobs are shown; undefined where there are none.
 */
export function builtText(documents: readonly BuiltDocument[], file: string, text: string, line: number): BuiltText | undefined {
  const ours = documents.filter(({ body: { value } }) => isOurs(valueAt(value, ['apiVersion']), valueAt(value, ['kind'])));
  const own = ours.filter(({ origin }) => origin === file);
  const shown = own.length > 0 ? own : ours;
  if (shown.length === 0) return undefined;
  const meant = objectAt(text, line);
  const at = shown.findIndex(({ body: { value } }) => isMadeOf(value, meant));
  const texts = shown.map(({ body }) => `${withoutOrigin(body.text).trimEnd()}\n`);
  const before = texts.slice(0, Math.max(0, at)).map((one) => `${one}---\n`);
  return { text: texts.join('---\n'), line: before.join('').split('\n').length - 1 };
}

function objectAt(text: string, line: number): unknown {
  const offset = text
    .split('\n')
    .slice(0, line)
    .reduce((sum, one) => sum + one.length + 1, 0);
  return parseManifests(text).documents.findLast(({ start }) => start <= offset)?.body.value;
}

/** kustomize writes before and behind a name. */
function isMadeOf(built: unknown, source: unknown): boolean {
  const [name, was] = [built, source].map((one) => String(valueAt(one, ['metadata', 'name']) ?? ''));
  return valueAt(built, ['kind']) === valueAt(source, ['kind']) && name !== undefined && name.includes(was ?? '');
}
