import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { kustomizationNames } from '../manifest/kustomize/kustomization.ts';
import { filesThrough, layersOf } from '../manifest/kustomize/layers.ts';
import { filesBelow } from './files-below.ts';
import { gitIgnored } from './git-ignored.ts';
import { isRegularFile, readFile } from './read-file.ts';

/** The folders in and below paths that hold a kustomization which no other of them builds upon. */
export function kustomizationsAt(paths: readonly string[], gitignore = true): readonly string[] {
  const found = paths
    .filter((path) => path !== '-')
    .flatMap((path) =>
      filesBelow(path, (name) => kustomizationNames.includes(name), gitignore ? gitIgnored(path) : undefined).files.map(dirname),
    );
  const folders = [...new Set(found)].sort();
  const built = new Set(
    folders.flatMap((folder) =>
      layersOf(resolve(folder), textOf)
        .slice(1)
        .map(({ file }) => dirname(file)),
    ),
  );
  return folders.filter((folder) => !built.has(resolve(folder)));
}

/** Whether a folder holds a kustomization itself; a pipe or a device of that name would have the user's tool wait. */
export function isKustomization(folder: string): boolean {
  return isRegularFile(kustomizationFile(folder));
}

/** The kustomization of a folder by the first of the names that there is; by the usual one where there is none. */
export function kustomizationFile(folder: string): string {
  const files = kustomizationNames.map((name) => join(folder, name));
  return files.find((file) => existsSync(file)) ?? join(folder, 'kustomization.yaml');
}

/** The files that the build of a folder goes through: kustomizations, patches, resources; whole paths. */
export function filesOfKustomization(folder: string): readonly string[] {
  return filesThrough(layersOf(resolve(folder), textOf));
}

function textOf(path: string): string | undefined {
  const read = readFile(path);
  return 'text' in read ? read.text : undefined;
}
