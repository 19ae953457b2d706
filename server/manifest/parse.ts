import { parseBody } from './body.ts';
import type { ManifestFile } from './document.ts';
import { splitDocuments } from './split.ts';

/**
 * Reads a file of any number of documents. Never throws: what cannot be read is among the problems of its document.
 * Documents whose text stands in one of the files `before` share their bodies with it, so that what is known of them stays.
 */
export function parseManifests(text: string, ...before: readonly (ManifestFile | undefined)[]): ManifestFile {
  const known = new Map(before.flatMap((file) => file?.documents ?? []).map(({ body }) => [body.text, body]));
  const documents = splitDocuments(text).map((part, index) => {
    const body = known.get(part.text) ?? parseBody(part.text);
    known.set(part.text, body);
    return { index, start: part.start, body };
  });
  return { documents };
}
