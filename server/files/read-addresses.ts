import { fileURLToPath } from 'node:url';
import type { DecodedText } from '../manifest/bytes/text-of-bytes.ts';
import { readRegularFile } from './read-file.ts';

export interface AddressedText extends DecodedText {
  readonly uri: string;
}

/** What is larger, in bytes, is no text that people write. */
const largest = 5 * 2 ** 20;

/** The first of some `file:` addresses that can be read, for editors that read no files for us; undefined where there is none. */
export async function readFirstAddress(uris: readonly string[]): Promise<AddressedText | undefined> {
  for (const uri of uris) {
    const path = pathOf(uri);
    const read = path === undefined ? undefined : readRegularFile(path, largest);
    // Where it cannot be read the next name is tried: most folders have none of these files.
    if (read && 'text' in read) {
      const { file, ...decoded } = read;
      return { uri, ...decoded };
    }
  }
  return undefined;
}

/** Undefined for an address that is none of a file, such as one with a `%` that is no escape. */
export function pathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}
