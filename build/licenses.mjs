// The notices of everything that stands in the bundles, for whoever gets them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What `build/generate.mjs` takes texts and tables from; of that the bundles hold generated files alone. */
const generatedFrom = ['node_modules/moment-timezone', 'node_modules/@kubernetes/client-node'];

/** `inputs` are the files in the bundles, as esbuild's metafiles name them, relative to `home`. */
export function thirdPartyNotices(home, inputs) {
  const bundled = inputs.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0] ?? []);
  const notices = [...new Set([...generatedFrom, ...bundled])].map((folder) => noticeOf(join(home, folder)));
  return [...new Set(notices)].sort().join(`\n${'-'.repeat(80)}\n\n`);
}

function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file));
  const texts = files.sort().map((file) => readFileSync(join(folder, file), 'utf8').trim());
  return `${[`${name} ${version} (${license})`, ...texts].join('\n\n')}\n`;
}
