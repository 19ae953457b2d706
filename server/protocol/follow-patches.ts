import { type Connection, DidChangeWatchedFilesNotification, type TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { kustomizationNames } from '../manifest/kustomization.ts';
import type { Editor } from './editor.ts';
import type { ReadFirst } from './files-beside.ts';
import { createPatchFiles, type PatchFiles } from './patch-files.ts';

interface FollowedPatches extends Pick<PatchFiles, 'isPatch' | 'isAwaited' | 'know'> {
  /** Has the editor tell when a kustomization changes, where it can. */
  watch(): void;
}

/** Follows the kustomizations beside open documents, as they are being edited or else as they are stored. `onChange` is as `createPatchFiles` has it. */
export function followPatches(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  editor: Editor,
  readFirst: ReadFirst,
  onChange: Parameters<typeof createPatchFiles>[1],
): FollowedPatches {
  const { isPatch, isAwaited, know, lookAgain, stored } = createPatchFiles(async (uris) => (await readFirst(uris))?.text, onChange);

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
    watch() {
      const watchers = kustomizationNames.map((name) => ({ globPattern: `**/${name}` }));
      if (editor.can.workspace?.didChangeWatchedFiles?.dynamicRegistration)
        void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    },
  };
}
