import type { Unread } from '../read-file.ts';
import { runTool } from '../run-tool.ts';
import { shownName } from '../shown-name.ts';

/** Milliseconds, and bytes. */
const limits = { timeLimit: 60_000, outputLimit: 256 * 2 ** 20 };

/** git asks no network for what it has not got, and leaves the index alone. */
const environment = { GIT_NO_LAZY_FETCH: '1', GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0' };

/**
 * What the user's git answers to a question in a folder; nothing where it says that it found nothing (status 1). Nothing that the
 * repository's configuration names runs with it: no file system monitor, no pager.
 */
export async function git(folder: string, args: readonly string[]): Promise<{ readonly out: string } | Unread> {
  const run = await runTool('git', ['-c', 'core.fsmonitor=false', '--no-pager', '-C', folder, ...args], { ...limits, environment });
  switch (run.status) {
    case 'missing':
      return { unread: 'git was not found. Install it, or compare with a file.' };
    case 'stopped':
      return { unread: 'git was stopped: it took longer than 60 s, or printed more than 256 MB.' };
    case 'ended':
      // With 1 it says that it found nothing.
      return run.code <= 1
        ? { out: run.code === 0 ? run.out : '' }
        : { unread: `git: ${shownName(run.error.trim() || `ended with ${run.code}`)}` };
  }
}
