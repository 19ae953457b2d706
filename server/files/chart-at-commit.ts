import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { globSync } from 'tinyglobby';
import { filesAtCommit } from './files-at-commit.ts';
import type { Unread } from './read-file.ts';

/**
 * Does something with a chart as it was committed, in a temporary folder that is removed whatever happens; undefined where there was
 * no chart then. Archives that it depends on are taken as they lie there now: the texts alone are asked of git.
 */
export async function withChartAtCommit<T>(
  reference: string,
  chart: string,
  use: (copy: string) => Promise<T>,
): Promise<T | Unread | undefined> {
  const files = await filesAtCommit(reference, chart);
  if ('unread' in files) return files;
  if (!files.some(({ file }) => file === join(chart, 'Chart.yaml'))) return undefined;
  const scratch = mkdtempSync(join(tmpdir(), 'kubejob-diff-'));
  try {
    const copy = join(scratch, basename(resolve(chart)));
    const archives = globSync('charts/*.tgz', { cwd: chart, followSymbolicLinks: false });
    for (const archive of archives) {
      mkdirSync(dirname(join(copy, archive)), { recursive: true });
      cpSync(join(chart, archive), join(copy, archive));
    }
    for (const { file, text } of files.filter((one) => !one.file.endsWith('.tgz'))) {
      const target = join(copy, relative(chart, file));
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, text);
    }
    return await use(copy);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
