import { basename, dirname, join } from 'node:path';
import { kustomizationNames, patchesBeside } from '../manifest/kustomization.ts';
import { readFirst } from './read-file.ts';

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
  const kustomization = readFirst(kustomizationNames.map((name) => join(folder, name)));
  return kustomization && 'text' in kustomization ? patchesBeside(kustomization.text) : new Set();
}
