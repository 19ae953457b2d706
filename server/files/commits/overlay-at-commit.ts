import { dirname, join, relative, resolve, sep } from 'node:path';
import { inScratch } from '../in-scratch.ts';
import { filesOfKustomization } from '../kustomizations-at.ts';
import type { Unread } from '../read-file.ts';
import { filesAtCommit } from './files-at-commit.ts';

/**
 * Does something with an overlay as it was committed, beside all that it builds upon today, in a temporary folder that is removed
 * whatever happens; undefined where there was no kustomization then.
 */
export async function withOverlayAtCommit<T>(
  reference: string,
  overlay: string,
  use: (copy: string) => Promise<T>,
  signal?: AbortSignal,
): Promise<T | Unread | undefined> {
  const own = resolve(overlay);
  const around = filesOfKustomization(own).map(dirname).reduce(commonFolder, own);
  const files = await filesAtCommit(reference, around, { signal });
  if ('unread' in files) return files;
  if (!files.some(({ file }) => dirname(resolve(file)) === own)) return undefined;
  return inScratch(files, around, 'overlay', (copy) => use(join(copy, relative(around, own))));
}

function commonFolder(one: string, other: string): string {
  const [names, others] = [one.split(sep), other.split(sep)];
  const differs = names.findIndex((name, at) => name !== others[at]);
  return (differs < 0 ? names : names.slice(0, differs)).join(sep) || sep;
}
