import { isRecord, type PlainRecord } from '../../plain/record.ts';
import { parseManifests } from '../parse.ts';
import { kustomizationNames } from './kustomization.ts';
import { itemsOf, type NearbyFile, resolved } from './nearby-file.ts';

/**
 * The kustomizations by which a file is built, those that no other one builds upon: of a base all overlays, of a patch and of an overlay's
 * own file that overlay. Paths or addresses as `nearby` has them, in its order; what is a component alone is none.
 */
export function overlaysThrough(path: string, nearby: readonly NearbyFile[]): readonly string[] {
  const { files, above } = waysUp(nearby);
  const through = [...files.filter((one) => one.path === path).map((one) => one.path), ...kustomizationsThrough(path, nearby)];
  const isTop = (one: NearbyFile) => through.includes(one.path) && above(folderOf(one.path)).length === 0 && !isComponent(one);
  return files.filter(isTop).map((one) => one.path);
}

/** All kustomizations by which a file is built, those in between included, but not itself. */
export function kustomizationsThrough(path: string, nearby: readonly NearbyFile[]): readonly string[] {
  const { files, above } = waysUp(nearby);
  const found = new Set<string>();
  const climb = (target: string): void => {
    for (const one of above(target)) {
      if (found.has(one.path)) continue;
      found.add(one.path);
      climb(folderOf(one.path));
    }
  };
  climb(files.some((one) => one.path === path) ? folderOf(path) : path);
  return [...found];
}

/**
 * The namespace that kustomizations give to what a file holds: of those that build upon each other the outermost that names one decides.
 * Undefined where none does, and where several overlays give it several.
 */
export function namespaceThrough(path: string, nearby: readonly NearbyFile[]): string | undefined {
  const { above } = waysUp(nearby);
  const inTheEnd = (target: string, given: string | undefined, below: readonly string[]): readonly (string | undefined)[] => {
    const up = below.includes(target) ? [] : above(target);
    if (up.length === 0) return [given];
    return up.flatMap((one) => inTheEnd(folderOf(one.path), namespaceIn(one) ?? given, [...below, target]));
  };
  const [one, ...others] = new Set(inTheEnd(path, undefined, []));
  return others.length > 0 ? undefined : one;
}

function namespaceIn({ text }: NearbyFile): string | undefined {
  const { namespace } = kustomizationIn(text);
  return typeof namespace === 'string' && namespace !== '' ? namespace : undefined;
}

/** The kustomizations among files, and which of them name a file or folder. */
function waysUp(nearby: readonly NearbyFile[]) {
  const files = nearby.filter((one) => kustomizationNames.includes(nameOf(one.path)));
  const above = (target: string) => files.filter((one) => maySay(one.text, target) && namesIn(one).includes(target));
  return { files, above };
}

/** Reading a kustomization takes longer than looking for a name in it. */
function maySay(text: string, target: string): boolean {
  return text.includes(nameOf(target)) || /\.\.\/?['"]?[ \t]*(?:[,\]#\r\n]|$)/.test(text);
}

/** The files and folders that a kustomization names. */
function namesIn({ path, text }: NearbyFile): readonly string[] {
  const value = kustomizationIn(text);
  const listed = [
    ...['resources', 'bases', 'components', 'patchesStrategicMerge'].flatMap((field) => itemsOf(value[field])),
    ...['patches', 'patchesJson6902', 'replacements'].flatMap((field) =>
      itemsOf(value[field]).map((one) => (isRecord(one) ? one['path'] : undefined)),
    ),
  ];
  return listed.flatMap((one) => (typeof one === 'string' && !one.includes('\n') ? (resolved(path, one) ?? []) : []));
}

function isComponent({ text }: NearbyFile): boolean {
  return kustomizationIn(text)['kind'] === 'Component';
}

function kustomizationIn(text: string): PlainRecord {
  const value = parseManifests(text).documents[0]?.body.value;
  return isRecord(value) ? value : {};
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
