import { resolve } from 'node:path';
import type { Unread } from './read-file.ts';
import { runTool, type ToolRun } from './run-tool.ts';
import { shownName } from './shown-name.ts';

/** Milliseconds, and bytes. */
const limits = { timeLimit: 60_000, outputLimit: 64 * 2 ** 20 };

/** Nothing that a repository's own configuration names is run. */
const quiet = ['-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false'];

/**
 * The files of the working directory's repository that are not as they were where its history left a revision (a branch, a tag, a
 * commit): changed, added and not yet known to git, but not what git ignores. Whole paths. Asks the user's git, which changes nothing.
 */
export async function changedFiles(revision: string): Promise<ReadonlySet<string> | Unread> {
  const git = (...args: readonly string[]) => runTool('git', [...quiet, ...args], limits);
  const top = await git('rev-parse', '--show-toplevel');
  if (top.status === 'missing') return { unread: '--changed asks git, which is not there' };
  if (!ended(top)) return { unread: '--changed asks git, and this is no repository of it' };
  const base = await git('merge-base', '--end-of-options', revision, 'HEAD');
  if (!ended(base)) return { unread: `git knows no revision ${shownName(revision)} that leads to this one` };
  const changed = await git(
    'diff',
    '--name-only',
    '-z',
    '--no-renames',
    '--diff-filter=ACMRT',
    '--no-ext-diff',
    '--no-textconv',
    lineOf(base),
    '--',
  );
  const added = await git('ls-files', '--others', '--exclude-standard', '--full-name', '-z', '--', ':/');
  if (!ended(changed) || !ended(added)) return { unread: 'git did not say which files changed' };
  const names = `${changed.out}${added.out}`.split('\0').filter((name) => name !== '');
  return new Set(names.map((name) => resolve(lineOf(top), name)));
}

function ended(run: ToolRun): run is Extract<ToolRun, { status: 'ended' }> {
  return run.status === 'ended' && run.code === 0;
}

function lineOf(run: ToolRun): string {
  return ended(run) ? run.out.trim() : '';
}
