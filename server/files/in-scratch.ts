import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import type { TextFile } from './read-file.ts';

/** Does something with a copy of files of a folder, in a temporary one that is removed whatever happens. `name` is the copy's. */
export async function inScratch<T>(
  files: readonly TextFile[],
  folder: string,
  name: string,
  use: (copy: string) => Promise<T>,
): Promise<T> {
  const scratch = mkdtempSync(join(tmpdir(), 'kubejob-diff-'));
  try {
    const copy = join(scratch, name);
    for (const { file, text } of files) {
      const target = join(copy, relative(folder, file));
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, text);
    }
    return await use(copy);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
