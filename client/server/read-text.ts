import { FileType, type Uri, workspace } from 'vscode';
import { type DecodedText, textOfBytes } from '../../server/manifest/bytes/text-of-bytes.ts';

/** What is larger, in bytes, is no text that people write. */
const largest = 5 * 2 ** 20;

/** A regular file as kubectl reads it; undefined where there is none, or it cannot be read or is too large. Its kind and size are asked first: other things may never end. */
export async function readText(uri: Uri, most = largest): Promise<DecodedText | undefined> {
  try {
    const { type, size } = await workspace.fs.stat(uri);
    if ((type & FileType.File) === 0 || size > most) return undefined;
    return textOfBytes(await workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}
