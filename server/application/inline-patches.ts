import { mayConcernOurs } from '../kubernetes/fields/kind-in-text.ts';
import type { ManifestBody } from '../manifest/document.ts';
import { inlinePatches } from '../manifest/kustomize/inline-patches.ts';
import { onceIn } from '../plain/once-per.ts';

/** The patches that stand in a document; most documents cannot hold one, which their text tells at once. */
export function inlinePatchesOf(body: ManifestBody, uri: string): readonly ManifestBody[] {
  return /^[^\S\r\n\u2028\u2029]*(?:-\s+)?["']?patch/m.test(body.text) && mayConcernOurs(body.text) ? patchesIn(body)(uri) : [];
}

/** Bodies stay the same as long as the text that they stand in does. */
const patchesIn = onceIn(
  (body: ManifestBody) => body,
  (body) => {
    const known = new Map<string, readonly ManifestBody[]>();
    return (uri: string) => {
      const found = known.get(uri) ?? inlinePatches({ body }, uri);
      known.set(uri, found);
      return found;
    };
  },
);
