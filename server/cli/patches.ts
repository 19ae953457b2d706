import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { parseManifests } from '../manifest/parse.ts';

const kustomizations = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

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

function readPatches(folder: string): ReadonlySet<string> {
  const file = kustomizations.map((name) => join(folder, name)).find((path) => existsSync(path));
  const [document] = file ? parseManifests(readFileSync(file, 'utf8')).documents : [];
  const { patches, patchesStrategicMerge } = fields(document?.body.value);
  const listed = [...items(patches).map((patch) => fields(patch)['path']), ...items(patchesStrategicMerge)];
  return new Set(listed.filter((path) => typeof path === 'string').map((path) => normalize(path)));
}

function fields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
