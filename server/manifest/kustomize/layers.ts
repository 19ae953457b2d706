import { isRecord, type PlainRecord } from '../../plain/record.ts';
import type { ManifestBody } from '../document.ts';
import { parseManifests } from '../parse.ts';
import { inlinePatches } from './inline-patches.ts';
import { jsonPatchBody } from './json-patch.ts';
import { kustomizationNames } from './kustomization.ts';
import { itemsOf, resolved } from './nearby-file.ts';

/** A document in which fields of a built object may be written, and where it stands. */
export interface WrittenDocument {
  readonly file: string;
  readonly text: string;
  /** Where the document begins in the text. */
  readonly start: number;
  readonly body: ManifestBody;
}

/** A patch of a kustomization. */
export interface LayerPatch extends WrittenDocument {
  /** What it says itself that it is for; undefined of a patch without a target, which is for the object of its kind and name. */
  readonly target: PlainRecord | undefined;
  /** Operations of JSON 6902, not fields that are merged. */
  readonly operations: boolean;
}

/** A kustomization of those that a build goes through. */
export interface Layer extends WrittenDocument {
  readonly value: PlainRecord;
  /** In their order: later ones win. */
  readonly patches: readonly LayerPatch[];
}

/** The text of a file by its whole path with `/`; undefined where it cannot be read. */
type TextOf = (path: string) => string | undefined;

/** The kustomization of a folder and those that it builds upon, itself first; what is not on this machine is left out. */
export function layersOf(folder: string, text: TextOf, seen: ReadonlySet<string> = new Set()): readonly Layer[] {
  const own = seen.has(folder) ? undefined : layerIn(folder, text);
  if (!own) return [];
  const below = builtUpon(own).flatMap((one) => resolved(`${folder}/`, one) ?? []);
  return [own, ...below.flatMap((one) => layersOf(one, text, new Set([...seen, folder])))];
}

/** What a kustomization builds upon, as it is written there: files, folders, and what is fetched from elsewhere. */
function builtUpon({ value: { resources, bases, components } }: Pick<Layer, 'value'>): readonly string[] {
  return [...itemsOf(resources), ...itemsOf(bases), ...itemsOf(components)].filter((one) => typeof one === 'string');
}

/** The files that a build goes through, each by its whole path: kustomizations, patches, resources. */
export function filesThrough(layers: readonly Layer[]): readonly string[] {
  return layers.flatMap((layer) => [
    layer.file,
    ...layer.patches.map((patch) => patch.file),
    ...builtUpon(layer).flatMap((one) => resolved(layer.file, one) ?? []),
  ]);
}

/** What a build would fetch from the network: what is not there and looks like the address of a repository or of a file elsewhere. */
export function fetchedBy(layers: readonly Layer[], isThere: (path: string) => boolean): readonly string[] {
  return layers.flatMap((layer) =>
    builtUpon(layer).filter((one) => {
      const path = resolved(layer.file, one);
      return /:|^[\w-]+(?:\.[\w-]+)+\//.test(one) && !(path !== undefined && isThere(path));
    }),
  );
}

function layerIn(folder: string, text: TextOf): Layer | undefined {
  for (const name of kustomizationNames) {
    const file = `${folder}/${name}`;
    const content = text(file);
    const [document] = content === undefined ? [] : parseManifests(content).documents;
    const value = document?.body.value;
    if (content === undefined || !document || !isRecord(value)) continue;
    const here: WrittenDocument = { file, text: content, start: document.start, body: document.body };
    return { ...here, value, patches: [...patchesInFiles(value, folder, text), ...patchesWithin(here, value)] };
  }
  return undefined;
}

function patchesInFiles(value: PlainRecord, folder: string, text: TextOf): readonly LayerPatch[] {
  const listed = [
    ...itemsOf(value['patchesStrategicMerge']).map((path) => ({ path, target: undefined })),
    ...[...itemsOf(value['patches']), ...itemsOf(value['patchesJson6902'])].map((patch) =>
      isRecord(patch) ? { path: patch['path'], target: patch['target'] } : { path: undefined, target: undefined },
    ),
  ];
  return listed.flatMap(({ path, target }) => {
    const file = typeof path === 'string' ? resolved(`${folder}/`, path) : undefined;
    const content = file === undefined ? undefined : text(file);
    if (file === undefined || content === undefined) return [];
    const aim = isRecord(target) ? target : undefined;
    return parseManifests(content).documents.flatMap(({ start, body }): readonly LayerPatch[] => {
      if (!Array.isArray(body.value)) return [{ file, text: content, start, body, target: aim, operations: false }];
      return jsonPatchBody(body, body.value, aim).map((one) => ({ file, text: content, start, body: one, target: aim, operations: true }));
    });
  });
}

/** Whom a patch in the kustomization itself is for is not asked: those without a name of their own are for all of their kind. */
function patchesWithin(here: WrittenDocument, value: PlainRecord): readonly LayerPatch[] {
  const targets = [...itemsOf(value['patches']), ...itemsOf(value['patchesJson6902'])].some(
    (one) => isRecord(one) && isRecord(one['target']),
  );
  return inlinePatches(here, `/${here.file.split('/').at(-1)}`).map((body) => {
    const named = isRecord(body.value) && isRecord(body.value['metadata']);
    return { ...here, body, target: !named || targets ? {} : undefined, operations: !named };
  });
}
