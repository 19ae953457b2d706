import type { TextEdit } from 'vscode-languageserver-types';
import type { ManifestBody } from '../../manifest/document.ts';
import { columnOf, endOfLine, startOfLine } from '../../manifest/lines.ts';
import type { Source } from '../../manifest/source.ts';
import type { NodePath } from '../../plain/node-path.ts';
import { textEdit } from './edits.ts';
import { endOfText } from './text-change.ts';

/**
 * Moves so many items of a list, from the one at the path on, to the right, so that they are items of the list `to` with which the
 * item before them ends. Undefined where one of the two lists stands between brackets, and where no item stands right of its list.
 */
export function nestItems(source: Source, path: NodePath, count: number, to: NodePath): TextEdit | undefined {
  const { body } = source.document;
  const index = Number(path.at(-1));
  const list = body.collection(path.slice(0, -1));
  const [first, last] = [list?.entries[index], list?.entries[index + count - 1]];
  const column = columnOfItems(body, to);
  if (list?.flow !== false || !first || !last || column === undefined) return undefined;
  const start = startOfLine(body.text, first.start);
  const dash = /^ *(?=- )/.exec(body.text.slice(start, first.start))?.[0].length;
  if (dash === undefined || dash >= column) return undefined;
  const end = endOfLine(body.text, endOfText(body.text, last));
  const moved = body.text.slice(start, end).replace(/^(?=[^\r\n])/gm, ' '.repeat(column - dash));
  return textEdit(source, { start, end, text: moved });
}

/** Where the dashes of a list stand, or would stand if it had items. */
function columnOfItems(body: ManifestBody, list: NodePath): number | undefined {
  const written = body.collection(list);
  if (written) return written.flow ? undefined : columnOf(body.text, written.start);
  const key = body.keyRange(list);
  return key && columnOf(body.text, key.start) + 2;
}
