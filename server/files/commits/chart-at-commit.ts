import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
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
  signal?: AbortSignal,
): Promise<T | Unread | undefined> {
  const files = await filesAtCommit(reference, chart, { signal });
  if ('unread' in files) return files;
  if (!files.some(({ file }) => file === join(chart, 'Chart.yaml'))) return undefined;
  const texts = files.filter((one) => !one.file.endsWith('.tgz'));
  return inScratch(texts, chart, basename(resolve(chart)), (copy) => {
    for (const archive of archivesIn(join(chart, 'charts')).map((name) => join('charts', name))) {
      mkdirSync(dirname(join(copy, archive)), { recursive: true });
      cpSync(join(chart, archive), join(copy, archive));
    }
    return use(copy);
  });
}

/** Those of the folder itself, no links; none where there is no such folder. */
function archivesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
      entry.isFile() && entry.name.endsWith('.tgz') ? [entry.name] : [],
    );
  } catch {
    return [];
  }
}
