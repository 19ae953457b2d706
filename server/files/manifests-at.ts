import { statSync } from 'node:fs';
import { filesBelow } from './files-below.ts';
import { readFile, type TextFile, type Unread } from './read-file.ts';

/** A file that may be a manifest or a scenario. */
export interface FoundFile {
  readonly file: string;
  /** Whether a path names the file itself, not a folder that it is in. */
  readonly named: boolean;
  /** What reading it gave, where that was done already. */
  readonly read?: TextFile | Unread;
}

export interface ManifestsFound {
  /** Sorted by name; they are not read yet. */
  readonly files: readonly FoundFile[];
  /** Why paths could not be looked at, in words. */
  readonly unread: readonly string[];
}

/** The files that paths name: files as they are, folders with their *.yaml, *.yml and *.json, `-` for standard input. */
export function manifestsAt(paths: readonly string[]): ManifestsFound {
  const found = new Map<string, boolean>();
  const unread: string[] = [];
  for (const path of paths) {
    const below = isFolder(path) ? filesBelow(path, (name) => /\.(?:ya?ml|json)$/.test(name)) : undefined;
    unread.push(...(below?.unread ?? []));
    for (const file of below?.files ?? [path]) found.set(file, found.get(file) === true || !below);
  }
  const files = Array.from(found, ([file, named]) => ({ file, named }));
  return { files: files.sort((a, b) => (a.file < b.file ? -1 : 1)), unread };
}

/** How many characters of files that were read ahead are kept. */
const mostKept = 16 * 2 ** 20;

/** Reads each file and shows its text; what is kept of them is not read again when it is their turn. */
export function readAhead(files: readonly FoundFile[], show: (file: TextFile) => void): readonly FoundFile[] {
  let kept = 0;
  return files.map((found) => {
    const read = readFound(found);
    if ('unread' in read) return { ...found, read };
    show(read);
    kept += read.text.length;
    // Standard input and pipes are read but once.
    return kept <= mostKept || found.named ? { ...found, read } : found;
  });
}

export function readFound({ file, read }: FoundFile): TextFile | Unread {
  return read ?? readFile(file);
}

/** Why a path cannot be looked at is said when it is read. */
function isFolder(path: string): boolean {
  try {
    return path !== '-' && statSync(path).isDirectory();
  } catch {
    return false;
  }
}
