import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../folder-with.ts';
import { job, run } from './run.ts';

const noisy = job('three', 'sleep 1', 'parallelism: 3\ncompletions: 2');
const codes = (out: string) => JSON.parse(out).map(({ code, severity }: { code: string; severity: string }) => `${code} ${severity}`);
const told = async (folder: string, ...options: readonly string[]) => {
  const { code, out } = await run('validate', '--format', 'json', ...options, folder);
  return [code, codes(out)];
};

test('levels of rules, what a run fails on and how much is said follow the configuration; the call has the last word', async () => {
  const folder = folderWith({
    '.kubejob.yaml':
      'advice: all\nfailOn: info\nrules: {parallelism-above-completions: error, unremoved-job: off, no-memory-request: off}\n',
    'a.yaml': noisy,
  });
  expect(await told(folder)).toEqual([1, ['parallelism-above-completions error']]);
  expect((await run('validate', folder)).out).toContain('parallelism-above-completions');
  expect(await told(folder, '--advice', 'off')).toEqual([0, []]);
  const quiet = folderWith({ '.kubejob.yaml': 'failOn: info\nrules: {parallelism-above-completions: info}\n', 'a.yaml': noisy });
  expect((await run('validate', quiet)).code).toBe(1);
  expect((await run('validate', '--fail-on', 'error', quiet)).code).toBe(0);
});

test('advice that counts as an error hinders no simulation', async () => {
  const folder = folderWith({ '.kubejob.yaml': 'rules: {parallelism-above-completions: error}\n', 'a.yaml': noisy });
  expect((await run('simulate', '--output', 'summary', join(folder, 'a.yaml'))).code).toBe(0);
});

test('what is excluded is not judged, but where it is named', async () => {
  const folder = folderWith({ '.kubejob.yaml': 'exclude: [a.yaml]\n', 'a.yaml': job('one', 'x', 'completiond: 1'), 'b.yaml': job('two') });
  expect((await run('validate', folder)).code).toBe(0);
  expect((await run('validate', join(folder, 'a.yaml'))).code).toBe(1);
});

test('a broken configuration is told with its line and is exit 2; the files are judged all the same', async () => {
  const folder = folderWith({ '.kubejob.yaml': '# ours\nfailon: info\n', 'a.yaml': job('one', 'x', 'completiond: 1') });
  const { code, out, error } = await run('validate', folder);
  expect(code).toBe(2);
  expect(error).toContain(".kubejob.yaml:2:1: A configuration has no 'failon': write 'failOn'.");
  expect(out).toContain('completiond');
  const here = process.cwd();
  process.chdir(folder);
  try {
    expect((await run('validate', 'a.yaml')).error).toMatch(/^kubejob: \.kubejob\.yaml:2:1: /);
  } finally {
    process.chdir(here);
  }
  for (const command of ['simulate', 'test']) expect((await run(command, join(folder, 'a.yaml'))).code).toBe(2);
});

test('versions, and what scenarios assume, are those of the configuration, field by field', async () => {
  const folder = folderWith({
    '.kubejob.yaml': 'kubernetesVersion: 1.29-1.30\nscenario: {run: {for: 2m}, start: 0}\n',
    'a.yaml': job('one', 'true'),
    'b.yaml': job('two', 'true'),
    'b.scenario.yaml': 'run: {for: 5}\n',
  });
  const summary = async (name: string) => (await run('simulate', '--output', 'summary', join(folder, name))).out;
  expect(await summary('a.yaml')).toContain('2 min');
  expect(await summary('b.yaml')).toMatch(/Complete after [5-8] s/);
});

test('what stands in a chart is judged by the versions that its kubeVersion allows, unless others are asked for', async () => {
  const policy = 'completionMode: Indexed\ncompletions: 2\nsuccessPolicy: {rules: [{succeededCount: 1}]}';
  const folder = folderWith({ 'Chart.yaml': 'name: a\nkubeVersion: ">=1.29.0-0 <1.37"\n', 'a.yaml': job('one', 'sleep 1', policy) });
  const errors = async (...options: readonly string[]) =>
    JSON.parse((await run('validate', '--format', 'json', ...options, join(folder, 'a.yaml'))).out)
      .filter(({ severity }: { severity: string }) => severity === 'error')
      .map(({ code, versions }: { code: string; versions?: readonly string[] }) => [code, versions]);
  expect(await errors()).toEqual([['field-too-new', ['1.29']]]);
  expect(await errors('--kubernetes-version', '1.37')).toEqual([]);
});
