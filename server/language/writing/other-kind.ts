import type { TextEdit } from 'vscode-languageserver-types';
import { type JobKind, jobSpecPath } from '../../kubernetes/kinds.ts';
import type { Source } from '../../manifest/source.ts';
import { type NodePath, valueAt } from '../../plain/node-path.ts';
import { removeField, replaceLines, setValue } from './edits.ts';
import { inTurn } from './in-turn.ts';
import { endOfText, indented, needsTheRest, unindented } from './text-change.ts';

/** Makes the template of a CronJob of a Job's spec, which then runs each hour. `object` is where the Job begins. */
export function toCronJob(source: Source, object: NodePath): readonly TextEdit[] | undefined {
  const lines = linesOf(source, [...object, 'spec']);
  if (lines === undefined) return undefined;
  return withSpec(source, object, 'CronJob', `schedule: "0 * * * *"\njobTemplate:\n  spec:\n    ${indented(lines, 4)}`);
}

/** The same of a Job in whose spec some fields stand that only a CronJob has: they stay there, and the rest is its template's. */
export function toCronJobWith(source: Source, object: NodePath, fields: readonly string[]): readonly TextEdit[] | undefined {
  const spec = [...object, 'spec'];
  const values = fields.map((name) => ({ path: [...spec, name], value: valueAt(source.document.body.value, [...spec, name]) }));
  const only = (edit: TextEdit | undefined) => edit && [edit];
  return inTurn(source, [
    ...values.map(
      ({ path }) =>
        (one: Source) =>
          only(removeField(one, path)),
    ),
    (one: Source) => toCronJob(one, object),
    ...values.toReversed().map(
      ({ path, value }) =>
        (one: Source) =>
          only(setValue(one, path, value)),
    ),
  ]);
}

/** The Job of a CronJob's template; what only a CronJob has goes. */
export function toJob(source: Source, object: NodePath): readonly TextEdit[] | undefined {
  const lines = linesOf(source, [...object, ...jobSpecPath('CronJob')]);
  return lines === undefined ? undefined : withSpec(source, object, 'Job', lines);
}

/** Another kind, and other lines for the spec. */
function withSpec(source: Source, object: NodePath, kind: JobKind, lines: string): readonly TextEdit[] | undefined {
  const other = setValue(source, [...object, 'kind'], kind);
  const spec = replaceLines(source, [...object, 'spec'], lines);
  return other && spec && [other, spec];
}

/** The lines of an object, from column 0 on; undefined of one between braces, and of one with an alias of what stands elsewhere. */
function linesOf({ document: { body } }: Source, path: NodePath): string | undefined {
  const object = body.collection(path);
  if (object?.flow !== false || needsTheRest(body, object)) return undefined;
  return unindented(body.text, { start: object.start, end: endOfText(body.text, object) });
}
