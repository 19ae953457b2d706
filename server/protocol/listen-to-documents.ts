import type { Connection, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** Has `documents` follow the editor. A new version of the same text is a change as well, which it passes over: `onNewVersion` is told. */
export function listenToDocuments(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  onNewVersion: (uri: string) => void,
): void {
  documents.listen({
    ...connection,
    onDidChangeTextDocument: (handler) =>
      connection.onDidChangeTextDocument((params) => {
        handler(params);
        const { uri, version } = params.textDocument;
        const document = documents.get(uri);
        if (!document || document.version === version) return;
        TextDocument.update(document, [], version);
        onNewVersion(uri);
      }),
  });
}
