import type { Connection, InitializeParams, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { valueAt } from '../plain/node-path.ts';
import { type FileText, type ReadFirstParams, type ReadFirstResult, readFirstRequest } from './requests.ts';

/** Reads the first of some files that there is; undefined where there is none. */
export type ReadFirst = (uris: readonly string[]) => Promise<FileText | undefined>;

export interface FilesBeside {
  /** As a file is being edited, or else as it is stored. */
  readonly readFirst: ReadFirst;
  /** Notes whether the editor reads files for us. */
  initialize(params: InitializeParams): void;
}

/** Reads files that stand beside open documents; `stored` serves editors that read none for the server. */
export function filesBeside(connection: Connection, documents: TextDocuments<TextDocument>, stored: ReadFirst | undefined): FilesBeside {
  let editorReads = false;
  const readStored: ReadFirst = async (uris) => {
    if (uris.length === 0) return undefined;
    if (!editorReads) return stored?.(uris);
    const params: ReadFirstParams = { uris };
    return (await connection.sendRequest<ReadFirstResult>(readFirstRequest, params)) ?? undefined;
  };
  return {
    async readFirst(uris) {
      const open = uris.findIndex((uri) => documents.get(uri) !== undefined);
      if (open < 0) return readStored(uris);
      const uri = uris[open] ?? '';
      return (await readStored(uris.slice(0, open))) ?? { uri, text: documents.get(uri)?.getText() ?? '' };
    },
    initialize({ initializationOptions }) {
      editorReads = valueAt(initializationOptions, ['readsFiles']) === true;
    },
  };
}
