import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { NearbyFile } from '../manifest/kustomize/nearby-file.ts';
import { decodedAddress } from '../plain/decoded-address.ts';
import type { ReadFirst } from './files-beside.ts';
import { createPatchFiles, type PatchFiles, type ReadNearby } from './patch-files.ts';

type FollowedPatches = Pick<PatchFiles, 'isPatch' | 'around' | 'namespaceOf' | 'nearbyOf' | 'isAwaited' | 'know' | 'stored'>;

/** Follows the kustomizations beside open documents, as they are being edited or else as they are stored. `onChange` is as `createPatchFiles` has it. */
export function followPatches(
  documents: TextDocuments<TextDocument>,
  readFirst: ReadFirst,
  onChange: Parameters<typeof createPatchFiles>[1],
  readNearby: (() => ReadNearby) | undefined,
): FollowedPatches {
  const asEdited = (stored: NearbyFile): NearbyFile => {
    const open = documents.all().find(({ uri }) => decodedAddress(uri) === stored.path);
    return open ? { ...stored, text: open.getText() } : stored;
  };
  const readText = async (uris: readonly string[]) => (await readFirst(uris))?.text;
  const { isPatch, around, namespaceOf, nearbyOf, isAwaited, know, opened, closed, stored } = createPatchFiles(
    readText,
    onChange,
    undefined,
    () => {
      const nearby = readNearby?.();
      return async (folder) => ((await nearby?.(folder)) ?? []).map(asEdited);
    },
  );

  documents.onDidOpen(({ document: { uri } }) => opened(uri));
  documents.onDidChangeContent(({ document: { uri } }) => stored(uri));
  documents.onDidClose(({ document: { uri } }) => {
    closed(uri);
    stored(uri);
  });

  return { isPatch, around, namespaceOf, nearbyOf, isAwaited, know, stored };
}
