import { existsSync, readFileSync } from 'node:fs';

export interface TextFile {
  /** As it is named to the user: a path, or `-` for standard input. */
  readonly file: string;
  readonly text: string;
}

/** Why a file could not be read, in words that name it. */
export interface Unread {
  readonly unread: string;
}

export function readFile(file: string): TextFile | Unread {
  try {
    return { file, text: readFileSync(file === '-' ? 0 : file, 'utf8') };
  } catch (error) {
    return { unread: whyUnread(error, file) };
  }
}

/** The first of some files that there is; undefined where there is none. */
export function readFirst(files: readonly string[]): TextFile | Unread | undefined {
  const file = files.find((one) => existsSync(one));
  return file === undefined ? undefined : readFile(file);
}

/** What the file system said of a path, in words. */
export function whyUnread(error: unknown, path: string): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return `no such file or folder: ${path}`;
  if (code === 'EACCES') return `may not be read: ${path}`;
  if (code === 'EISDIR') return `a folder, not a file: ${path}`;
  return `${path}: ${error instanceof Error ? error.message : String(error)}`;
}
