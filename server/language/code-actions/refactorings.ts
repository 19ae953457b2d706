import type { Range, TextEdit } from 'vscode-languageserver-types';
import { type Analysis, type ObjectInText, objectAt } from '../../application/analysis.ts';
import type { NodePath } from '../../manifest/document.ts';
import { valueAt } from '../fixes/fix.ts';
import { podSpecPath } from '../reading/pod-template.ts';
import { edit, insertEntry, isFlow, isJson, lineBreak, removeField, replaceValue, type Source } from '../writing/edits.ts';

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
  const titled = (code: string, edits: readonly TextEdit[] | undefined) => (edits ? [{ title: analysis.texts(code), edits }] : []);
  return [
    ...(kind === 'Job' && atHead ? titled('refactor-to-cron-job', toCronJob(object)) : []),
    ...(kind === 'CronJob' && atHead ? titled('refactor-to-job', toJob(object)) : []),
    ...(kind ? titled('refactor-to-sidecar', toSidecar(object, path, [...at, ...podSpecPath(kind)])) : []),
  ];
}

function toCronJob({ source, judged }: ObjectInText): TextEdit[] | undefined {
  const kind = replaceValue(source, [...judged.at, 'kind'], 'CronJob');
  const spec = blockOf(source, [...judged.at, 'spec']);
  if (!kind || !spec) return undefined;
  const pad = (columns: number) => ' '.repeat(spec.keyColumn + columns);
  const head = [`${pad(2)}schedule: "0 * * * *"`, `${pad(2)}jobTemplate:`, `${pad(4)}spec:`];
  return [
    kind,
    edit(source, spec.start, spec.end, [...head, ...shifted(spec.lines, spec.keyColumn + 6 - spec.column)].join(lineBreak(source))),
  ];
}

/** The Job of the template; what only a CronJob has goes. */
function toJob({ source, judged }: ObjectInText): TextEdit[] | undefined {
  const kind = replaceValue(source, [...judged.at, 'kind'], 'Job');
  const spec = blockOf(source, [...judged.at, 'spec']);
  const inner = blockOf(source, [...judged.at, 'spec', 'jobTemplate', 'spec']);
  if (!kind || !spec || !inner) return undefined;
  return [kind, edit(source, spec.start, spec.end, shifted(inner.lines, spec.keyColumn + 2 - inner.column).join(lineBreak(source)))];
}

/** A container moved to the init containers, where `restartPolicy: Always` lets it run beside the others. */
export function toSidecar({ source }: Pick<ObjectInText, 'source'>, path: NodePath, pod: NodePath): TextEdit[] | undefined {
  const containers = [...pod, 'containers'];
  const index = path[containers.length];
  const list = valueAt(source.document.body.value, containers);
  if (typeof index !== 'number' || !containers.every((segment, at) => path[at] === segment)) return undefined;
  if (!Array.isArray(list) || list.length < 2 || isFlow(source, containers)) return undefined;
  const item = [...containers, index];
  const value = source.document.body.valueRange(item);
  const removal = removeField(source, item);
  if (!value || !removal || isFlow(source, item)) return undefined;
  const { text } = source.document.body;
  const column = value.start - (text.lastIndexOf('\n', value.start - 1) + 1);
  const [first = '', ...rest] = text.slice(value.start, value.end).trimEnd().split(/\r?\n/);
  const lines = ['- restartPolicy: Always', `  ${first}`, ...rest.map((line) => (line.trim() === '' ? '' : `  ${line.slice(column)}`))];
  const inits = source.document.body.valueRange([...pod, 'initContainers']);
  if (!inits) {
    const insertion = insertEntry(source, pod, { yaml: ['initContainers:', ...lines.map((line) => `  ${line}`)].join('\n'), json: '' });
    return insertion ? [insertion, removal] : undefined;
  }
  if (isFlow(source, [...pod, 'initContainers'])) return undefined;
  const dash = inits.start - (text.lastIndexOf('\n', inits.start - 1) + 1);
  const insertion = edit(
    source,
    inits.start,
    inits.start,
    `${lines.join(`${lineBreak(source)}${' '.repeat(dash)}`)}${lineBreak(source)}${' '.repeat(dash)}`,
  );
  return [insertion, removal];
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
  const start = body.text.lastIndexOf('\n', value.start - 1) + 1;
  if (start <= key.end) return undefined;
  const end = start + body.text.slice(start, value.end).trimEnd().length;
  const lines = body.text.slice(start, end).split(/\r?\n/);
  return { start, end, lines, column: value.start - start, keyColumn: key.start - (body.text.lastIndexOf('\n', key.start - 1) + 1) };
}

function shifted(lines: readonly string[], columns: number): string[] {
  return lines.map((line) => {
    if (line.trim() === '') return '';
    return columns >= 0 ? ' '.repeat(columns) + line : line.slice(Math.min(-columns, /^ */.exec(line)?.[0].length ?? 0));
  });
}
