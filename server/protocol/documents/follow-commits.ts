import type { InitializeParams, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { mayHoldOurs } from '../../kubernetes/fields/kind-in-text.ts';
import { valueAt } from '../../plain/node-path.ts';
import { whileOpen } from './while-open.ts';

/** The text of a file as it was committed last; undefined where nobody committed it. */
export type ReadCommitted = (uri: string) => Promise<string | undefined>;

export interface FollowedCommits {
  /** Notes whether the editor tells what was committed by itself. */
  initialize(params: InitializeParams): void;
  /** Tells that files are other ones now. */
  changed(uris: readonly string[]): void;
}

/**
 * Asks what was committed last of documents when they are opened, saved or changed on the disk, for editors that do not tell it. Nobody
 * is asked for those that do, or while it is not allowed. `onCommitted` is told of each answer that differs from the one before.
 */
export function followCommits(
  documents: Pick<TextDocuments<TextDocument>, 'get' | 'onDidOpen' | 'onDidSave' | 'onDidClose'>,
  readCommitted: ReadCommitted | undefined,
  how: { isAllowed(): boolean; onCommitted(uri: string, text: string | undefined): void; onFault(error: unknown): void },
): FollowedCommits {
  const known = whileOpen<string | undefined>(documents);
  let editorTells = false;
  async function look({ uri, text }: { readonly uri: string; readonly text: string }): Promise<void> {
    if (!readCommitted || editorTells || !how.isAllowed() || !mayHoldOurs(text)) return;
    const before = known.of(uri);
    const isKept = await known.keep(uri, readCommitted(uri));
    if (isKept && known.of(uri) !== before) how.onCommitted(uri, known.of(uri));
  }
  const lookAt = (document: TextDocument) => void look({ uri: document.uri, text: document.getText() }).catch(how.onFault);

  documents.onDidOpen(({ document }) => lookAt(document));
  documents.onDidSave(({ document }) => lookAt(document));

  return {
    initialize({ initializationOptions }) {
      editorTells = valueAt(initializationOptions, ['tellsCommits']) === true;
    },
    changed(uris) {
      for (const document of uris.map((uri) => documents.get(uri))) if (document) lookAt(document);
    },
  };
}
