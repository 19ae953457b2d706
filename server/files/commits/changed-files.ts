import { resolve } from 'node:path';
import type { Unread } from '../read-file.ts';
import { shownName } from '../shown-name.ts';
import { git } from './git.ts';

/** Neither a program that the repository's configuration names nor a rename, which would hide a file behind another one. */
const plainDiff = ['diff', '--name-only', '-z', '--no-renames', '--diff-filter=ACMRT', '--no-ext-diff', '--no-textconv'];

/**
 * The files of the working directory's repository that are not as they were where its history left a revision (a branch, a tag, a
 * commit): changed, added and not yet known to git, but not what git ignores. Whole paths. Asks the user's git, which changes nothing.
 */
export async function changedFiles(revision: string): Promise<ReadonlySet<string> | Unread> {
  const top = await git('.', ['rev-parse', '--show-toplevel']);
  if ('unread' in top) return top;
  const base = await git('.', ['merge-base', '--end-of-options', revision, 'HEAD']);
  if ('unread' in base || base.out === '') return { unread: `git knows no revision ${shownName(revision)} that leads to this one` };
  const changed = await git('.', [...plainDiff, base.out.trim(), '--']);
  if ('unread' in changed) return changed;
  const added = await git('.', ['ls-files', '--others', '--exclude-standard', '--full-name', '-z', '--', ':/']);
  if ('unread' in added) return added;
  const names = `${changed.out}${added.out}`.split('\0').filter((name) => name !== '');
  return new Set(names.map((name) => resolve(top.out.trim(), name)));
}
