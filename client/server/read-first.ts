import { Uri } from 'vscode';
import type { ReadFirstParams, ReadFirstResult } from '../../server/protocol/requests.ts';
import { readText } from './read-text.ts';

/** Reads for the server, which knows neither virtual workspaces nor, in a browser, the disk: the first file that there is. */
export async function readFirst({ uris }: ReadFirstParams): Promise<ReadFirstResult> {
  for (const uri of uris) {
    // Where there is none the next name is tried: most folders have none of these files.
    const read = await readText(stored(Uri.parse(uri)));
    if (read) return { uri, ...read };
  }
  return null;
}

/** Beside the left side of a diff counts what is beside the file itself. */
function stored(uri: Uri): Uri {
  return uri.scheme === 'git' ? uri.with({ scheme: 'file' }) : uri;
}
