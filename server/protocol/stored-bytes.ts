import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { mayHoldOurs } from '../kubernetes/fields/kind-in-text.ts';
import { notUtf8Shown } from '../manifest/bytes/shown-text.ts';
import type { DecodedText, NotUtf8 } from '../manifest/bytes/text-of-bytes.ts';
import { whileOpen } from './documents/while-open.ts';
import type { FilesBeside } from './files-beside.ts';

/** What the files of open documents hold that an editor does not show: bytes that are not UTF-8. */
export interface StoredBytes {
  /** The file, where not all of its bytes are UTF-8; undefined where they are, and until that is known. */
  of(uri: string): DecodedText | undefined;
  /** The first of these bytes, at its place in the text as it is now. */
  notUtf8In(text: TextDocument): NotUtf8 | undefined;
  /** Tells that files are other ones now. */
  changed(uris: readonly string[]): void;
}

/**
 * Looks at the bytes of documents when they are opened, saved or changed on the disk: an editor tells texts alone, in whatever encoding it
 * read them, and kubectl reads bytes. `onChange` is told of a document of which something else is known than before.
 */
export function followStoredBytes(
  documents: TextDocuments<TextDocument>,
  { stored }: Pick<FilesBeside, 'stored'>,
  { onChange, onFault }: { onChange(uri: string): void; onFault(error: unknown): void },
): StoredBytes {
  const known = whileOpen<DecodedText | undefined>(documents);
  async function look(uri: string, text: string): Promise<void> {
    const before = known.of(uri);
    // Between the letters of UTF-16 without a mark stand zeros.
    if (!mayHoldOurs(text.replaceAll('\0', ''))) return;
    const isKept = await known.keep(uri, stored(uri).then(unlessUtf8));
    if (isKept && JSON.stringify(known.of(uri)) !== JSON.stringify(before)) onChange(uri);
  }
  const lookAt = (document: TextDocument) => void look(document.uri, document.getText()).catch(onFault);

  documents.onDidOpen(({ document }) => lookAt(document));
  documents.onDidSave(({ document }) => lookAt(document));

  return {
    of: known.of,
    notUtf8In(text) {
      const file = known.of(text.uri);
      return file && notUtf8Shown(file, text.getText());
    },
    changed(uris) {
      for (const document of uris.map((uri) => documents.get(uri))) if (document) lookAt(document);
    },
  };
}

function unlessUtf8(file: DecodedText | undefined): DecodedText | undefined {
  return file?.notUtf8 && file;
}
