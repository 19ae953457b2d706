import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { foldersBelow, type Listing } from './folders.ts';
import { type AddressedText, pathOf } from './read-addresses.ts';
import { readRegularFile } from './read-file.ts';

/** What is larger, in bytes, is no manifest that people write; and no more files than this are looked through. */
const largest = 1024 * 1024;
const mostFiles = 5000;

/** The manifests below some `file:` addresses in which a pattern matches. Whoever else wants to be served is, between two folders. */
export async function readHolding(folders: readonly string[], pattern: RegExp): Promise<readonly AddressedText[]> {
  const found: AddressedText[] = [];
  let left = mostFiles;
  for (const folder of folders.flatMap((uri) => pathOf(uri) ?? [])) {
    for (const listing of foldersBelow(folder)) {
      await setImmediate();
      for (const path of manifestsIn(listing)) {
        if (left-- <= 0) return found;
        const text = readSmall(path);
        if (text !== undefined && pattern.test(text)) found.push({ uri: pathToFileURL(path).href, text });
      }
    }
  }
  return found;
}

function manifestsIn({ folder, entries }: Listing): readonly string[] {
  return entries.flatMap(({ name = '', entry }) => (entry.isFile() && /\.(?:ya?ml|json)$/.test(name) ? [join(folder, name)] : []));
}

/** Undefined for what is too large or cannot be read. */
function readSmall(path: string): string | undefined {
  const read = readRegularFile(path, largest);
  return 'text' in read ? read.text : undefined;
}
