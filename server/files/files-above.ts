import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** The nearest file of that name above each of some files, or beside it; each once. */
export function filesAbove(files: readonly string[], name: string): readonly string[] {
  const nearest = new Map<string, string | undefined>();
  const above = (folder: string): string | undefined => {
    if (nearest.has(folder)) return nearest.get(folder);
    const file = join(folder, name);
    const parent = dirname(folder);
    const upwards = parent === folder ? undefined : above(parent);
    const found = existsSync(file) ? file : upwards;
    nearest.set(folder, found);
    return found;
  };
  return [...new Set(files.flatMap((file) => above(dirname(resolve(file))) ?? []))];
}
