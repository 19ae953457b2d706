// The panel's page in a browser, without an editor around it: clicks, keys, menus and reloads as a user makes them.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Mocha from 'mocha';
import { importBundled } from '../../../build/import-bundled.mjs';

const suite = fileURLToPath(new URL('suite', import.meta.url));

/** How the tests went, a line for each. KUBEJOB_TEST_FILTER takes those alone whose titles have it in them. */
export async function runPanel() {
  const { resultsOf } = await importBundled(`export { resultsOf } from './test/vscode/suite/results.ts'`);
  const wanted = process.env.KUBEJOB_TEST_FILTER;
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, ...(wanted ? { grep: wanted } : {}) });
  for (const file of readdirSync(suite).sort()) if (file.endsWith('.test.mjs')) mocha.addFile(join(suite, file));
  await mocha.loadFilesAsync();
  return resultsOf(mocha);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { lines, failed } = await runPanel();
  console.log(lines.join('\n'));
  process.exitCode = failed > 0 ? 1 : 0;
}
