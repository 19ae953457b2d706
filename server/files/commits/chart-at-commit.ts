import { cpSync, mkdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { globSync } from 'tinyglobby';
import { inScratch } from '../in-scratch.ts';
import type { Unread } from '../read-file.ts';
import { filesAtCommit } from './files-at-commit.ts';

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
  const texts = files.filter((one) => !one.file.endsWith('.tgz'));
  return inScratch(texts, chart, basename(resolve(chart)), (copy) => {
    for (const archive of globSync('charts/*.tgz', { cwd: chart, followSymbolicLinks: false })) {
      mkdirSync(dirname(join(copy, archive)), { recursive: true });
      cpSync(join(chart, archive), join(copy, archive));
    }
    return use(copy);
  });
}
