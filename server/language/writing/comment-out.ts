import type { TextEdit } from 'vscode-languageserver-types';
import { columnOf, endOfLine, startOfLine } from '../../manifest/lines.ts';
import type { Source } from '../../manifest/source.ts';
import type { NodePath } from '../../plain/node-path.ts';
import { textEdit } from './edits.ts';
import { removed } from './entry-changes.ts';
import { endOfText } from './text-change.ts';

/** Makes a comment of a field and all that is in it, where it stands on lines of its own beside other fields. */
export function commentOut(source: Source, path: NodePath): TextEdit | undefined {
  const { body } = source.document;
  const { text } = body;
  const entry = body.entry(path);
  const range = entry?.within.entries[entry.index];
  if (!entry || !range || entry.within.flow || entry.within.entries.length < 2 || !removed(body, path)) return undefined;
  const start = startOfLine(text, range.start);
  if (text.slice(start, range.start).trim() !== '') return undefined;
  const column = columnOf(text, range.start);
  const end = endOfLine(text, endOfText(text, range));
  const lines = text.slice(start, end).replace(/^ *(?=[^\r\n])/gm, (gap) => `${' '.repeat(column)}# ${gap.slice(column)}`);
  return textEdit(source, { start, end, text: lines });
}
