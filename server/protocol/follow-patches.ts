import { type Connection, DidChangeWatchedFilesNotification, type InitializeParams, type TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { kustomizationNames } from '../manifest/kustomization.ts';
import { createPatchFiles, type PatchFiles, type ReadFirst } from './patch-files.ts';
import { type ReadFirstParams, type ReadFirstResult, readFirstRequest } from './requests.ts';

interface FollowedPatches extends Pick<PatchFiles, 'isPatch' | 'isAwaited' | 'know'> {
  /** Notes what the editor can do. */
  initialize(params: InitializeParams): void;
  /** Has the editor tell when a kustomization changes, where it can. */
  watch(): void;
}

/**
 * Follows the kustomizations beside open documents, as they are being edited or else as they are stored. `readFirst` serves
 * editors that read no files for the server; `onChange` is as `createPatchFiles` has it.
 */
export function followPatches(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  readFirst: ReadFirst | undefined,
  onChange: Parameters<typeof createPatchFiles>[1],
): FollowedPatches {
  let editorReads = false;
  let editorWatches = false;

  const { isPatch, isAwaited, know, lookAgain, stored } = createPatchFiles(async (uris) => {
    const open = uris.map((uri) => documents.get(uri)).find((document) => document !== undefined);
    if (open) return open.getText();
    if (!editorReads) return readFirst?.(uris);
    const params: ReadFirstParams = { uris };
    return (await connection.sendRequest<ReadFirstResult>(readFirstRequest, params)).text ?? undefined;
  }, onChange);

  documents.onDidOpen(({ document: { uri } }) => lookAgain(uri));
  documents.onDidChangeContent(({ document: { uri } }) => stored(uri));
  documents.onDidClose(({ document: { uri } }) => stored(uri));
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) stored(uri);
  });

  return {
    isPatch,
    isAwaited,
    know,
    initialize({ capabilities, initializationOptions: options }) {
      editorReads = typeof options === 'object' && options !== null && Reflect.get(options, 'readsFiles') === true;
      editorWatches = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false;
    },
    watch() {
      const watchers = kustomizationNames.map((name) => ({ globPattern: `**/${name}` }));
      if (editorWatches) void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    },
  };
}
