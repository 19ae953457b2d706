// npm run release: what is given to others, in release/: the extension, the package for npm, the bill of materials and the sums of
// all three. The same commit makes the same bytes, wherever and whenever: times in archives are the commit's.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageExtension } from './package-extension.mjs';
import { home } from './set-up.mjs';

const folder = join(home, 'release');
const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));

process.env.SOURCE_DATE_EPOCH ??= execFileSync('git', ['log', '-1', '--format=%ct'], { cwd: home, encoding: 'utf8' }).trim();
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
run(process.execPath, ['build/build.mjs']);
packageExtension(join(folder, `kubejob-${version}.vsix`));
run('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder]);
copyFileSync(join(home, 'dist/sbom.cdx.json'), join(folder, 'sbom.cdx.json'));

const sums = readdirSync(folder)
  .sort()
  .map(
    (file) =>
      `${createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex')}  ${file}`,
  );
writeFileSync(join(folder, 'SHA256SUMS'), `${sums.join('\n')}\n`);
console.log(sums.join('\n'));

function run(command, args) {
  execFileSync(command, args, {
    cwd: home,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: command === 'npm' && process.platform === 'win32',
  });
}
