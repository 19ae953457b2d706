import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

export interface AddressedText {
  readonly uri: string;
  readonly text: string;
}

/** The first of some `file:` addresses that can be read, for editors that read no files for us; undefined where there is none. */
export async function readFirstAddress(uris: readonly string[]): Promise<AddressedText | undefined> {
  for (const uri of uris) {
    try {
      if (uri.startsWith('file:')) return { uri, text: await readFile(fileURLToPath(uri), 'utf8') };
    } catch {
      // The next name is tried: most folders have none of these files.
    }
  }
  return undefined;
}
