import type { TextEdit } from 'vscode-languageserver-types';
import { withLinesMoved } from '../../manifest/lines.ts';
import type { Source } from '../../manifest/source.ts';
import { textEdit } from './edits.ts';
import { difference } from './text-change.ts';

/** Moves lines of a document, counted from 0, the last included, so many blanks to the right, or to the left below 0. */
export function shiftLines(source: Source, first: number, last: number, by: number): TextEdit | undefined {
  const { text } = source.document.body;
  return textEdit(source, difference(text, withLinesMoved(text, { first, last, by })));
}
