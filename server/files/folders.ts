import { type Dirent, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { decodedName } from './shown-name.ts';

/** What stands in a folder; without a name where its bytes are not UTF-8. */
export interface Entry {
  readonly name: string | undefined;
  readonly entry: Dirent<Buffer>;
}

export interface Listing {
  /** As it was asked for, or below that. */
  readonly folder: string;
  readonly entries: readonly Entry[];
}

export interface Walk {
  /** No more folders than this are looked into; absent: all. */
  readonly most?: number;
  /** Whether a folder of that name in another is looked into; absent: each is. */
  readonly enters?: (within: string, name: string) => boolean;
  /** Is told why a folder could not be looked at; absent: it is taken to be empty. */
  readonly failed?: (error: unknown, folder: string) => void;
}

/**
 * A folder and those below it, the nearest first, each with what stands in it but `node_modules` and what begins with a dot.
 * Links to folders are not followed, so that none is walked twice and none leads out. Who has found enough asks no further.
 */
export function* foldersBelow(root: string, { most = Infinity, enters = () => true, failed }: Walk = {}): Generator<Listing> {
  const folders = [root];
  for (let at = 0; at < folders.length && at < most; at++) {
    const folder = folders[at] ?? root;
    const entries = entriesOf(folder, failed).filter(({ name }) => name === undefined || isLookedAt(name));
    for (const { name, entry } of entries) {
      if (name !== undefined && entry.isDirectory() && enters(folder, name)) folders.push(join(folder, name));
    }
    yield { folder, entries };
  }
}

function isLookedAt(name: string): boolean {
  return !name.startsWith('.') && name !== 'node_modules';
}

/** Whether a folder is there; a link to one counts. Standard input, `-`, is none. */
export function isFolder(path: string): boolean {
  try {
    return path !== '-' && statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** The nearest folder that a path, or a pattern, leads through; the current one for what is nowhere. */
export function folderAround(path: string): string {
  const up = dirname(path);
  if (isFolder(path)) return path;
  return up === path ? '.' : folderAround(up);
}

/** All that stands in one folder. */
export function entriesOf(folder: string, failed?: Walk['failed']): readonly Entry[] {
  try {
    return readdirSync(folder, { withFileTypes: true, encoding: 'buffer' }).map((entry) => ({ name: decodedName(entry.name), entry }));
  } catch (error) {
    failed?.(error, folder);
    return [];
  }
}

/** A folder and those around it up to another one; the whole way where that does not come. */
export function foldersUp(folder: string, last?: string): readonly string[] {
  const up = dirname(folder);
  return folder === last || up === folder ? [folder] : [folder, ...foldersUp(up, last)];
}
