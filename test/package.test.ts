import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const home = join(import.meta.dirname, '..');
const manifest = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));

/** What `npm pack` would put into the package; the bundles must be built. */
function packed(): { readonly files: readonly { readonly path: string }[]; readonly unpackedSize: number } {
  const args = ['pack', '--dry-run', '--json', '--ignore-scripts'];
  const [one] = JSON.parse(execFileSync('npm', args, { cwd: home, encoding: 'utf8', shell: process.platform === 'win32' }));
  return one;
}

describe('the package on npm', () => {
  test('holds the command line, the language server and what they need, and nothing else', () => {
    const { files, unpackedSize } = packed();
    const paths = files.map(({ path }) => path);
    const allowed =
      /^(package\.json|(README|CHANGELOG)\.md|LICENSE|NOTICE|schemas\/[\w.-]+\.schema\.json|dist\/(cli[\w.-]*\.m?js|server\.js|simulation-worker\.js|THIRD-PARTY-NOTICES\.txt))$/;
    expect(paths.filter((path) => !allowed.test(path))).toEqual([]);
    expect(paths).toEqual(expect.arrayContaining(['dist/cli.js', 'dist/cli-program.mjs', 'dist/server.js', 'dist/simulation-worker.js']));
    expect(paths.length).toBeLessThanOrEqual(80);
    expect(unpackedSize).toBeLessThanOrEqual(6_000_000);
  });

  test('needs no other package to run, and runs nothing when it is installed', () => {
    expect(manifest.dependencies).toBeUndefined();
    expect(manifest.optionalDependencies).toBeUndefined();
    const lifecycle = Object.keys(manifest.scripts).filter((name) =>
      /^(pre|post)?(install|prepare|pack|publish|uninstall|version|shrinkwrap)$|^prepublish/.test(name),
    );
    expect(lifecycle).toEqual(['prepare']);
  });

  test('installed from its tarball, kubejob says its version', () => {
    const scratch = mkdtempSync(join(tmpdir(), 'kubejob-package-'));
    try {
      const npm = (...args: readonly string[]) =>
        execFileSync('npm', [...args, '--ignore-scripts'], {
          cwd: home,
          encoding: 'utf8',
          stdio: 'pipe',
          shell: process.platform === 'win32',
        });
      const tarball = npm('pack', '--silent', '--pack-destination', scratch).trim().split('\n').at(-1) ?? '';
      npm('install', '--offline', '--no-audit', '--no-fund', '--prefix', join(scratch, 'place'), join(scratch, tarball));
      const said = execFileSync(join(scratch, 'place/node_modules/.bin/kubejob'), ['--version'], {
        encoding: 'utf8',
        shell: process.platform === 'win32',
      });
      expect(said.trim()).toBe(manifest.version);
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  });
});
