import { basename, dirname, join } from 'node:path';
import {
  type Kustomization,
  kustomizationNames,
  namespaceGiven,
  noKustomization,
  readKustomization,
} from '../manifest/kustomize/kustomization.ts';
import { readFirst } from './read-file.ts';

/** What the kustomization beside a file says of it. */
export interface KustomizationsBeside {
  /** Whether it lists the file as a patch. */
  isPatch(file: string): boolean;
  /** The namespace that it gives to what the file holds; undefined where it gives none. */
  namespaceOf(file: string): string | undefined;
}

/** Reads the kustomizations beside files, each once. */
export function kustomizationsBeside(): KustomizationsBeside {
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
    namespaceOf: (file) => namespaceGiven(beside(file), basename(file)),
  };
}

/** A kustomization that cannot be read lists nothing. */
function readIn(folder: string): Kustomization {
  const kustomization = readFirst(kustomizationNames.map((name) => join(folder, name)));
  return kustomization && 'text' in kustomization ? readKustomization(kustomization.text) : noKustomization;
}
