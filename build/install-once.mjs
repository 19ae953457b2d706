// Packages that only some need, and that are large, have a lock file of their own and are installed on first use.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Installs what the lock file of the folder holds, and leaves everything in place when its stamp says that this has been done.
 * `announced` is what is said before, `more` what there is to do afterwards. Throws when npm fails.
 */
export function installOnce(folder, announced, more = () => {}) {
  const stamp = join(folder, 'node_modules/.kubejob-installed');
  const wanted = createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log(`${announced} …`);
  // Nothing is compiled: the native modules that are missing then only cost the editor some log lines.
  npm(folder, 'ci', '--ignore-scripts');
  more();
  writeFileSync(stamp, wanted);
}

export function npm(folder, ...args) {
  const { status, stdout, stderr } = spawnSync('npm', [...args, '--no-fund', '--no-audit', '--loglevel=error'], {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    env: { ...process.env, npm_config_loglevel: 'error' },
  });
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed in ${folder}\n${stdout}\n${stderr}`);
}
