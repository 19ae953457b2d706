import type { Range, TextEdit } from 'vscode-languageserver-types';
import { type Analysis, type ObjectInText, objectAt } from '../../application/analysis.ts';
import { type JobKind, jobSpecPath, podSpecPath } from '../../kubernetes/kinds.ts';
import type { Source } from '../../manifest/source.ts';
import type { PlainCode } from '../../messages/en/index.ts';
import type { NodePath } from '../../plain/node-path.ts';
import { isJson, replaceLines, setValue } from '../writing/edits.ts';
import { toSidecar } from '../writing/sidecar.ts';
import { endOfText, indented, needsTheRest, unindented } from '../writing/text-change.ts';

export interface Refactoring {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** What can be made of the object or container at a range: a CronJob of a Job and back, a sidecar of a container. */
export function refactorings(analysis: Analysis, range: Range): readonly Refactoring[] {
  const offset = analysis.text.offsetAt(range.start);
  const object = objectAt(analysis, offset);
  if (!object || isJson(object.source)) return [];
  const { source } = object;
  const { path } = source.document.body.pathAt(offset - source.document.start);
  const { kind, at } = object.judged;
  const inObject = path.slice(at.length);
  const atHead = inObject.length <= 1 || inObject[0] === 'metadata';
  const titled = (code: PlainCode, edits: readonly TextEdit[] | undefined) => (edits ? [{ title: analysis.texts(code), edits }] : []);
  return [
    ...(kind === 'Job' && atHead ? titled('refactor-to-cron-job', toCronJob(object)) : []),
    ...(kind === 'CronJob' && atHead ? titled('refactor-to-job', toJob(object)) : []),
    ...(kind ? titled('refactor-to-sidecar', toSidecar(source, path, [...at, ...podSpecPath(kind)])) : []),
  ];
}

function toCronJob({ source, judged }: ObjectInText): readonly TextEdit[] | undefined {
  const spec = [...judged.at, 'spec'];
  const lines = linesOf(source, spec);
  if (lines === undefined) return undefined;
  return withSpec(source, judged.at, 'CronJob', `schedule: "0 * * * *"\njobTemplate:\n  spec:\n    ${indented(lines, 4)}`);
}

/** The Job of the template; what only a CronJob has goes. */
function toJob({ source, judged }: ObjectInText): readonly TextEdit[] | undefined {
  const lines = linesOf(source, [...judged.at, ...jobSpecPath('CronJob')]);
  return lines === undefined ? undefined : withSpec(source, judged.at, 'Job', lines);
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
