import { type Dirent, existsSync, readdirSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { globSync, isDynamicPattern } from 'tinyglobby';
import { type FilesFound, filesBelow, unreadable } from './files-below.ts';
import { entriesOf, isFolder } from './folders.ts';
import { gitIgnored } from './git-ignored.ts';
import { isMissing, readFile, type TextFile, type Unread, whyUnread } from './read-file.ts';
import { shownName } from './shown-name.ts';

/** A file that may be a manifest or a scenario. */
export interface FoundFile {
  readonly file: string;
  /** Whether a path names the file itself, not a folder that it is in. */
  readonly named: boolean;
  /** A folder lists it as a regular file. */
  readonly isListed?: true;
  /** It is standard input, whatever it is called. */
  readonly input?: true;
  /** What reading it gave, where that was done already. */
  readonly read?: TextFile | Unread;
}

export interface ManifestsFound {
  /** Sorted by name; they are not read yet. */
  readonly files: readonly FoundFile[];
  /** Why paths could not be looked at, in words. */
  readonly unread: readonly string[];
}

export interface WhereToLook {
  /** Whether folders and patterns leave out what git ignores. */
  readonly gitignore?: boolean;
  /** A pattern that matches no file is no fault. */
  readonly mayBeEmpty?: boolean;
  /** What standard input is called, and where it is taken to lie. */
  readonly stdinName?: string | undefined;
}

/**
 * The files that paths name: files as they are, folders with their *.yaml, *.yml and *.json, patterns (`k8s/**\/*.yaml`, where no
 * file is called so) with what they match, `-` for standard input.
 */
export function manifestsAt(
  paths: readonly string[],
  { gitignore = true, mayBeEmpty = false, stdinName }: WhereToLook = {},
): ManifestsFound {
  const found = new Map<string, FoundFile>();
  const unread: string[] = [];
  for (const path of paths) {
    const within = filesWithin(path, gitignore);
    for (const one of within?.unread ?? []) unread.push(one);
    if (within?.files.length === 0 && within.unread.length === 0 && !mayBeEmpty && !isFolder(path))
      unread.push(`no file matches ${shownName(patternIn(path))}`);
    for (const file of within?.files ?? [path]) {
      const named = !within || found.get(file)?.named === true;
      found.set(file, file === '-' ? standardInput(stdinName) : { file, named, ...(within?.areListed ? { isListed: true } : {}) });
    }
  }
  return { files: [...found.values()].sort((a, b) => (a.file < b.file ? -1 : 1)), unread };
}

/** It is read at once where it is called otherwise. */
function standardInput(name: string | undefined): FoundFile {
  if (name === undefined) return { file: '-', named: true, input: true };
  const read = readFile('-');
  return { file: name, named: true, input: true, read: 'text' in read ? { ...read, file: name } : read };
}

interface FilesWithin extends FilesFound {
  /** As regular files. */
  readonly areListed?: true;
}

/** What is in a folder, or what matches a pattern; undefined for what names one file. */
function filesWithin(path: string, gitignore: boolean): FilesWithin | undefined {
  if (path === '-') return undefined;
  // Why one cannot be looked at is said when it is read.
  if (isFolder(path)) return { ...filesBelow(path, isManifestName, gitignore ? gitIgnored(path) : undefined), areListed: true };
  const pattern = patternIn(path);
  return isDynamicPattern(pattern) && !existsSync(path) ? matching(pattern, gitignore) : undefined;
}

/** A path as patterns are written: what parts folders on Windows would take a star for a letter. */
export function patternIn(path: string, between = sep): string {
  return path.replaceAll(between, '/');
}

function matching(pattern: string, gitignore: boolean): FilesFound {
  const unread: string[] = [];
  const how = { ignore: '**/node_modules/**', followSymbolicLinks: false, expandDirectories: false };
  const all = globSync(pattern, { ...how, fs: { readdirSync: listing(pattern, unread) } });
  const isIgnored = gitignore ? gitIgnored('.') : undefined;
  const files = all.filter((file) => !isIgnored?.(dirname(file), basename(file), false)).map((file) => join(file));
  return { files, unread };
}

/** Lists the folders that a pattern leads through, and notes what cannot be looked at. */
function listing(pattern: string, unread: string[]): typeof readdirSync {
  const list = (path: string): Dirent[] => {
    const folder = isAbsolute(pattern) ? resolve(path) : relative('.', path) || '.';
    const reasons: string[] = [];
    const entries = entriesOf(path, (error) => {
      // What a pattern names need not be there.
      if (!isMissing(error)) reasons.push(whyUnread(error, folder));
    });
    const nameless = entries.flatMap(({ name, entry }) => (name === undefined ? unreadable(entry, folder, isManifestName) : []));
    unread.push(...reasons, ...nameless);
    const names = new Set(entries.map(({ name }) => name));
    return names.size === 0 ? [] : readdirSync(path, { withFileTypes: true }).filter(({ name }) => names.has(name));
  };
  // Of the many ways to call it the pattern's reader knows this one.
  return list as unknown as typeof readdirSync;
}

function isManifestName(name: string): boolean {
  return /\.(?:ya?ml|json)$/.test(name);
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

export function readFound({ file, isListed, read }: FoundFile): TextFile | Unread {
  return read ?? readFile(file, isListed);
}
