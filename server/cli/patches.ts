import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { kustomizationNames, patchesBeside } from '../manifest/kustomization.ts';

/** Tells whether the kustomization beside a file lists it as a patch; each folder is looked at once. */
export function patchesListedIn(): (file: string) => boolean {
  const folders = new Map<string, ReadonlySet<string>>();
  return (file) => {
    if (file === '-') return false;
    const folder = dirname(file);
    const patches = folders.get(folder) ?? readPatches(folder);
    folders.set(folder, patches);
    return patches.has(basename(file));
  };
}

/** A kustomization that cannot be read lists nothing. */
function readPatches(folder: string): ReadonlySet<string> {
  try {
    const file = kustomizationNames.map((name) => join(folder, name)).find((path) => existsSync(path));
    return file === undefined ? new Set() : patchesBeside(readFileSync(file, 'utf8'));
  } catch {
    return new Set();
  }
}
