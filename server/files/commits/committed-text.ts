import { basename, dirname } from 'node:path';
import { pathOf } from '../read-addresses.ts';
import { git } from './git.ts';

/**
 * The text of a file, by its address, as it was committed last; undefined where git does not know it, or is not there. The user's own git
 * is asked, with `cat-file` alone: it runs no hook and no filter, and changes nothing.
 */
export async function committedText(uri: string): Promise<string | undefined> {
  const path = pathOf(uri);
  if (path === undefined) return undefined;
  const shown = await git(dirname(path), ['cat-file', 'blob', `HEAD:./${basename(path)}`]);
  return 'unread' in shown ? undefined : shown.out;
}
