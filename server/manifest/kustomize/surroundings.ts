import { isRecord, type PlainRecord } from '../../plain/record.ts';
import { parseManifests } from '../parse.ts';
import { type FluxVariables, variablesOf } from './flux-variables.ts';
import { kustomizationNames } from './kustomization.ts';

/** A file that may say something of others: its path or address with slashes, and its text. */
export interface NearbyFile {
  readonly path: string;
  readonly text: string;
}

/** What kustomizations and Flux say of a file that stands near them, in whatever folder. */
export interface Surroundings {
  /** One of them names it as a patch. */
  readonly isPatch: boolean;
  /** One of them, in its folder or above, puts values where placeholders stand. */
  readonly isFilledIn: boolean;
  /** What Flux puts there, where it is one Kustomization of Flux that does, or all say the same. */
  readonly variables?: FluxVariables;
}

export const nothingAround: Surroundings = { isPatch: false, isFilledIn: false };

export function surroundingsOf(path: string, nearby: readonly NearbyFile[]): Surroundings {
  const told = nearby.flatMap(({ path: of, text }) =>
    objectsIn(text).map((object) => ({ folder: folderOf(of), name: nameOf(of), object })),
  );
  const flux = told.filter(({ folder, object }) => isFluxFillingIn(object) && isBelowFlux(path, folder, object));
  const [first, ...others] = flux.map(({ object }) =>
    variablesOf(
      object,
      told.map((one) => one.object),
    ),
  );
  return {
    isPatch: told.some(
      ({ folder, name, object }) => isKustomization(name, object) && patchesOf(object).some((one) => resolved(folder, one) === path),
    ),
    isFilledIn:
      flux.length > 0 ||
      told.some(({ folder, name, object }) => isKustomization(name, object) && replaces(object) && path.startsWith(folder)),
    ...(first && others.every((one) => JSON.stringify(one) === JSON.stringify(first)) ? { variables: first } : {}),
  };
}

function objectsIn(text: string): readonly PlainRecord[] {
  return parseManifests(text).documents.flatMap(({ body: { value } }) => (isRecord(value) ? [value] : []));
}

/** By its name, or by what it says of itself. */
function isKustomization(name: string, { apiVersion }: PlainRecord): boolean {
  return kustomizationNames.includes(name) || String(apiVersion ?? '').startsWith('kustomize.config.k8s.io/');
}

function patchesOf({ patches, patchesStrategicMerge }: PlainRecord): readonly string[] {
  const listed = [...itemsOf(patches).map((patch) => (isRecord(patch) ? patch['path'] : undefined)), ...itemsOf(patchesStrategicMerge)];
  return listed.filter((one) => typeof one === 'string' && !one.includes('\n')).map(String);
}

/** Replacements and variables put values of one object into others. */
function replaces({ replacements, vars }: PlainRecord): boolean {
  return itemsOf(replacements).length > 0 || itemsOf(vars).length > 0;
}

/** Flux's own Kustomization with `postBuild`, which is envsubst for all that it applies. */
function isFluxFillingIn({ apiVersion, kind, spec }: PlainRecord): boolean {
  if (kind !== 'Kustomization' || !String(apiVersion).startsWith('kustomize.toolkit.fluxcd.io/') || !isRecord(spec)) return false;
  const { postBuild } = spec;
  return isRecord(postBuild) && (isRecord(postBuild['substitute']) || itemsOf(postBuild['substituteFrom']).length > 0);
}

/** It applies what stands below its `path`, which begins at the root of its repository: so this is looked for in the file's own way. Beside it, too. */
function isBelowFlux(path: string, folder: string, { spec }: PlainRecord): boolean {
  const written = isRecord(spec) && typeof spec['path'] === 'string' ? spec['path'] : '';
  const parts = written.split('/').filter((part) => part !== '' && part !== '.');
  return folderOf(path) === folder || (parts.length === 0 ? path.startsWith(folder) : folderOf(path).includes(`/${parts.join('/')}/`));
}

export function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** A relative path from a folder on; undefined where it leads nowhere. */
export function resolved(folder: string, relative: string): string | undefined {
  if (relative.startsWith('/')) return undefined;
  const way = folder.split('/').slice(0, -1);
  for (const part of relative.split('/')) {
    if (part === '..' && way.pop() === undefined) return undefined;
    if (part !== '..' && part !== '.' && part !== '') way.push(part);
  }
  return way.join('/');
}
