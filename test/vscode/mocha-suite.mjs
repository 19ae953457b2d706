// Tests that need this folder's packages but no editor: the pages in a browser by themselves, with clicks, keys, menus and reloads
// as a user makes them, and what agents ask. `node test/vscode/mocha-suite.mjs panel playground` runs those of these folders.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Mocha from 'mocha';
import { importBundled } from '../../build/import-bundled.mjs';
import { here, install } from './install.mjs';

/** How the tests of the folder went, a line for each. KUBEJOB_TEST_FILTER takes those alone whose titles have it in them. */
export async function runMochaSuite(folder) {
  const { resultsOf } = await importBundled(`export { resultsOf } from './test/vscode/suite/results.ts'`);
  const wanted = process.env.KUBEJOB_TEST_FILTER;
  const mocha = new Mocha({ ui: 'bdd', timeout: 120_000, ...(wanted ? { grep: wanted } : {}) });
  const suite = join(here, folder, 'suite');
  for (const file of readdirSync(suite).sort()) if (file.endsWith('.test.mjs')) mocha.addFile(join(suite, file));
  await mocha.loadFilesAsync();
  return resultsOf(mocha);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  install();
  for (const folder of process.argv.slice(2)) {
    const { lines, failed } = await runMochaSuite(folder);
    console.log(lines.join('\n'));
    if (failed > 0) process.exitCode = 1;
  }
}
