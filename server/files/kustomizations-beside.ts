import { basename, dirname, join } from 'node:path';
import {
  type Kustomization,
  kustomizationNames,
  namespaceGiven,
  noKustomization,
  readKustomization,
} from '../manifest/kustomize/kustomization.ts';
import { namespaceThrough } from '../manifest/kustomize/overlays.ts';
import type { Placed } from './files-nearby.ts';
import { readFirst } from './read-file.ts';

/** What kustomizations say of files. */
export interface KustomizationsBeside {
  /** Whether the one beside it lists the file as a patch. */
  isPatch(file: string): boolean;
  /** The namespace that all those by which it is built give to what the file holds; undefined where none does, or nobody can say which. */
  namespaceOf(file: string): string | undefined;
}

/**
 * Reads the kustomizations beside files, each once. `around` finds those further away, which may build upon these; without it they are not
 * looked for.
 */
export function kustomizationsBeside(around?: (file: string) => Placed): KustomizationsBeside {
  const folders = new Map<string, Kustomization>();
  const beside = (file: string): Kustomization => {
    if (file === '-') return noKustomization;
    const folder = dirname(file);
    const kustomization = folders.get(folder) ?? readIn(folder);
    folders.set(folder, kustomization);
    return kustomization;
  };
  return {
    isPatch: (file) => beside(file).patches.has(basename(file)),
    namespaceOf(file) {
      const { path, nearby } = around?.(file) ?? { path: file, nearby: [] };
      return nearby.length > 0 ? namespaceThrough(path, nearby) : namespaceGiven(beside(file), basename(file));
    },
  };
}

/** A kustomization that cannot be read lists nothing. */
function readIn(folder: string): Kustomization {
  const kustomization = readFirst(kustomizationNames.map((name) => join(folder, name)));
  return kustomization && 'text' in kustomization ? readKustomization(kustomization.text) : noKustomization;
}
