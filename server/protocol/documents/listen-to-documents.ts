import type { Connection, TextDocumentContentChangeEvent, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';

/**
 * Has `documents` follow the editor. A new version of the same text is a change as well, which it passes over: `onNewVersion` is
 * told. `beforeChange` is told of what changes while the text is still the old one.
 */
export function listenToDocuments(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  onNewVersion: (uri: string) => void,
  beforeChange: (uri: string, changes: readonly TextDocumentContentChangeEvent[]) => void,
): void {
  documents.listen({
    ...connection,
    onDidChangeTextDocument: (handler) =>
      connection.onDidChangeTextDocument((params) => {
        beforeChange(params.textDocument.uri, params.contentChanges);
        handler(params);
        const { uri, version } = params.textDocument;
        const document = documents.get(uri);
        if (!document || document.version === version) return;
        TextDocument.update(document, [], version);
        onNewVersion(uri);
      }),
  });
}
