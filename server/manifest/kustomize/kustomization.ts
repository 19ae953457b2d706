import { parseManifests } from '../parse.ts';

/** What kustomize calls the file of a folder; it takes the first that there is. */
export const kustomizationNames: readonly string[] = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

/** What a kustomization says of the files beside it; files in other folders are left out. */
export interface Kustomization {
  /** The names of those that it lists as patches. */
  readonly patches: ReadonlySet<string>;
  /** The names of those that it lists as resources. */
  readonly resources: ReadonlySet<string>;
  /** The namespace that it gives to what it builds. */
  readonly namespace: string | undefined;
}

/** Of a folder that has none, or one that cannot be read. */
export const noKustomization: Kustomization = { patches: new Set(), resources: new Set(), namespace: undefined };

export function readKustomization(text: string): Kustomization {
  const [document] = parseManifests(text).documents;
  const { patches, patchesStrategicMerge, resources, namespace } = fields(document?.body.value);
  return {
    patches: namesBeside([...items(patches).map((patch) => fields(patch)['path']), ...items(patchesStrategicMerge)]),
    resources: namesBeside(items(resources)),
    namespace: typeof namespace === 'string' && namespace !== '' ? namespace : undefined,
  };
}

/** The namespace of what a file of the folder holds where it names none itself. */
export function namespaceGiven({ patches, resources, namespace }: Kustomization, file: string): string | undefined {
  return resources.has(file) || patches.has(file) ? namespace : undefined;
}

function namesBeside(paths: readonly unknown[]): ReadonlySet<string> {
  return new Set(paths.flatMap((path) => (typeof path === 'string' ? (nameBeside(path) ?? []) : [])));
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
