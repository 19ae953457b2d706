import { existsSync } from 'node:fs';
import { sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { KustomizeTools } from '../../charts/kustomize-tools.ts';
import { buildKustomization } from '../build-kustomization.ts';
import { lastCommit } from '../commits/files-at-commit.ts';
import { withOverlayAtCommit } from '../commits/overlay-at-commit.ts';
import { readRegularFile } from '../read-file.ts';

/** As of manifests: larger ones are not judged. */
const largestFile = 5 * 2 ** 20;

/** Kustomizations as a language server asks for them. */
export const kustomizeOfEditor: KustomizeTools = {
  pathOf(uri) {
    try {
      return uri.startsWith('file:') ? fileURLToPath(uri).split(sep).join('/') : undefined;
    } catch {
      // An address of another machine, or with escapes that are none.
      return undefined;
    }
  },
  uriOf: (path) => pathToFileURL(path).href,
  build: buildKustomization,
  async committed(folder, options) {
    const built = await withOverlayAtCommit('HEAD', folder, (copy) => buildKustomization(copy, options), options.signal);
    return built && 'documents' in built ? built.documents.map(({ body }) => body.text).join('\n---\n') : undefined;
  },
  commitOf: lastCommit,
  text(path) {
    const read = readRegularFile(path, largestFile);
    return 'text' in read ? read.text : undefined;
  },
  isThere: existsSync,
};
