// Installs the packages of this folder when they are missing or older than the lock file: once, on first use.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const here = dirname(fileURLToPath(import.meta.url));
export const codeServer = join(here, 'node_modules/code-server/lib/vscode');

/** Leaves everything in place when the stamp says that this lock file has been installed. Throws when npm fails. */
export function install() {
  const stamp = join(here, 'node_modules/.kubejob-installed');
  const wanted = createHash('sha256')
    .update(readFileSync(join(here, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('installing a VS Code from the npm registry (about 600 MB, once) …');
  // Nothing is compiled: the native modules that are missing then only cost the editor some log lines.
  npm(here, 'ci', '--ignore-scripts');
  // The lock file that code-server ships for this folder does not satisfy `npm ci`.
  npm(codeServer, 'install', '--ignore-scripts', '--omit=optional', '--no-package-lock');
  writeFileSync(stamp, wanted);
}

function npm(folder, ...args) {
  const { status, stdout, stderr } = spawnSync('npm', [...args, '--no-fund', '--no-audit', '--loglevel=error'], {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    env: { ...process.env, npm_config_loglevel: 'error' },
  });
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed in ${folder}\n${stdout}\n${stderr}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) install();
