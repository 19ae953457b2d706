import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { ReadFirst } from './files-beside.ts';
import { createPatchFiles, type PatchFiles } from './patch-files.ts';

type FollowedPatches = Pick<PatchFiles, 'isPatch' | 'namespaceOf' | 'isAwaited' | 'know' | 'stored'>;

/** Follows the kustomizations beside open documents, as they are being edited or else as they are stored. `onChange` is as `createPatchFiles` has it. */
export function followPatches(
  documents: TextDocuments<TextDocument>,
  readFirst: ReadFirst,
  onChange: Parameters<typeof createPatchFiles>[1],
): FollowedPatches {
  const { isPatch, namespaceOf, isAwaited, know, lookAgain, stored } = createPatchFiles(
    async (uris) => (await readFirst(uris))?.text,
    onChange,
  );

  documents.onDidOpen(({ document: { uri } }) => lookAgain(uri));
  documents.onDidChangeContent(({ document: { uri } }) => stored(uri));
  documents.onDidClose(({ document: { uri } }) => stored(uri));

  return { isPatch, namespaceOf, isAwaited, know, stored };
}
