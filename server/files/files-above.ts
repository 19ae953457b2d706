import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { foldersUp } from './folders.ts';

/** The nearest file of that name above each of some files, or beside it; each once. */
export function filesAbove(files: readonly string[], name: string): readonly string[] {
  return [...new Set(placesAbove(files, name).flatMap(({ found }) => found ?? []))];
}

/** Where such a file counts once it is written: beside the files and above them, as far up as the nearest that is there; each once. */
export function placesForFilesAbove(files: readonly string[], name: string): readonly string[] {
  return [...new Set(placesAbove(files, name).flatMap(({ looked }) => looked))];
}

interface PlacesAbove {
  /** From the folder up, what was found last. */
  readonly looked: readonly string[];
  readonly found: string | undefined;
}

/** For each folder that the files are in. */
function placesAbove(files: readonly string[], name: string): readonly PlacesAbove[] {
  const folders = new Set([...new Set(files.map((file) => dirname(file)))].map((folder) => resolve(folder)));
  const asked = new Map<string, boolean>();
  // The folders around many files are the same: each is looked into once.
  const isThere = (file: string): boolean => {
    const known = asked.get(file) ?? existsSync(file);
    asked.set(file, known);
    return known;
  };
  return [...folders].map((folder) => {
    const places = foldersUp(folder).map((one) => join(one, name));
    const found = places.find(isThere);
    return { looked: found === undefined ? places : places.slice(0, places.indexOf(found) + 1), found };
  });
}
