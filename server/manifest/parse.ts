import { parseBody } from './body.ts';
import type { ManifestBody, ManifestFile } from './document.ts';
import { splitDocuments } from './split.ts';

/** Bodies by their text, held by whoever parses the same file again and again. */
export interface BodyCache {
  get(text: string): ManifestBody | undefined;
  set(text: string, body: ManifestBody): void;
}

/** Keeps the bodies of the last `size` texts that were asked for. */
export function createBodyCache(size: number): BodyCache {
  const bodies = new Map<string, ManifestBody>();
  return {
    get(text) {
      const body = bodies.get(text);
      if (body) {
        bodies.delete(text);
        bodies.set(text, body);
      }
      return body;
    },
    set(text, body) {
      bodies.set(text, body);
      for (const oldest of bodies.keys()) {
        if (bodies.size <= size) return;
        bodies.delete(oldest);
      }
    },
  };
}

/** Reads a file of any number of documents. Never throws: what cannot be read is among the problems of its document. */
export function parseManifests(text: string, cache?: BodyCache): ManifestFile {
  const documents = splitDocuments(text).map((part, index) => {
    let body = cache?.get(part.text);
    if (!body) {
      body = parseBody(part.text);
      cache?.set(part.text, body);
    }
    return { index, start: part.start, body };
  });
  return { documents };
}
