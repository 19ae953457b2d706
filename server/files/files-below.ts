import { type Dirent, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { foldersBelow, type Walk } from './folders.ts';
import type { IsIgnored } from './git-ignored.ts';
import { whyUnread } from './read-file.ts';
import { shownName } from './shown-name.ts';

export interface FilesFound {
  /** Paths that begin with the folder's. */
  readonly files: readonly string[];
  /** Why some could not be looked at, in words. */
  readonly unread: readonly string[];
}

/**
 * The files in a folder and those below whose names are wanted. Left out are what `foldersBelow` leaves out, what `isIgnored` names,
 * and what is no regular file. Links to files are where they stay within the folder.
 */
export function filesBelow(folder: string, isWanted: (name: string) => boolean, isIgnored: IsIgnored = () => false): FilesFound {
  const files: string[] = [];
  const unread: string[] = [];
  const walk: Walk = {
    enters: (within, name) => !isIgnored(within, name, true),
    failed: (error, failed) => unread.push(whyUnread(error, failed)),
  };
  for (const { folder: at, entries } of foldersBelow(folder, walk)) {
    for (const { name, entry } of entries) {
      if (name === undefined) unread.push(...unreadable(entry, at, isWanted));
      else if (isWanted(name) && !isIgnored(at, name, false)) {
        const path = join(at, name);
        if (isFileWithin(entry, path, folder, unread)) files.push(path);
      }
    }
  }
  return { files, unread };
}

/** Names that are no UTF-8 cannot be told apart as texts, so they are not read. */
export function unreadable(entry: Dirent<Buffer>, folder: string, isWanted: (name: string) => boolean): readonly string[] {
  const name = shownName(entry.name);
  const counts = entry.isDirectory() || (entry.isFile() && isWanted(name));
  return counts ? [`its name is not UTF-8, and it is not read: ${shownName(join(folder, '/'))}${name}`] : [];
}

function isFileWithin(entry: Dirent<Buffer>, path: string, folder: string, unread: string[]): boolean {
  if (!entry.isSymbolicLink()) return entry.isFile();
  try {
    return statSync(path).isFile() && realpathSync(path).startsWith(realpathSync(folder) + sep);
  } catch (error) {
    unread.push(whyUnread(error, path));
    return false;
  }
}
