import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import { resultsOf } from './results.ts';

/** What the editor calls: runs every `*.test.js` beside this file. Rejects when one fails. */
export async function run(): Promise<void> {
  const wanted = process.env['KUBEJOB_TEST_FILTER'];
  const mocha = new Mocha({ ui: 'bdd', timeout: 180_000, slow: 5_000, ...(wanted ? { grep: wanted } : {}) });
  for (const file of readdirSync(__dirname).sort()) if (file.endsWith('.test.js')) mocha.addFile(join(__dirname, file));
  const results = await resultsOf(mocha);
  const report = process.env['KUBEJOB_TEST_REPORT'];
  if (report) writeFileSync(report, JSON.stringify(results));
  if (results.failed > 0) throw new Error(`${results.failed} failed`);
}
