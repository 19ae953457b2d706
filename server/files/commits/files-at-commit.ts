import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { TextFile, Unread } from '../read-file.ts';
import { shownName } from '../shown-name.ts';
import { git } from './git.ts';

/** How many files are read at the same time. */
const together = 8;

export interface FilesWanted {
  readonly text?: string;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The files at and below a path as they were committed, of those in which a text stands, or all of a folder; `reference` is a commit, tag or branch. The
 * user's own git is asked, with `rev-parse`, `grep`, `ls-tree` and `cat-file` alone: none of them changes anything, runs a hook or a filter.
 * Nothing for what was not there then.
 */
export async function filesAtCommit(
  reference: string,
  path: string,
  { text, signal }: FilesWanted = {},
): Promise<readonly TextFile[] | Unread> {
  const folder = isFolder(path) ? path : dirname(path);
  const commit = await commitOf(reference, folder);
  if (typeof commit !== 'string') return commit;
  const below = `:(literal)${isFolder(path) ? '.' : `./${basename(path)}`}`;
  const found = await git(
    folder,
    text === undefined
      ? ['ls-tree', '-r', '-z', '--name-only', commit, '--', '.']
      : ['grep', '--no-color', '--no-recurse-submodules', '-I', '-l', '-z', '-F', '-e', text, commit, '--', below],
  );
  if ('unread' in found) return found;
  const names = found.out.split('\0').flatMap((name) => (name === '' ? [] : [text === undefined ? name : name.slice(commit.length + 1)]));
  const files: TextFile[] = [];
  for (let at = 0; at < names.length; at += together) {
    if (signal?.aborted) return { unread: 'no longer wanted' };
    const read = await Promise.all(names.slice(at, at + together).map((name) => fileAt(commit, folder, name)));
    const [unread] = read.flatMap((one) => ('unread' in one ? [one] : []));
    if (unread) return unread;
    files.push(...read.flatMap((one) => ('unread' in one ? [] : [one])));
  }
  return files;
}

/** The commit that came last where a folder is; undefined where git does not know it, or is not there. */
export async function lastCommit(folder: string): Promise<string | undefined> {
  const commit = await commitOf('HEAD', folder);
  return typeof commit === 'string' ? commit : undefined;
}

async function fileAt(commit: string, folder: string, name: string): Promise<TextFile | Unread> {
  const shown = await git(folder, ['cat-file', 'blob', `${commit}:./${name}`]);
  return 'unread' in shown ? shown : { file: join(folder, name), text: shown.out };
}

async function commitOf(reference: string, folder: string): Promise<string | Unread> {
  const unknown = { unread: `no such file, folder or commit: ${shownName(reference)}` };
  if (reference.startsWith('-') || !existsSync(folder)) return unknown;
  const parsed = await git(folder, ['rev-parse', '--verify', '--quiet', `${reference}^{commit}`]);
  if ('unread' in parsed) return parsed;
  return parsed.out.trim() || unknown;
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
