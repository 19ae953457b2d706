// Runs the tests that need the real helm and kubectl, through the `kubejob` in dist/. KUBEJOB_REAL_TOOLS_REPORT is a file for the results.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install } from '../vscode/install.mjs';
import { withRealTools } from '../vscode/tools.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const home = join(here, '../..');
const report = process.env.KUBEJOB_REAL_TOOLS_REPORT;

install();
const reporters = report ? ['--reporter=default', '--reporter=json', `--outputFile=${report}`] : [];
const { status } = spawnSync(
  process.execPath,
  [join(home, 'node_modules/vitest/vitest.mjs'), 'run', '--config', join(here, 'vitest.config.ts'), ...reporters, ...process.argv.slice(2)],
  { cwd: home, stdio: 'inherit', env: withRealTools() },
);
process.exitCode = status ?? 1;
