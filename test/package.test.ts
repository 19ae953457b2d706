import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { folderWith } from './folder-with.ts';
import { jobWith } from './manifests.ts';

const home = join(import.meta.dirname, '..');
const manifest = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));

/** What `npm pack` would put into the package; the bundles must be built. */
function packed(): { readonly files: readonly { readonly path: string }[]; readonly unpackedSize: number } {
  const args = ['pack', '--dry-run', '--json', '--ignore-scripts'];
  const [one] = JSON.parse(execFileSync('npm', args, { cwd: home, encoding: 'utf8', shell: process.platform === 'win32' }));
  return one;
}

/** Parts are named by what is in them, and the paths of modules are. */
const names = (files: readonly { readonly path: string }[]) => files.map(({ path }) => path.replace(/part-\w+/, 'part')).sort();

describe('the package on npm', () => {
  test('holds the command line, the language server and what they need, and nothing else', () => {
    const { files, unpackedSize } = packed();
    const paths = files.map(({ path }) => path);
    const allowed =
      /^(package\.json|(README|CHANGELOG)\.md|LICENSE|NOTICE|schemas\/[\w.-]+\.schema\.json|dist\/(cli[\w.-]*\.m?js|(library|part)[\w.-]*\.mjs|library\.d\.mts|(core|server)\.js|simulation-worker\.js|THIRD-PARTY-NOTICES\.txt))$/;
    expect(paths.filter((path) => !allowed.test(path))).toEqual([]);
    expect(paths).toEqual(
      expect.arrayContaining([
        'dist/cli.js',
        'dist/cli-program.mjs',
        'dist/library.mjs',
        'dist/library.d.mts',
        'dist/core.js',
        'dist/server.js',
        'schemas/configuration.schema.json',
        'schemas/scenario.schema.json',
        'schemas/test.schema.json',
      ]),
    );
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

  test('installed from its tarball, kubejob runs and the library is imported with its types', () => {
    const scratch = folderWith();
    const shell = process.platform === 'win32';
    const run = (program: string, args: readonly string[], cwd: string) =>
      execFileSync(program, args, { cwd, encoding: 'utf8', stdio: 'pipe', shell });
    const place = join(scratch, 'place');
    const tarball = run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', scratch], home).trim().split('\n').at(-1);
    mkdirSync(place);
    // Whatever npm would run goes through this instead, and leaves a mark.
    const shellOfScripts = join(scratch, 'shell');
    writeFileSync(shellOfScripts, `#!/bin/sh\necho "$@" >> '${join(scratch, 'has-run')}'\n`, { mode: 0o755 });
    const scripts = ['--ignore-scripts=false', ...(shell ? [] : [`--script-shell=${shellOfScripts}`])];
    run('npm', ['install', '--offline', '--no-audit', '--no-fund', ...scripts, '--prefix', place, join(scratch, tarball ?? '')], home);
    expect(existsSync(join(scratch, 'has-run'))).toBe(false);
    expect(readdirSync(join(place, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['kubejob']);
    const installed = JSON.parse(readFileSync(join(place, 'node_modules/kubejob/package.json'), 'utf8'));
    expect(Object.keys(installed.scripts ?? {}).filter(runsWhenInstalled)).toEqual([]);
    expect(run('npx', ['--offline', 'kubejob', '--version'], place).trim()).toBe(manifest.version);
    // What lies around is no part of it, whatever our packages would look for.
    writeFileSync(join(place, 'node_modules/picomatch.js'), "console.log('loaded from around');");
    writeFileSync(join(place, 'job.yaml'), jobWith(''));
    expect(run('npx', ['--offline', 'kubejob', 'validate', 'job.yaml'], place)).toMatch(/^No problems: 1 Job/);
    writeFileSync(join(place, 'use.mts'), use);
    const options = ['--strict', '--module', 'nodenext', '--target', 'es2022', '--types', '--outDir', place];
    run(process.execPath, [join(home, 'node_modules/typescript/bin/tsc'), ...options, 'use.mts'], place);
    expect(run(process.execPath, ['use.mjs'], place)).toBe('unknown-field\nFailed BackoffLimitExceeded\nNAME\n');
  });

  test('what is under git is enough to make it: npm builds it when it is installed from there', () => {
    const shell = process.platform === 'win32';
    const checkout = join(folderWith(), 'a checkout');
    const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: home, encoding: 'utf8' });
    // What no build reads is left where it is.
    const wanted = listed
      .split('\0')
      .filter((file) => file !== '' && !/^(test|bench|docs\/images)\//.test(file) && existsSync(join(home, file)));
    for (const file of wanted) cpSync(join(home, file), join(checkout, file));
    symlinkSync(join(home, 'node_modules'), join(checkout, 'node_modules'), 'junction');
    // As npm does for `npm install --global git+https://…`.
    const env = { ...process.env, npm_config_global: 'true', npm_config_ignore_scripts: 'false' };
    const made = execFileSync('npm', ['pack', '--json', '--foreground-scripts=false'], {
      cwd: checkout,
      encoding: 'utf8',
      stdio: 'pipe',
      shell,
      env,
    });
    const [{ files }] = JSON.parse(made);
    expect(names(files)).toEqual(names(packed().files));
    expect(execFileSync(process.execPath, ['dist/cli.js', '--version'], { cwd: checkout, encoding: 'utf8' }).trim()).toBe(manifest.version);
  });

  test('a browser can run the library, and one function takes no more along than it needs', async () => {
    const sizeWith = async (name: string) => {
      const contents = `import { ${name} } from './dist/library.mjs'; globalThis.used = ${name};`;
      const stdin = { contents, resolveDir: home };
      const { outputFiles } = await build({ stdin, bundle: true, write: false, minify: true, format: 'esm', platform: 'browser' });
      return outputFiles[0]?.contents.length ?? 0;
    };
    expect(await sizeWith('at')).toBeLessThan(100_000);
    expect(await sizeWith('parse')).toBeLessThan(250_000);
    expect(await sizeWith('simulate')).toBeLessThan(1_600_000);
  });
});

/** npm runs these of a tarball that it installs; `prepare` is for the tree itself. */
const runsWhenInstalled = (script: string) => /^(pre|post)?install$/.test(script);

/** A program of somebody who installed the package. */
const use = `
import { at, type Finding, simulate, validate } from 'kubejob';
const job = (spec: string) =>
  \`{apiVersion: batch/v1, kind: Job, metadata: {name: a}, spec: {\${spec}, template: {spec: {restartPolicy: Never, containers: [{name: a, image: a:1, command: ['false']}]}}}}\`;
const [first]: readonly Finding[] = validate(job('backofLimit: 1'));
console.log(first?.code);
const simulation = simulate(job('backoffLimit: 1'), { until: 3600 });
if (simulation.status === 'simulated') {
  console.log(simulation.summary.outcome, simulation.summary.reason);
  console.log(at(simulation.run, 30).get('pods').slice(0, 4));
}
`;
