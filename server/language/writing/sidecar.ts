import type { TextEdit } from 'vscode-languageserver-types';
import { columnOf, lineBreakOf } from '../../manifest/lines.ts';
import type { Source } from '../../manifest/source.ts';
import { type NodePath, startsWith, valueAt } from '../../plain/node-path.ts';
import { edit, insertEntry, isFlow, removeField } from './edits.ts';

/** A container moved to the init containers, where `restartPolicy: Always` lets it run beside the others. */
export function toSidecar({ source }: { readonly source: Source }, path: NodePath, pod: NodePath): TextEdit[] | undefined {
  const containers = [...pod, 'containers'];
  const index = path[containers.length];
  const list = valueAt(source.document.body.value, containers);
  if (typeof index !== 'number' || !startsWith(path, containers)) return undefined;
  if (!Array.isArray(list) || list.length < 2 || isFlow(source, containers)) return undefined;
  const item = [...containers, index];
  const value = source.document.body.valueRange(item);
  const removal = removeField(source, item);
  if (!value || !removal || isFlow(source, item)) return undefined;
  const { text } = source.document.body;
  const column = columnOf(text, value.start);
  const [first = '', ...rest] = text.slice(value.start, value.end).trimEnd().split(/\r?\n/);
  const lines = ['- restartPolicy: Always', `  ${first}`, ...rest.map((line) => (line.trim() === '' ? '' : `  ${line.slice(column)}`))];
  const inits = source.document.body.valueRange([...pod, 'initContainers']);
  if (!inits) {
    const insertion = insertEntry(source, pod, { yaml: ['initContainers:', ...lines.map((line) => `  ${line}`)].join('\n'), json: '' });
    return insertion ? [insertion, removal] : undefined;
  }
  if (isFlow(source, [...pod, 'initContainers'])) return undefined;
  const dash = columnOf(text, inits.start);
  const insertion = edit(
    source,
    inits.start,
    inits.start,
    `${lines.join(`${lineBreakOf(text)}${' '.repeat(dash)}`)}${lineBreakOf(text)}${' '.repeat(dash)}`,
  );
  return [insertion, removal];
}
