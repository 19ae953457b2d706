import { realpathSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import type { Unread } from '../read-file.ts';
import { shownName } from '../shown-name.ts';
import { git } from './git.ts';

/** Neither a program that the repository's configuration names nor a rename, which would hide a file behind another one. */
const plainDiff = ['diff', '--name-only', '-z', '--no-renames', '--diff-filter=ACMRT', '--no-ext-diff', '--no-textconv'];

/**
 * Says of paths whether they are not as they were where the history of their repository left a revision (a branch, a tag, a commit):
 * changed, added and not yet known to git, but not what git ignores. `folders` lie in the repositories that are asked. A submodule of
 * which another commit is asked for, or that is not as its commit says, has changed as a whole. Asks the user's git, which changes
 * nothing.
 */
export async function changedSince(revision: string, folders: readonly string[]): Promise<Changed | Unread> {
  const changed = new Set<string>();
  const asked = new Set<string>();
  for (const folder of folders) {
    const top = await git(folder, ['rev-parse', '--show-toplevel']);
    if ('unread' in top) return top;
    const repository = top.out.trim();
    if (asked.has(repository)) continue;
    asked.add(repository);
    const names = await changedIn(repository, revision);
    if ('unread' in names) return names;
    for (const name of names) changed.add(realPath(join(repository, name)));
  }
  return {
    has: (file) => isAmong(changed, realPath(file)),
    hasBelow: (folder) => {
      const within = realPath(folder) + sep;
      return isAmong(changed, realPath(folder)) || [...changed].some((file) => file.startsWith(within));
    },
  };
}

export interface Changed {
  readonly has: (file: string) => boolean;
  /** Whether anything in a folder has changed. */
  readonly hasBelow: (folder: string) => boolean;
}

/** From the top of the repository. */
async function changedIn(repository: string, revision: string): Promise<readonly string[] | Unread> {
  const base = await git(repository, ['merge-base', '--end-of-options', revision, 'HEAD']);
  if ('unread' in base || base.out === '') return { unread: await whyUnknown(repository, revision) };
  const changed = await git(repository, [...plainDiff, base.out.trim(), '--']);
  if ('unread' in changed) return changed;
  const added = await git(repository, ['ls-files', '--others', '--exclude-standard', '-z']);
  if ('unread' in added) return added;
  return `${changed.out}${added.out}`.split('\0').filter((name) => name !== '');
}

/** Pipelines often have the newest commit alone. */
async function whyUnknown(repository: string, revision: string): Promise<string> {
  const shallow = await git(repository, ['rev-parse', '--is-shallow-repository']);
  const isShallow = 'out' in shallow && shallow.out.trim() === 'true';
  const says = `git knows no revision ${shownName(revision)} that leads to this one`;
  return isShallow ? `${says}: the clone lacks older commits, so fetch them (fetch-depth: 0, GIT_DEPTH: 0, git fetch --unshallow)` : says;
}

/** Git tells paths without links in them. */
function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return resolve(path);
  }
}

/** Whether a path, or a folder that it is in, is among others. */
function isAmong(paths: ReadonlySet<string>, path: string): boolean {
  return paths.has(path) || (dirname(path) !== path && isAmong(paths, dirname(path)));
}
