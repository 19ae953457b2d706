import { parseManifests } from './parse.ts';

/** What kustomize calls the file of a folder; it takes the first that there is. */
export const kustomizationNames: readonly string[] = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

/** The names of the files beside a kustomization that its text lists as patches; patches in other folders are left out. */
export function patchesBeside(kustomization: string): ReadonlySet<string> {
  const [document] = parseManifests(kustomization).documents;
  const { patches, patchesStrategicMerge } = fields(document?.body.value);
  const listed = [...items(patches).map((patch) => fields(patch)['path']), ...items(patchesStrategicMerge)];
  return new Set(listed.flatMap((path) => (typeof path === 'string' ? (nameBeside(path) ?? []) : [])));
}

/** Undefined where a relative path leads out of the folder, or into another one; and for a patch that stands in the list itself. */
function nameBeside(path: string): string | undefined {
  if (path.startsWith('/') || path.includes('\n')) return undefined;
  const way: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') way.push(part);
    else if (way.pop() === undefined) return undefined;
  }
  return way.length === 1 ? way[0] : undefined;
}

function fields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
