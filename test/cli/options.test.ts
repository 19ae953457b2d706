import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { folderWith } from '../folder-with.ts';
import { bundledProgram, job, run } from './run.ts';

const misspelt = job('two', 'sleep 1', 'completiond: 3');
const noisy = job('three', 'sleep 1', 'parallelism: 3\ncompletions: 2');
const codes = (out: string) => JSON.parse(out).map(({ code }: { code: string }) => code);

describe('what makes a run fail', () => {
  const warned = folderWith({ 'a.yaml': job('a.b') });
  const noted = folderWith({ 'a.yaml': noisy });

  test.each([
    [noted, [], 0],
    [noted, ['--strict'], 0],
    [noted, ['--fail-on', 'warning'], 0],
    [noted, ['--fail-on', 'info'], 1],
    [noted, ['--fail-on', 'info', '--advice', 'off'], 0],
    [warned, [], 0],
    [warned, ['--strict'], 1],
    [warned, ['--fail-on', 'info', '--strict'], 1],
  ])('%s %j: %i', async (folder, options, code) => {
    expect((await run('validate', ...options, folder)).code).toBe(code);
  });

  test('practices that nobody asked for never do', async () => {
    const folder = folderWith({ 'a.yaml': job('one') });
    expect((await run('validate', '--fail-on', 'info', '--format', 'json', folder)).code).toBe(0);
    expect((await run('validate', '--fail-on', 'info', '--advice', 'all', '--format', 'json', folder)).code).toBe(1);
  });
});

test('--rule tells only of what it names, practices too', async () => {
  const folder = folderWith({ 'a.yaml': misspelt, 'b.yaml': noisy });
  const told = async (...rules: string[]) => {
    const { code, out } = await run('validate', '--format', 'json', ...rules.flatMap((rule) => ['--rule', rule]), folder);
    return [code, codes(out)];
  };
  expect(await told('unknown-field')).toEqual([1, ['unknown-field']]);
  expect(await told('unremoved-job', 'parallelism-above-completions')).toEqual([
    0,
    ['unremoved-job', 'unremoved-job', 'parallelism-above-completions'],
  ]);
  expect((await run('validate', '--rule', 'unremoved-job', folder)).out).toContain('[unremoved-job]');
});

test('--fix mends only what --rule names, where it does', async () => {
  const folder = folderWith({ 'a.yaml': misspelt.replace('completiond: 3', 'completiond: 3\nparalelism: -1') });
  const { out } = await run('validate', '--diff', '--rule', 'number-negative', folder);
  expect(out).toBe('');
  await run('validate', '--fix', '--rule', 'unknown-field', folder);
  expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toContain('parallelism: -1');
});

describe('what contradicts itself is refused in words, and nothing is written', () => {
  const folder = folderWith({ 'a.yaml': misspelt });
  const baseline = join(folder, 'known.json');
  test.each([
    [['validate', '--diff', '--format', 'json', folder], 'leave out --format'],
    [['validate', '--diff', '--baseline', baseline, '--update-baseline', folder], 'leave out --update-baseline'],
    [['validate', '--baseline', baseline, '--update-baseline', '--rule', 'unknown-field', folder], 'leave out --rule'],
    [['validate', '--baseline', baseline, '--update-baseline', '--changed', 'HEAD', folder], 'leave out --changed'],
    [['validate', '--strict', '--fail-on', 'error', folder], 'leave one out'],
    [['validate', '--rule', folder], "missing required argument 'path'\nkubejob validate --help says what there is"],
    [['diff', '--against', '-', '-'], 'standard input is read once'],
    [['simulate', '--run', 'examples/one-shot.yaml'], 'is a Job: leave it out'],
    [['test', '--watch', join(folder, 'nowhere')], 'no such file or folder'],
    [['--no-color', 'rule', 'nothing-like-it'], 'kubejob rule lists those of ours'],
  ])('kubejob %j', async (args, said) => {
    const { code, out, error } = await run(...args);
    expect({ code, out, error }).toEqual({ code: 2, out: '', error: expect.stringContaining(said) });
    expect(readdirSync(folder)).toEqual(['a.yaml']);
  });
});

describe('--fix and --diff', () => {
  test('mend the files, keep their rights, and tell what is left', async () => {
    const folder = folderWith({ 'a.yaml': misspelt, 'b.yaml': misspelt.replace('name: two', 'name: -') });
    const file = join(folder, 'a.yaml');
    chmodSync(file, 0o640);
    const { code, out } = await run('validate', '--fix', '--format', 'json', '--advice', 'off', folder);
    expect(readFileSync(file, 'utf8')).toBe(misspelt.replace('completiond', 'completions'));
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect([code, new Set(JSON.parse(out).map(({ file }: { file: string }) => file))]).toEqual([1, new Set([join(folder, 'b.yaml')])]);
    expect(readdirSync(folder)).toEqual(['a.yaml', 'b.yaml']);
  });

  test('--diff changes nothing, and what it prints does with git apply', async () => {
    const folder = folderWith({ 'a.yaml': misspelt, 'b.yaml': job('good') });
    process.chdir(folder);
    const { code, out } = await run('validate', '--diff', '.');
    process.chdir(join(import.meta.dirname, '../..'));
    expect(code).toBe(1);
    expect(out).toMatch(/^--- a\/a\.yaml\n\+\+\+ b\/a\.yaml\n@@ .*\n(?: .*\n)*-\s+completiond: 3\n\+\s+completions: 3\n(?: .*\n)*$/);
    expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toBe(misspelt);
    expect(spawnSync('git', ['apply', '-'], { cwd: folder, input: out }).status).toBe(0);
    expect((await run('validate', '--diff', folder)).code).toBe(0);
    expect(readFileSync(join(folder, 'a.yaml'), 'utf8')).toContain('completions: 3');
  });

  test('what is not stored as UTF-8 is left alone, and said to be', async () => {
    const folder = folderWith({});
    const file = join(folder, 'a.yaml');
    const bytes = Buffer.from(`\ufeff${misspelt}`, 'utf16le');
    writeFileSync(file, bytes);
    const { code, error } = await run('validate', '--fix', folder);
    expect([code, error]).toEqual([2, `kubejob: not stored as UTF-8, or changed meanwhile, and not written: ${file}\n`]);
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  test('both at once is no wish', async () => {
    expect(await run('validate', '--fix', '--diff', '.')).toMatchObject({ code: 2, error: expect.stringContaining('leave one out') });
  });
});

test('a name for standard input without standard input is no wish', async () => {
  expect(await run('validate', '--stdin-filename', 'a.yaml', '.')).toMatchObject({
    code: 2,
    error: expect.stringContaining('ask for - as well'),
  });
});

describe('standard input', () => {
  const program = bundledProgram();
  const asked = (input: string, cwd: string, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'validate', ...args, '-'], { input, cwd, encoding: 'utf8' });
    return { code: status, out: stdout, error: stderr };
  };

  test('is taken to lie where its name says, with the configuration there', () => {
    const folder = folderWith({ '.kubejob.yaml': 'ignore: [{rule: parallelism-above-completions, files: [here/]}]\n' });
    const told = (name: string) =>
      JSON.parse(asked(noisy, folder, '--format', 'json', '--advice', 'pitfalls', '--stdin-filename', name).out);
    expect(told('there/a.yaml').map(({ file, code }: Record<string, string>) => [file, code])).toContainEqual([
      'there/a.yaml',
      'parallelism-above-completions',
    ]);
    expect(told('here/a.yaml').map(({ code }: Record<string, string>) => code)).not.toContain('parallelism-above-completions');
  });

  test('of templates that it names tells as much as the configuration where they lie says, with their lines', () => {
    const folder = folderWith({ 'chart/.kubejob.yaml': 'advice: all\n' });
    const { out } = asked(`---\n# Source: chart/templates/a.yaml\n${noisy}`, folder);
    expect(out).toMatch(/^chart\/templates\/a\.yaml:\d+:1: note: Nothing removes this Job .*\[unremoved-job\]\n +\d+ \| spec:\n/m);
  });

  test('mended, it is what standard output has; findings go elsewhere', () => {
    const { code, out, error } = asked(misspelt, '.', '--fix', '--advice', 'off');
    expect([code, out, error]).toEqual([0, misspelt.replace('completiond', 'completions'), 'No problems: 1 Job or CronJob in 1 file.\n']);
  });

  test('where it is excluded it is left out by --force-exclude alone, and not lost where it was to be mended', () => {
    const folder = folderWith({ '.kubejob.yaml': 'exclude: [vendor/]\n' });
    const options = ['--stdin-filename', 'vendor/a.yaml', '--advice', 'off', '--format', 'json'];
    expect(asked(misspelt, folder, ...options).code).toBe(1);
    expect(asked(misspelt, folder, ...options, '--force-exclude')).toMatchObject({ code: 0, out: '[]\n' });
    expect(asked(misspelt, folder, ...options, '--force-exclude', '--fix')).toMatchObject({ code: 0, out: misspelt });
    expect(asked(misspelt, folder, ...options, '--fix').out).toBe(misspelt.replace('completiond', 'completions'));
  });

  test('that holds no Job is success where it has a name, and where it has none as it ever was', () => {
    expect(asked('a: 1\n', '.', '--stdin-filename', 'a.yaml', '--require-jobs').code).toBe(0);
    expect(asked('a: 1\n', '.', '--require-jobs').code).toBe(2);
  });
});

describe('--baseline', () => {
  test('what is known is not told, what is new is, as often as it is', async () => {
    const folder = folderWith({ 'a.yaml': misspelt });
    const baseline = join(folder, 'known.json');
    const judged = () => run('validate', '--advice', 'off', '--baseline', baseline, join(folder, 'a.yaml'));
    expect(await judged()).toMatchObject({ code: 2, error: expect.stringContaining('--update-baseline') });
    expect((await run('validate', '--advice', 'off', '--baseline', baseline, '--update-baseline', join(folder, 'a.yaml'))).code).toBe(0);
    expect(JSON.parse(readFileSync(baseline, 'utf8')).files).toEqual({ 'a.yaml': ['Job two: unknown-field at spec.completiond'] });
    expect(await judged()).toMatchObject({ code: 0, out: 'No problems: 1 Job or CronJob in 1 file.\n' });
    writeFileSync(join(folder, 'a.yaml'), `# moved\n\n${misspelt}---\n${misspelt}`);
    const { code, out } = await judged();
    expect([code, out.match(/a\.yaml:\d+/g)]).toEqual([1, ['a.yaml:22']]);
  });

  test('holds for every format, whichever it was written with: JSON has what only follows from another finding', async () => {
    const folder = folderWith({ 'a.yaml': readFileSync('examples/faulty/lost-indentation.yaml', 'utf8') });
    const baseline = join(folder, 'known.json');
    await run('validate', '--baseline', baseline, '--update-baseline', folder);
    const json = ['validate', '--advice', 'off', '--format', 'json', folder];
    expect(JSON.parse((await run(...json)).out)).toContainEqual(expect.objectContaining({ consequence: true }));
    expect(await run(...json, '--baseline', baseline)).toMatchObject({ code: 0, out: '[]\n' });
  });

  test('what is no baseline is said to be none', async () => {
    const folder = folderWith({ 'a.yaml': misspelt, 'b.json': '{}' });
    expect(await run('validate', '--baseline', join(folder, 'b.json'), folder)).toMatchObject({
      code: 2,
      error: `kubejob: no baseline of kubejob: ${join(folder, 'b.json')}\n`,
    });
    expect(await run('validate', '--update-baseline', folder)).toMatchObject({ code: 2, error: expect.stringContaining('name one') });
  });
});

describe('--changed', () => {
  const folder = folderWith({ 'same.yaml': misspelt, 'changed.yaml': job('one'), 'gone.yaml': misspelt, '.gitignore': 'ignored.yaml\n' });
  const git = (...args: string[]) =>
    spawnSync('git', ['-C', folder, '-c', 'user.name=n', '-c', 'user.email=e@x', '-c', 'commit.gpgsign=false', ...args], {
      encoding: 'utf8',
    });
  const before = process.cwd();
  beforeAll(() => {
    git('init', '-q', '-b', 'main');
    git('add', '.');
    git('commit', '-qm', 'one');
    process.chdir(folder);
  });
  afterAll(() => process.chdir(before));

  test('nothing changed is success', async () => {
    expect(await run('validate', '--changed', 'main', '.')).toEqual({ code: 0, out: '', error: 'kubejob: no file changed\n' });
  });

  test('what changed since a branch was left, and what is not yet added, is judged', async () => {
    git('checkout', '-qb', 'work');
    writeFileSync(join(folder, 'changed.yaml'), misspelt);
    writeFileSync(join(folder, 'ignored.yaml'), misspelt);
    git('rm', '-q', 'gone.yaml');
    git('commit', '-qam', 'two');
    git('checkout', '-q', 'main');
    writeFileSync(join(folder, 'same.yaml'), job('later'));
    git('commit', '-qam', 'on main');
    git('checkout', '-q', 'work');
    writeFileSync(join(folder, 'new é.yaml'), misspelt);
    const { code, out } = await run('validate', '--changed', 'main', '--format', 'json', '--advice', 'off', '.');
    expect([code, JSON.parse(out).map(({ file }: { file: string }) => file)]).toEqual([1, ['changed.yaml', 'new é.yaml']]);
  });

  test('nothing that the configuration of the repository names is run', async () => {
    const trap = join(folder, 'trap.sh');
    writeFileSync(trap, `#!/bin/sh\ntouch ${join(folder, 'sprung')}\n`);
    chmodSync(trap, 0o755);
    writeFileSync(join(folder, '.gitattributes'), '*.yaml diff=trap\n');
    for (const name of ['core.fsmonitor', 'diff.external', 'diff.trap.command', 'diff.trap.textconv']) git('config', name, trap);
    expect((await run('validate', '--changed', 'main', '.')).code).toBe(1);
    expect(readdirSync(folder)).not.toContain('sprung');
    for (const name of ['core.fsmonitor', 'diff.external', 'diff.trap.command', 'diff.trap.textconv']) git('config', '--unset', name);
  });

  test('a revision that git does not know, and a place without a repository, are said', async () => {
    expect(await run('validate', '--changed', '--upload-pack=x', '.')).toMatchObject({ code: 2 });
    expect(await run('validate', '--changed', 'none', '.')).toMatchObject({
      code: 2,
      error: 'kubejob: git knows no revision none that leads to this one\n',
    });
    process.chdir(folderWith({ 'a.yaml': misspelt }));
    // The repository is that of the path.
    expect(await run('validate', '--changed', 'main', '--format', 'github', folder)).toMatchObject({ code: 1 });
    expect(await run('validate', '--changed', 'main', '.')).toMatchObject({
      code: 2,
      error: expect.stringContaining('not a git repository'),
    });
    process.chdir(folder);
  });

  test('of a submodule all is judged where another commit of it is asked for, by whatever path', async () => {
    const outer = folderWith({ 'a.yaml': misspelt });
    const inOuter = (...args: string[]) =>
      spawnSync('git', ['-C', outer, '-c', 'protocol.file.allow=always', '-c', 'user.name=n', '-c', 'user.email=e@x', ...args]);
    inOuter('init', '-q', '-b', 'main');
    inOuter('submodule', '--quiet', 'add', folder, 'within');
    inOuter('add', '.');
    inOuter('commit', '-qm', 'one');
    const judged = async (...paths: string[]) => {
      const { out } = await run('validate', '--changed', 'HEAD', '--format', 'json', ...paths);
      return out === '' ? [] : [...new Set(JSON.parse(out).map(({ file }: { file: string }) => relative(outer, file)))];
    };
    expect(await judged(outer)).toEqual([]);
    spawnSync('git', ['-C', join(outer, 'within'), 'checkout', '-q', 'HEAD~1']);
    const all = readdirSync(join(outer, 'within')).filter((name) => name.endsWith('.yaml'));
    expect(await judged(outer)).toEqual(all.map((name) => join('within', name)));
    symlinkSync(outer, join(folder, 'link'));
    expect(await judged(join(folder, 'link'))).toHaveLength(all.length);
  });

  test('where the history is missing it is said what to fetch', async () => {
    const shallow = folderWith({});
    spawnSync('git', ['clone', '-q', '--depth', '1', `file://${folder}`, shallow]);
    const { code, error } = await run('validate', '--changed', 'HEAD~1', shallow);
    expect([code, error]).toEqual([2, expect.stringContaining('the clone lacks older commits')]);
  });
});
