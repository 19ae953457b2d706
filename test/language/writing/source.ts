import { TextDocument } from 'vscode-languageserver-textdocument';
import { parseManifests } from '../../../server/manifest/parse.ts';
import type { Source } from '../../../server/manifest/source.ts';

/** The first document of a text. */
export function sourceOf(text: string): Source {
  const [document] = parseManifests(text).documents;
  if (!document) throw new Error('the text holds no document');
  return { text: TextDocument.create('', 'yaml', 1, text), document };
}
