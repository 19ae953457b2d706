// Runs when the package is installed from git, and after `npm ci` in a clone: builds what is not there yet.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = join(dirname(fileURLToPath(import.meta.url)), '..');
if (!existsSync(join(home, 'dist/cli.js'))) {
  if (!existsSync(join(home, 'node_modules/esbuild'))) installHere();
  await import('./build.mjs');
}

/**
 * `npm install --global git+…` asks the npm that fetches what a build needs to install globally, too, so that nothing of it is here.
 * https://pre-commit.com installs in this way.
 */
function installHere() {
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--include=dev', '--loglevel=error'], {
    cwd: home,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
    env: { ...process.env, npm_config_global: 'false', npm_config_location: 'project' },
  });
  if (status !== 0) throw new Error('npm ci failed');
}
