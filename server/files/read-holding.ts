import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AddressedText } from './read-addresses.ts';
import { readRegularFile } from './read-file.ts';

/** What is larger, in bytes, is no manifest that people write; and no more files than this are looked through. */
const largest = 1024 * 1024;
const mostFiles = 5000;

/** The manifests below some `file:` addresses in which a pattern matches: of folders without those of tools, whose names begin with a dot. */
export async function readHolding(folders: readonly string[], pattern: RegExp): Promise<readonly AddressedText[]> {
  const found: AddressedText[] = [];
  const left = { files: mostFiles };
  for (const uri of folders) {
    if (!uri.startsWith('file:')) continue;
    for await (const path of manifestsBelow(fileURLToPath(uri))) {
      if (left.files-- <= 0) return found;
      const text = readSmall(path);
      if (text !== undefined && pattern.test(text)) found.push({ uri: pathToFileURL(path).href, text });
    }
  }
  return found;
}

/** Links are not followed, so that there is no going in circles. */
async function* manifestsBelow(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isFile() && /\.(?:ya?ml|json)$/.test(entry.name)) yield path;
    if (entry.isDirectory() && entry.name !== 'node_modules' && !entry.name.startsWith('.')) yield* manifestsBelow(path);
  }
}

/** Undefined for what is too large or cannot be read. */
function readSmall(path: string): string | undefined {
  const read = readRegularFile(path, largest);
  return 'text' in read ? read.text : undefined;
}
