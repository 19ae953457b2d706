import type { TextDocument } from 'vscode-languageserver-textdocument';
import { placeholdersIn } from '../../kubernetes/values/placeholder.ts';
import type { Fix } from './fix.ts';

/** Whether a fix leaves every placeholder that it touches somewhere in the text: what `${APP}` stands for, nobody here knows. To take out a whole field is another thing. */
export function keepsPlaceholders(text: TextDocument, { edits }: Fix): boolean {
  const written = edits.map(({ newText }) => newText).join('\n');
  if (written.trim() === '') return true;
  return edits.every(({ range }) => placeholdersIn(text.getText(range)).every((one) => written.includes(one)));
}
