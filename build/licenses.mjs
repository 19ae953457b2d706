// The notices of everything that stands in the bundles, for whoever gets them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `packages` as `bundledPackages` tells them. */
export function thirdPartyNotices(packages) {
  return [...new Set(packages.map(noticeOf))].sort().join(`\n${'-'.repeat(80)}\n\n`);
}

function noticeOf({ folder, name, version, license }) {
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|notice|copying|third-?party-?notices)/i.test(file));
  const texts = files.sort().map((file) => readFileSync(join(folder, file), 'utf8').trim());
  return `${[`${name} ${version} (${license})`, ...texts].join('\n\n')}\n`;
}
