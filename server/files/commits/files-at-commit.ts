import { existsSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, posix } from 'node:path';
import { isFolder } from '../folders.ts';
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
  const names = text === undefined ? await namesBelow(commit, folder, '.') : await namesWith(text, commit, path);
  if ('unread' in names) return names;
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

interface NamedFile {
  /** From the folder, with `/`. */
  readonly name: string;
  /** Where it is read, if a link leads there. */
  readonly from: string;
}

/** Those in which a text stands. */
async function namesWith(text: string, commit: string, path: string): Promise<readonly NamedFile[] | Unread> {
  const [folder, below] = isFolder(path) ? [path, '.'] : [dirname(path), `./${basename(path)}`];
  const asked = ['--no-color', '--no-recurse-submodules', '-I', '-l', '-z', '-F', '-e', text];
  const found = await git(folder, ['grep', ...asked, commit, '--', `:(literal)${below}`]);
  if ('unread' in found) return found;
  return namesIn(found.out).map((name) => ({ name: name.slice(commit.length + 1), from: name.slice(commit.length + 1) }));
}

/** All of a folder. What links lead to stands in their place, a file or a folder, if it was committed; links there are not followed. */
async function namesBelow(commit: string, folder: string, below: string): Promise<readonly NamedFile[] | Unread> {
  const listed = await git(folder, ['ls-tree', '-r', '-z', commit, '--', below]);
  if ('unread' in listed) return listed;
  const entries = namesIn(listed.out).map((entry) => ({ isLink: entry.startsWith('120000 '), name: entry.slice(entry.indexOf('\t') + 1) }));
  const links = entries.filter(({ isLink }) => isLink).map(({ name }) => linkedNames(commit, folder, name));
  const plain = entries.filter(({ isLink }) => !isLink).map(({ name }) => ({ name, from: name }));
  return [...plain, ...(await Promise.all(links)).flat()];
}

async function linkedNames(commit: string, folder: string, link: string): Promise<readonly NamedFile[]> {
  const written = await git(folder, ['cat-file', 'blob', `${commit}:./${link}`]);
  if ('unread' in written || isAbsolute(written.out)) return [];
  const target = posix.join(posix.dirname(link), written.out);
  const listed = await git(folder, ['ls-tree', '-r', '-z', commit, '--', target]);
  if ('unread' in listed) return [];
  return namesIn(listed.out).flatMap((entry) => {
    const from = entry.slice(entry.indexOf('\t') + 1);
    return entry.startsWith('120000 ') ? [] : [{ name: `${link}${from.slice(target.length)}`, from }];
  });
}

function namesIn(out: string): readonly string[] {
  return out.split('\0').filter((name) => name !== '');
}

/** The commit that came last where a folder is; undefined where git does not know it, or is not there. */
export async function lastCommit(folder: string): Promise<string | undefined> {
  const commit = await commitOf('HEAD', folder);
  return typeof commit === 'string' ? commit : undefined;
}

async function fileAt(commit: string, folder: string, { name, from }: NamedFile): Promise<TextFile | Unread> {
  const shown = await git(folder, ['cat-file', 'blob', `${commit}:./${from}`]);
  return 'unread' in shown ? shown : { file: join(folder, name), text: shown.out };
}

async function commitOf(reference: string, folder: string): Promise<string | Unread> {
  const unknown = { unread: `no such file, folder or commit: ${shownName(reference)}` };
  if (reference.startsWith('-') || !existsSync(folder)) return unknown;
  const parsed = await git(folder, ['rev-parse', '--verify', '--quiet', `${reference}^{commit}`]);
  if ('unread' in parsed) return parsed;
  return parsed.out.trim() || unknown;
}
