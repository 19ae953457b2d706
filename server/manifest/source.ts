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
