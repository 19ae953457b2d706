import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { kustomizationNames } from '../manifest/kustomize/kustomization.ts';
import type { NearbyFile } from '../manifest/kustomize/nearby-file.ts';
import { oncePer } from '../plain/once-per.ts';
import { entriesOf, foldersBelow, foldersUp } from './folders.ts';
import { pathOf } from './read-addresses.ts';
import { readFile, readRegularFile, type TextFile, type Unread } from './read-file.ts';

/** How many folders are looked into: of a repository many, without one only what stands close. */
const mostFolders = { repository: 3000, loose: 200 };

/** How far up these are looked for. */
const mostLevels = 6;

/** Larger files are none that only say what is to be applied. */
const largestFile = 200_000;

/** A file by its whole path, and what may say something of it. */
export interface Placed {
  readonly path: string;
  readonly nearby: readonly NearbyFile[];
}

/**
 * What may say something of files: kustomizations in whatever folder of the repository, and in their folder and above Flux's objects
 * and files of a certain name. Each repository and folder is read once.
 */
export function nearbyOnDisk(name: string): (file: string) => Placed {
  const nearby = nearbyFolder(name);
  return (file) => {
    if (file === '-') return { path: file, nearby: [] };
    const path = resolve(file);
    return { path: slashed(path), nearby: nearby(dirname(path)) };
  };
}

/** The same for folders that `file:` addresses name, for editors; nothing for other addresses. */
export function nearbyAddresses(name: string): (folder: string) => Promise<readonly NearbyFile[]> {
  const nearby = nearbyFolder(name);
  const addressed = oncePer(
    (file: NearbyFile) => file,
    ({ path, text }): NearbyFile => ({ path: decodeURIComponent(pathToFileURL(path).href), text }),
  );
  return async (folder) => {
    const path = pathOf(folder);
    return path === undefined ? [] : nearby(path).map(addressed);
  };
}

/** What may say something of the files of a folder. */
function nearbyFolder(name: string): (folder: string) => readonly NearbyFile[] {
  const below = onceEach(
    ([root, most]: readonly [string, number]) => kustomizationsBelow(root, most),
    ([root]) => root,
  );
  const beside = onceEach(
    (folder: string) => tellingBeside(folder, name),
    (folder) => folder,
  );
  const ownKustomization = onceEach(
    (folder: string) => kustomizationNames.flatMap((one) => nearbyIn(readFile(join(folder, one)))),
    (folder) => folder,
  );
  return (folder) => {
    const own = resolve(folder);
    const root = rootOf(own);
    const found = below(root);
    // Of very many folders not all were looked into.
    const isFound = ({ path }: NearbyFile) => found.some((one) => one.path === path);
    const kustomization = ownKustomization(own).filter((one) => !isFound(one));
    return [...found, ...kustomization, ...foldersUp(own, root[0]).slice(0, mostLevels).flatMap(beside)];
  };
}

/** A function that keeps its answers, by a name of what it is asked for. */
function onceEach<Asked, Answer>(compute: (asked: Asked) => Answer, nameOf: (asked: Asked) => string): (asked: Asked) => Answer {
  const known = new Map<string, { readonly answer: Answer }>();
  return (asked) => {
    const found = known.get(nameOf(asked)) ?? { answer: compute(asked) };
    known.set(nameOf(asked), found);
    return found.answer;
  };
}

/** The repository that a folder is in, or else the folder above it; and how many folders in it are looked into. */
function rootOf(folder: string): readonly [string, number] {
  const repository = foldersUp(folder).find((one) => existsSync(join(one, '.git')));
  return repository === undefined ? [dirname(folder), mostFolders.loose] : [repository, mostFolders.repository];
}

function kustomizationsBelow(root: string, most: number): readonly NearbyFile[] {
  const found: NearbyFile[] = [];
  const others: string[] = [];
  let hasFlux = false;
  for (const { folder, entries } of foldersBelow(root, { most })) {
    hasFlux ||= basename(folder) === 'flux-system';
    for (const { name = '', entry } of entries) {
      if (!entry.isFile()) continue;
      if (kustomizationNames.includes(name)) found.push(...nearbyIn(readFile(join(folder, name))));
      else if (/\.ya?ml$/.test(name)) others.push(join(folder, name));
      hasFlux ||= /^gotk-\w+\.yaml$/.test(name);
    }
  }
  return hasFlux ? [...found, ...fluxIn(others)] : found;
}

/** How many files of a repository that Flux applies are looked into. */
const mostOfFlux = 1500;

/** Of a repository that Flux applies: its Kustomizations that fill something in, wherever they stand, and what they take values from. */
function fluxIn(paths: readonly string[]): readonly NearbyFile[] {
  const files = paths.slice(0, mostOfFlux).flatMap((path) => nearbyIn(readRegularFile(path, largestFile)));
  const filling = files.filter(({ text }) => fillsIn(text));
  if (!filling.some(({ text }) => text.includes('substituteFrom'))) return filling;
  const sources = files.filter((file) => !filling.includes(file) && /^kind: (?:ConfigMap|Secret)\b/m.test(file.text));
  const isNamed = ({ text }: NearbyFile) =>
    [...text.matchAll(/^ {2}name: ["']?([\w.-]+)/gm)].some(([, name = '']) => filling.some((one) => one.text.includes(name)));
  return [...filling, ...sources.filter(isNamed)];
}

function fillsIn(text: string): boolean {
  return text.includes('kustomize.toolkit.fluxcd.io') && text.includes('postBuild');
}

/** Flux's objects that fill something in, and the file of that name. */
function tellingBeside(folder: string, name: string): readonly NearbyFile[] {
  const files = entriesOf(folder).flatMap(({ name = '', entry }) => (entry.isFile() && /\.ya?ml$/.test(name) ? [name] : []));
  return files
    .flatMap((file) => nearbyIn(readRegularFile(join(folder, file), largestFile)))
    .filter(({ path, text }) => path.endsWith(`/${name}`) || fillsIn(text));
}

/** What cannot be read says nothing. */
function nearbyIn(read: TextFile | Unread): readonly NearbyFile[] {
  return 'text' in read ? [{ path: slashed(read.file), text: read.text }] : [];
}

function slashed(path: string): string {
  return path.split(sep).join('/');
}
