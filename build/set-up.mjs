// Installs the project's dependencies where they are missing or older than the lock file. Uses Node's own modules alone.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const home = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Throws when npm fails. */
export function setUp() {
  if (changed('node_modules/.package-lock.json') >= changed('package-lock.json')) return;
  console.log('npm ci …');
  const { status } = spawnSync('npm', ['ci', '--loglevel=error'], { cwd: home, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error('npm ci failed');
}

function changed(path) {
  return statSync(join(home, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
