import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { foldersUp } from './folders.ts';

/** The nearest file of that name above each of some files, or beside it; each once. */
export function filesAbove(files: readonly string[], name: string): readonly string[] {
  const folders = new Set(files.map((file) => dirname(resolve(file))));
  const looked = new Map<string, boolean>();
  // The folders around many files are the same: each is looked into once.
  const isThere = (file: string): boolean => {
    const known = looked.get(file) ?? existsSync(file);
    looked.set(file, known);
    return known;
  };
  const nearest = (folder: string) =>
    foldersUp(folder)
      .map((one) => join(one, name))
      .find(isThere);
  return [...new Set([...folders].flatMap((folder) => nearest(folder) ?? []))];
}
