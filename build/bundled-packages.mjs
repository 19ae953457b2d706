// The packages that stand in the bundles, whose notices and list go with them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What `build/generate.mjs` takes texts and tables from; of that the bundles hold generated files alone. */
const generatedFrom = ['node_modules/moment-timezone', 'node_modules/@kubernetes/client-node'];

/**
 * Folder, name, version and licence of each, sorted by folder. `inputs` are the files in the bundles, as esbuild's metafiles name
 * them, relative to `home`.
 */
export function bundledPackages(home, inputs) {
  const bundled = inputs.flatMap((file) => /^(?!core:).*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0] ?? []);
  return [...new Set([...generatedFrom, ...bundled])].sort().map((path) => {
    const folder = join(home, path);
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return { folder, name, version, license };
  });
}
