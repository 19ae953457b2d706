import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';

/** What the editor calls: runs every `*.test.js` beside this file. Rejects when one fails. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 180_000, slow: 5_000 });
  for (const file of readdirSync(__dirname).sort()) if (file.endsWith('.test.js')) mocha.addFile(join(__dirname, file));
  const lines: string[] = [];
  const failed = await new Promise<number>((done) => {
    const runner = mocha.run(done);
    runner.on('pass', (test) => lines.push(`  ✓ ${test.fullTitle()} (${test.duration ?? 0} ms)`));
    runner.on('fail', (test, error) => lines.push(`  ✗ ${test.fullTitle()}\n${indented(error.stack ?? error.message)}`));
  });
  const passed = lines.filter((line) => line.startsWith('  ✓')).length;
  const report = process.env['KUBEJOB_TEST_REPORT'];
  if (report) writeFileSync(report, JSON.stringify({ passed, failed, lines }));
  if (failed > 0) throw new Error(`${failed} failed`);
}

function indented(text: string): string {
  return text.replace(/^/gm, '      ');
}
