import type { Range, TextEdit } from 'vscode-languageserver-types';
import { type Analysis, type ObjectInText, objectAt } from '../../application/analysis.ts';
import { podSpecPath } from '../../kubernetes/kinds.ts';
import { columnOf, lineBreakOf, startOfLine } from '../../manifest/lines.ts';
import type { Source } from '../../manifest/source.ts';
import type { PlainCode } from '../../messages/en/index.ts';
import type { NodePath } from '../../plain/node-path.ts';
import { edit, isFlow, isJson, setValue } from '../writing/edits.ts';
import { toSidecar } from '../writing/sidecar.ts';

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
    ...(kind ? titled('refactor-to-sidecar', toSidecar(object, path, [...at, ...podSpecPath(kind)])) : []),
  ];
}

function toCronJob({ source, judged }: ObjectInText): TextEdit[] | undefined {
  const kind = setValue(source, [...judged.at, 'kind'], 'CronJob');
  const spec = blockOf(source, [...judged.at, 'spec']);
  if (!kind || !spec) return undefined;
  const pad = (columns: number) => ' '.repeat(spec.keyColumn + columns);
  const head = [`${pad(2)}schedule: "0 * * * *"`, `${pad(2)}jobTemplate:`, `${pad(4)}spec:`];
  return [
    kind,
    edit(
      source,
      spec.start,
      spec.end,
      [...head, ...shifted(spec.lines, spec.keyColumn + 6 - spec.column)].join(lineBreakOf(source.document.body.text)),
    ),
  ];
}

/** The Job of the template; what only a CronJob has goes. */
function toJob({ source, judged }: ObjectInText): TextEdit[] | undefined {
  const kind = setValue(source, [...judged.at, 'kind'], 'Job');
  const spec = blockOf(source, [...judged.at, 'spec']);
  const inner = blockOf(source, [...judged.at, 'spec', 'jobTemplate', 'spec']);
  if (!kind || !spec || !inner) return undefined;
  return [
    kind,
    edit(
      source,
      spec.start,
      spec.end,
      shifted(inner.lines, spec.keyColumn + 2 - inner.column).join(lineBreakOf(source.document.body.text)),
    ),
  ];
}

interface Block {
  /** The offsets of its lines in the document, from the beginning of the first to the end of the last. */
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
  /** The column of its keys, and that of the key that it belongs to. */
  readonly column: number;
  readonly keyColumn: number;
}

function blockOf(source: Source, path: NodePath): Block | undefined {
  const { body } = source.document;
  const key = body.keyRange(path);
  const value = body.valueRange(path);
  if (!key || !value || value.start <= key.end || isFlow(source, path)) return undefined;
  const start = startOfLine(body.text, value.start);
  if (start <= key.end) return undefined;
  const end = start + body.text.slice(start, value.end).trimEnd().length;
  const lines = body.text.slice(start, end).split(/\r?\n/);
  return { start, end, lines, column: value.start - start, keyColumn: columnOf(body.text, key.start) };
}

function shifted(lines: readonly string[], columns: number): string[] {
  return lines.map((line) => {
    if (line.trim() === '') return '';
    return columns >= 0 ? ' '.repeat(columns) + line : line.slice(Math.min(-columns, /^ */.exec(line)?.[0].length ?? 0));
  });
}
