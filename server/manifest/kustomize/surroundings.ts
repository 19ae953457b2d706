import { isRecord, type PlainRecord } from '../../plain/record.ts';
import { parseManifests } from '../parse.ts';
import { type FluxVariables, inCommon, variablesOf } from './flux-variables.ts';
import { kustomizationNames } from './kustomization.ts';
import { itemsOf, type NearbyFile, resolved } from './nearby-file.ts';
import { kustomizationsThrough } from './overlays.ts';

/** What kustomizations and Flux say of a file that stands near them, in whatever folder. */
export interface Surroundings {
  /** One of them names it as a patch. */
  readonly isPatch: boolean;
  /** One of them, in its folder or above, puts values where placeholders stand. */
  readonly isFilledIn: boolean;
  /** What Flux puts there, where it is Kustomizations of Flux that do: what all of them say alike. */
  readonly variables?: FluxVariables;
}

export const nothingAround: Surroundings = { isPatch: false, isFilledIn: false };

export function surroundingsOf(path: string, nearby: readonly NearbyFile[]): Surroundings {
  const told = nearby.flatMap(({ path: of, text }) =>
    objectsIn(text).map((object) => ({ folder: folderOf(of), name: nameOf(of), object })),
  );
  const filling = told.filter(({ object }) => isFluxFillingIn(object));
  // What Flux applies it builds before it fills anything in: what is built upon elsewhere is filled in, too.
  const through = filling.length > 0 ? [path, ...kustomizationsThrough(path, nearby)] : [];
  const flux = filling.filter(({ folder, object }) => through.some((one) => isBelowFlux(one, folder, object)));
  const filled = flux.map(({ object }) =>
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
    ...(filled.length > 0 ? { variables: inCommon(filled) } : {}),
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

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
