import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range as TextRange } from 'vscode-languageserver-types';
import type { ManifestDocument, Range } from './document.ts';

/** A document of a file together with the file's text: what findings are placed and edits are made in. */
export interface Source {
  readonly text: TextDocument;
  readonly document: ManifestDocument;
}

/** Where a range of a document stands in the file. */
export function textRange({ text, document }: Source, range: Range): TextRange {
  return { start: text.positionAt(document.start + range.start), end: text.positionAt(document.start + range.end) };
}

/** A line of a text, counted from 0, without its line break. Nothing is looked for in it: many things may be asked of one long line. */
export function lineOf(text: TextDocument, line: number): string {
  const whole = text.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
  const behind = whole.endsWith('\r\n') ? 2 : Number(whole.endsWith('\n') || whole.endsWith('\r'));
  return whole.slice(0, whole.length - behind);
}
