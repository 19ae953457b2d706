import { statSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from 'tinyglobby';
import { readFile, type TextFile, type Unread, whyUnread } from './read-file.ts';

/** A file that may be a manifest or a scenario. */
export interface FoundFile extends TextFile {
  /** Whether a path names the file itself, not a folder that it is in. */
  readonly named: boolean;
}

export interface ManifestsRead {
  /** Sorted by name. */
  readonly files: readonly FoundFile[];
  /** Why paths could not be read, in words. */
  readonly unread: readonly string[];
}

/** The files that paths name: files as they are, folders with their *.yaml, *.yml and *.json, `-` for standard input. */
export function manifestsAt(paths: readonly string[]): ManifestsRead {
  const found = new Map<string, FoundFile>();
  const unread: string[] = [];
  const add = (file: string, named: boolean) => {
    const before = found.get(file);
    const read = before ?? readFile(file);
    if ('unread' in read) unread.push(read.unread);
    else found.set(file, { ...read, named: named || before?.named === true });
  };
  for (const path of paths) {
    const inFolder = filesIn(path);
    if ('unread' in inFolder) unread.push(inFolder.unread);
    else for (const file of inFolder.files ?? [path]) add(file, inFolder.files === undefined);
  }
  return { files: [...found.values()].sort((a, b) => (a.file < b.file ? -1 : 1)), unread };
}

/** The files in a folder; undefined where the path is none. */
function filesIn(path: string): { readonly files: readonly string[] | undefined } | Unread {
  try {
    if (path === '-' || !statSync(path).isDirectory()) return { files: undefined };
    const found = globSync('**/*.{yaml,yml,json}', { cwd: path, ignore: ['**/node_modules/**'], expandDirectories: false });
    return { files: found.map((file) => join(path, file)) };
  } catch (error) {
    return { unread: whyUnread(error, path) };
  }
}
