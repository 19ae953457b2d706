import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { patternIn } from '../../server/files/manifests-at.ts';
import { folderWith } from '../folder-with.ts';
import { containerWith, listOf, patchWith } from '../manifests.ts';
import { job, run } from './run.ts';

const wrong = job('two', 'sleep 1', 'completiond: 3');
const entries = (out: string): Record<string, unknown>[] => JSON.parse(out);

describe('JSON', () => {
  test('one array, sorted by file and position; documents count without empty parts, lines and columns from 1', async () => {
    const folder = folderWith({ 'b.yaml': `# only a comment\n---\n${job('one')}---\n${wrong}`, 'a.yaml': wrong });
    const { code, out } = await run('validate', '--advice', 'off', '--format', 'json', folder);
    expect(code).toBe(1);
    expect(entries(out)).toEqual(
      ['a.yaml', 'b.yaml'].map((name, at) => ({
        file: join(folder, name),
        document: at,
        kind: 'Job',
        name: 'two',
        line: at ? 21 : 6,
        column: 3,
        endLine: at ? 21 : 6,
        endColumn: 14,
        path: 'spec.completiond',
        severity: 'error',
        reason: 'UnknownField',
        code: 'unknown-field',
        message: expect.stringContaining('completions'),
      })),
    );
  });

  test('items of a List have their place, and paths begin at them', async () => {
    const folder = folderWith({ 'list.yaml': listOf(wrong) });
    expect(entries((await run('validate', '--advice', 'off', '--format', 'json', join(folder, 'list.yaml'))).out)).toMatchObject([
      { document: 0, item: 0, path: 'spec.completiond', line: 9 },
    ]);
  });

  test('nothing wrong is an empty array', async () => {
    const folder = folderWith({
      'one.yaml': job('one', 'sleep 1', 'ttlSecondsAfterFinished: 60'),
      'other.yaml': 'kind: Pod\napiVersion: v1\n',
    });
    expect(await run('validate', '--advice', 'off', '--format', 'json', folder)).toEqual({ code: 0, out: '[]\n', error: '' });
  });
});

describe('nothing to judge', () => {
  const folder = folderWith({ 'a.txt': '', 'b.txt': '' });
  const others = folderWith({ 'pod.yaml': 'kind: Pod\napiVersion: v1\n', 'empty.yaml': '' });

  test('no file to read is a fault unless it may be', async () => {
    expect(await run('validate', folder)).toEqual({ code: 2, out: '', error: 'kubejob: no file to read\n' });
    expect(await run('validate', '--format', 'json', folder)).toEqual({ code: 2, out: '[]\n', error: 'kubejob: no file to read\n' });
    expect(await run('validate', '--allow-empty', folder)).toMatchObject({ code: 0, error: 'kubejob: no file to read\n' });
    const pattern = join(folder, '*.yaml');
    const said = `kubejob: no file matches ${patternIn(pattern)}\n`;
    expect(await run('validate', pattern)).toMatchObject({ code: 2, error: expect.stringContaining(said) });
    expect(await run('validate', '--allow-empty', pattern)).toMatchObject({ code: 0, error: 'kubejob: no file to read\n' });
    expect(await run('validate', '--allow-empty', join(folder, 'gone.yaml'))).toMatchObject({ code: 2 });
  });

  test('files without a Job are told of, and are a fault where Jobs are required', async () => {
    expect(await run('validate', others)).toEqual({ code: 0, out: '', error: 'kubejob: 2 files, no Job or CronJob\n' });
    expect(await run('validate', '--require-jobs', others)).toMatchObject({ code: 2 });
    expect(await run('validate', '--require-jobs', folderWith({ 'a.yaml': job('one') }))).toMatchObject({ code: 0, error: '' });
  });
});

test('a file of tests is judged as in an editor: beside its manifest, or where it is named', async () => {
  const tests = 'tests:\n  - expect: [compleets]\n';
  const folder = folderWith({ 'a.yaml': job('one'), 'a.test.yaml': tests, 'other/b.test.yaml': tests, 'other/c.test.yaml': 'a: 1\n' });
  const told = async (path: string) => {
    const { code, out } = await run('validate', '--advice', 'off', '--format', 'json', path);
    return [code, entries(out).map(({ file, line, code }) => [relative(folder, String(file)), line, code])];
  };
  expect(await told(folder)).toEqual([1, [['a.test.yaml', 2, 'test-expectation']]]);
  expect(await told(join(folder, 'other'))).toEqual([0, []]);
  expect(await told(join(folder, 'other/b.test.yaml'))).toEqual([1, [[join('other', 'b.test.yaml'), 2, 'test-expectation']]]);
});

describe('practices', () => {
  const folder = folderWith({
    'a.yaml': `${job('one')}---\n${job('two')}`,
    'b.yaml': job('three', 'sleep 1', 'parallelism: 3\ncompletions: 2'),
  });

  test('are said where they are asked for, once in a file', async () => {
    const { out } = await run('validate', '--advice', 'all', folder);
    expect(out.match(/(?<=\[)[a-z-]+(?=\]$)/gm)).toEqual([
      ...['unremoved-job', 'no-memory-request'],
      ...['unremoved-job', 'parallelism-above-completions', 'no-memory-request'],
    ]);
  });

  test('are counted otherwise', async () => {
    const { out } = await run('validate', folder);
    expect(out).toMatch(
      /^\S+b\.yaml:\d+:\d+: note: .* \[parallelism-above-completions\]\n(?: .*\n)*\n1 note: 3 Jobs and CronJobs in 2 files\. 4 practices more with --advice all\.\n$/,
    );
    expect((await run('validate', '--format', 'github', folder)).out.match(/title=[^:]+/g)).toEqual([
      'title=kubejob parallelism-above-completions',
    ]);
    expect((await run('validate', '--advice', 'off', folder)).out).toBe('No problems: 3 Jobs and CronJobs in 2 files.\n');
  });

  test('are marked in JSON, which has them unless less is asked for', async () => {
    const marked = async (...options: string[]) =>
      entries((await run('validate', '--format', 'json', ...options, folder)).out).map(({ code, practice }) => [code, practice]);
    const all = [
      ['unremoved-job', true],
      ['no-memory-request', true],
      ['unremoved-job', true],
      ['parallelism-above-completions', undefined],
      ['no-memory-request', true],
    ];
    expect(await marked()).toEqual(all);
    expect(await marked('--advice', 'all')).toEqual(all);
    expect(await marked('--advice', 'warnings')).toEqual([]);
  });
});

test('what only follows from something else is marked in JSON, and is in no other format', async () => {
  const folder = folderWith({ 'a.yaml': containerWith('resources:\n  cpu: 1\n  memory: 1Gi') });
  const said = async (format: string) => (await run('validate', '--advice', 'off', '--format', format, folder)).out;
  expect(entries(await said('json')).map(({ path, consequence }) => [path, consequence])).toEqual([
    ['spec.template.spec.containers[0].resources.cpu', undefined],
    ['spec.template.spec.containers[0].resources.memory', true],
  ]);
  for (const format of ['text', 'github', 'sarif']) expect(await said(format)).not.toContain('no field "memory"');
});

describe('.kubejob.yaml', () => {
  const loud = job('three', 'sleep 1', 'parallelism: 3\ncompletions: 2');
  const folder = folderWith({
    'a.yaml': loud,
    'b.yaml': loud,
    '.kubejob.yaml': 'ignore:\n  - no-memory-request\n  - {rule: parallelism-above-completions, files: [b.yaml]}\n',
  });

  test('ignores rules, everywhere below it or in some files', async () => {
    const { out } = await run('validate', '--format', 'json', folder);
    expect(entries(out).map(({ file, code }) => `${String(file).slice(folder.length + 1)} ${code}`)).toEqual([
      'a.yaml unremoved-job',
      'a.yaml parallelism-above-completions',
      'b.yaml unremoved-job',
    ]);
  });

  test('ignores nothing that the API server refuses', async () => {
    const strict = folderWith({ 'a.yaml': wrong, '.kubejob.yaml': 'ignore: [{files: "*"}]\n' });
    expect(entries((await run('validate', '--format', 'json', strict)).out).map(({ code }) => code)).toEqual(['unknown-field']);
  });
});

describe('which files', () => {
  test('in folders manifests by their endings, without node_modules and dot folders; named files whatever they are called', async () => {
    const folder = folderWith({ 'a.yaml': wrong, 'b.yml': wrong, 'c.txt': wrong });
    for (const inner of ['node_modules', '.hidden', 'deep']) {
      mkdirSync(join(folder, inner));
      writeFileSync(
        join(folder, inner, 'd.json'),
        JSON.stringify({ apiVersion: 'batch/v1', kind: 'Job', metadata: { name: 'x' }, spec: { completiond: 1 } }),
      );
    }
    const files = async (...paths: string[]) =>
      new Set(
        entries((await run('validate', '--advice', 'off', '--format', 'json', ...paths)).out).map(({ file }) =>
          String(file).slice(folder.length + 1),
        ),
      );
    expect(await files(folder)).toEqual(new Set(['a.yaml', 'b.yml', 'deep/d.json']));
    expect(await files(join(folder, 'c.txt'), folder, folder)).toEqual(new Set(['a.yaml', 'b.yml', 'c.txt', 'deep/d.json']));
  });

  test('of a patch that a kustomization lists nothing is missing, but what it says is judged', async () => {
    const folder = folderWith({
      'patch.yaml': patchWith('paralelism: 3\ncompletions: -1'),
      'kustomization.yml': 'patchesStrategicMerge: [patch.yaml]\n',
    });
    const { code, out } = await run('validate', '--format', 'json', folder);
    expect(code).toBe(1);
    expect(entries(out).map(({ path, reason }) => [path, reason])).toEqual([
      ['spec.paralelism', 'UnknownField'],
      ['spec.completions', 'Invalid'],
    ]);
  });

  test('patches that a kustomization lists need not be whole', async () => {
    const patch = patchWith('parallelism: 3');
    const folder = folderWith({ 'patch.yaml': patch, 'other.yaml': patch, 'kustomization.yaml': 'patches:\n  - path: patch.yaml\n' });
    const { out } = await run('validate', '--advice', 'off', '--format', 'json', folder);
    expect(new Set(entries(out).flatMap(({ severity, file }) => (severity === 'error' ? [file] : [])))).toEqual(
      new Set([join(folder, 'other.yaml')]),
    );
  });
});

describe('faults in scenarios', () => {
  const faulty = 'start: 1\nrun: {for: 3, exti: 1}\n';
  const comment = '# kubejob-scenario:\n#   pods: [{run: {for: 2}}]\n';
  const quiet = ['validate', '--advice', 'off', '--format'];

  test.each(['yaml', 'yml'])('in the file beside a manifest of the folder, NAME.scenario.%s', async (ending) => {
    const scenario = `a.scenario.${ending}`;
    const folder = folderWith({ 'a.yml': `${job('first')}---\n${job('second')}`, [scenario]: faulty });
    const { code, out } = await run(...quiet, 'json', folder);
    expect(code).toBe(1);
    expect(entries(out)).toEqual([
      {
        file: join(folder, scenario),
        document: 0,
        kind: 'Job',
        name: 'first',
        line: 2,
        column: 15,
        endLine: 2,
        endColumn: 19,
        path: 'run.exti',
        severity: 'error',
        reason: 'Scenario',
        code: 'scenario-unknown-field',
        message: expect.stringContaining("A scenario has no 'exti' here"),
      },
    ]);
    expect(entries((await run(...quiet, 'json', join(folder, scenario))).out)).toMatchObject([{ kind: 'Job', name: 'first' }]);
  });

  test('in a file that a path names, though no manifest is beside it', async () => {
    const folder = folderWith({ 'a.scenario.yaml': 'run: [\n' });
    const { code, out } = await run(...quiet, 'json', join(folder, 'a.scenario.yaml'));
    expect(code).toBe(1);
    expect(entries(out)).toMatchObject([{ kind: null, name: null, path: '', reason: 'Scenario' }]);
  });

  test('not in a file of a folder that is beside no manifest: other tools have scenarios too', async () => {
    const folder = folderWith({ 'login.scenario.yaml': 'steps: [{open: /}]\n' });
    expect(await run(...quiet, 'json', folder)).toEqual({ code: 0, out: '[]\n', error: 'kubejob: 1 file, no Job or CronJob\n' });
  });

  test('in the comment of each document, among the other findings by position', async () => {
    const folder = folderWith({ 'a.yaml': `${job('one')}---\n${comment}${wrong}` });
    const { code, out } = await run(...quiet, 'json', folder);
    expect(code).toBe(1);
    expect(entries(out)).toMatchObject([
      { document: 1, kind: 'Job', name: 'two', line: 15, path: 'pods[0].ordinal', reason: 'Scenario', code: 'scenario-pod-which' },
      { document: 1, kind: 'Job', name: 'two', line: 21, path: 'spec.completiond', reason: 'UnknownField' },
    ]);
  });

  test('in every format', async () => {
    const folder = folderWith({ 'a.yaml': comment + job('one') });
    expect((await run(...quiet, 'text', folder)).out).toMatch(/a\.yaml:2:13: error: Say which pods .* \[scenario-pod-which\]$/m);
    expect((await run(...quiet, 'github', folder)).out).toMatch(
      /^::error file=[^,]*a\.yaml,line=2,.*title=kubejob scenario-pod-which::Say which/,
    );
    expect(JSON.parse((await run(...quiet, 'sarif', folder)).out).runs[0].results).toMatchObject([
      { level: 'error', ruleId: 'scenario-pod-which', locations: [{ physicalLocation: { region: { startLine: 2, startColumn: 13 } } }] },
    ]);
  });
});

describe('exit codes', () => {
  test.each([
    [['validate', 'missing.yaml'], 2, 'no such file or folder: missing.yaml'],
    [['validate', '--kubernetes-version', '1.20', 'missing.yaml'], 2, 'Known versions are 1.29'],
    [['validate'], 2, "missing required argument 'path'"],
    [['validate', '--format', 'xml', '.'], 2, 'Allowed choices are text, json, sarif, github'],
    [['frobnicate'], 2, "unknown command 'frobnicate'"],
  ])('%j ends with %i', async (args, code, text) => {
    const ran = await run(...args);
    expect(ran.code).toBe(code);
    expect(ran.error).toContain(text);
  });

  test('what can be read is judged all the same', async () => {
    const folder = folderWith({ 'a.yaml': wrong });
    const ran = await run('validate', '--advice', 'off', '--format', 'json', join(folder, 'missing.yaml'), folder);
    expect(ran.code).toBe(2);
    expect(entries(ran.out)).toHaveLength(1);
  });

  test('warnings and notes alone are no fault', async () => {
    const folder = folderWith({ 'a.yaml': job('dotted.name') });
    const ran = await run('validate', '--advice', 'off', '--format', 'json', folder);
    expect(ran.code).toBe(0);
    expect(entries(ran.out)).toContainEqual(expect.objectContaining({ severity: 'warning', reason: 'Warning' }));
  });

  test.each(['1.34', 'v1.34', '1.34.2'])('a version may be written %s', async (version) => {
    const folder = folderWith({ 'a.yaml': job('one') });
    expect((await run('validate', '--kubernetes-version', version, folder)).code).toBe(0);
  });

  test('help and version are no fault', async () => {
    expect((await run('--help')).code).toBe(0);
    expect(await run('--version')).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });
});

describe('other formats', () => {
  test('text: place, message, the line with its place, the fix; then how many', async () => {
    const folder = folderWith({ 'a.yaml': wrong, 'b.yaml': job('one') });
    const { out } = await run('validate', '--advice', 'off', folder);
    expect(out.split('\n')).toEqual([
      expect.stringMatching(/a\.yaml:6:3: error: .*completions.* \[unknown-field\]$/),
      '  6 |   completiond: 3',
      '    |   ^^^^^^^^^^^',
      '    = fix: Rename to completions',
      '',
      '1 error: 2 Jobs and CronJobs in 2 files.',
      '',
    ]);
  });

  test('text: in a file errors come before warnings and notes', async () => {
    const folder = folderWith({ 'a.yaml': job('one', 'sleep 1', 'parallelism: 3\ncompletions: 2\ntypo: 1') });
    const { out } = await run('validate', folder);
    expect(out.match(/(?<=: )(?:error|warning|note)(?=: )/g)).toEqual(['error', 'note']);
  });

  test('text: no problems', async () => {
    const folder = folderWith({ 'b.yaml': job('one') });
    expect((await run('validate', '--advice', 'off', folder)).out).toBe('No problems: 1 Job or CronJob in 1 file.\n');
  });

  test('github: a workflow command each, with what would end them escaped', async () => {
    const folder = folderWith({ 'a,b.yaml': wrong });
    const { out } = await run('validate', '--advice', 'off', '--format', 'github', folder);
    expect(out).toMatch(/^::error file=.*a%2Cb\.yaml,line=6,endLine=6,col=3,endColumn=14,title=kubejob unknown-field::[^\n]+\n$/);
  });

  test('sarif: rules and results', async () => {
    const folder = folderWith({ 'a b.yaml': wrong });
    const { out } = await run('validate', '--advice', 'off', '--format', 'sarif', folder);
    expect(JSON.parse(out)).toMatchObject({
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'kubejob', rules: [{ id: 'unknown-field' }] } },
          results: [
            {
              level: 'error',
              ruleId: 'unknown-field',
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: expect.stringMatching(/a%20b\.yaml$/) },
                    region: { startLine: 6, startColumn: 3, endLine: 6, endColumn: 14 },
                  },
                },
              ],
            },
          ],
        },
      ],
    });
  });
});

test('judges a range of versions, asked for or by .kubejob.yaml, and says which refuse', async () => {
  const rules = job('hello').replace(
    'command:',
    'restartPolicy: Never\n          restartPolicyRules: [{action: Restart, exitCodes: {operator: In, values: [42]}}]\n          command:',
  );
  const folder = folderWith({ 'job.yaml': rules, '.kubejob.yaml': 'kubernetesVersion: 1.33-1.37\n' });
  const errors = async (...more: readonly string[]) => {
    const { code, out } = await run('validate', '--format', 'json', ...more, join(folder, 'job.yaml'));
    const found: readonly { severity: string; versions?: readonly string[] }[] = JSON.parse(out);
    return { code, versions: found.filter(({ severity }) => severity === 'error').map(({ versions }) => versions) };
  };
  expect(await errors()).toEqual({ code: 1, versions: [['1.33'], ['1.33']] });
  expect(await errors('--kubernetes-version', '1.37')).toEqual({ code: 0, versions: [] });
  expect(await errors('--kubernetes-version', '1.33')).toEqual({ code: 1, versions: [undefined, undefined] });
  expect(await errors('--kubernetes-version', '1.32-1.34')).toEqual({
    code: 1,
    versions: [
      ['1.32', '1.33'],
      ['1.32', '1.33'],
    ],
  });
  expect((await run('validate', '--kubernetes-version', '1.37-1.33', folder)).code).toBe(2);
});
