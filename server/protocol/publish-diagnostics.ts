import { type Connection, DocumentDiagnosticReportKind, type TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { diagnosticsOf } from '../language/diagnostics.ts';
import type { Answers } from './answers.ts';
import type { PatchFiles } from './patch-files.ts';

export interface Publisher {
  /** After what has already arrived: of changes that come in a burst the latest wins. */
  publishSoon(uri: string): void;
}

/** Pushes the diagnostics of each open document after every change, with its version, even when nothing changed; and answers who pulls them. */
export function publishDiagnostics(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  { about }: Answers,
  patches: Pick<PatchFiles, 'isAwaited' | 'know'>,
): Publisher {
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();

  function publish(uri: string): void {
    waiting.delete(uri);
    const version = documents.get(uri)?.version;
    if (version === undefined || patches.isAwaited(uri)) return;
    const diagnostics = about(uri, 'Diagnostics', [], diagnosticsOf);
    void connection.sendDiagnostics({ uri, version, diagnostics });
  }
  function publishSoon(uri: string): void {
    clearTimeout(waiting.get(uri));
    waiting.set(
      uri,
      setTimeout(() => publish(uri), 0),
    );
  }

  documents.onDidChangeContent(({ document }) => publishSoon(document.uri));
  documents.onDidClose(({ document: { uri } }) => {
    clearTimeout(waiting.get(uri));
    waiting.delete(uri);
    void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  connection.languages.diagnostics.on(async ({ textDocument: { uri } }) => {
    await patches.know(uri);
    return { kind: DocumentDiagnosticReportKind.Full, items: about(uri, 'Diagnostics', [], diagnosticsOf) };
  });
  return { publishSoon };
}
