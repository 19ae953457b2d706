import { describe, expect, test } from 'vitest';
import { folderWith, writeFiles } from '../folder-with.ts';
import { found, kubejob, printed } from './kubejob.ts';

const job = `apiVersion: batch/v1
kind: Job
metadata:
  name: load
spec:
  completions: 2
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: main
          image: busybox:1.36
          command: [sleep, "5"]
          resources: {requests: {cpu: 100m, memory: 64Mi}}
`;
const files = {
  'base/kustomization.yaml': 'resources: [job.yaml]\n',
  'base/job.yaml': job,
  'live/kustomization.yaml':
    'resources: [../base]\nnameSuffix: -live\npatches:\n  - path: patch.yaml\nimages:\n  - name: busybox\n    newTag: "1.36"\n',
  'live/patch.yaml': 'apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: load\nspec:\n  parallelism: 2\n',
};

describe('an overlay that the real kubectl builds', () => {
  test('is good as it is', async () => {
    expect(await found(folderWith(files), '--kustomize', '.')).toEqual([]);
  });

  test('what is wrong stands in the base, the patch or the kustomization that wrote it', async () => {
    const folder = folderWith({
      ...files,
      'base/job.yaml': job.replace('completions: 2', 'completions: -2'),
      'live/patch.yaml': files['live/patch.yaml'].replace('2', '-2'),
      'live/kustomization.yaml': files['live/kustomization.yaml'].replace('-live', `-${'x'.repeat(70)}`),
    });
    expect((await found(folder, '--kustomize', '.')).map((one) => one.replace(/ .*/, ''))).toEqual([
      'base/job.yaml:6',
      'live/kustomization.yaml:2',
      'live/patch.yaml:6',
    ]);
  });
});

test('an overlay is judged with what Flux fills in, and tells what Flux takes from a script, on the words of the base', async () => {
  const script = `["sh", "-c", "for day in mon tue; do echo $${'{day}'}; done"]`;
  const folder = folderWith({
    ...files,
    'base/job.yaml': job.replace('[sleep, "5"]', script).replace('completions: 2', `completions: $${'{COUNT}'}`),
    'flux.yaml':
      'apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nspec:\n  path: ./live\n  postBuild:\n    substitute: {COUNT: "-1"}\n',
  });
  expect(await found(folder, '--kustomize', 'live')).toEqual([
    'base/job.yaml:6 number-negative',
    'base/job.yaml:13 shell-variable-under-flux',
  ]);
});

describe('kubejob diff of an overlay', () => {
  const committed = async () => {
    const folder = folderWith(files);
    for (const args of [
      ['init', '-q'],
      ['add', '.'],
      ['-c', 'user.name=a', '-c', 'user.email=a@b.example', 'commit', '-q', '-m', 'one'],
    ])
      await printed('git', folder, ...args);
    return folder;
  };
  const diff = async (folder: string, against: string) => {
    const { code, out, error } = await kubejob(folder, ['diff', '--against', against, '--format', 'json', 'live']);
    return { code, error, found: out === '' ? [] : JSON.parse(out) };
  };

  test('nothing changed, and what may change, is no error', async () => {
    const folder = await committed();
    expect(await diff(folder, 'HEAD')).toEqual({ code: 0, error: '', found: [] });
    writeFiles(folder, { 'live/patch.yaml': files['live/patch.yaml'].replace('2', '1') });
    expect(await diff(folder, 'HEAD')).toEqual({ code: 0, error: '', found: [] });
  });

  test('an image that the kustomization changes is refused, and a command that the base changes', async () => {
    const folder = await committed();
    writeFiles(folder, { 'live/kustomization.yaml': files['live/kustomization.yaml'].replace('1.36', '1.37') });
    expect(await diff(folder, 'HEAD')).toMatchObject({
      code: 1,
      found: [{ file: 'live/kustomization.yaml', path: 'spec.template', name: 'load-live', delivery: { tool: 'kubectl apply' } }],
    });
    writeFiles(folder, { ...files, 'base/job.yaml': job.replace('"5"', '"6"') });
    expect(await diff(folder, 'HEAD')).toMatchObject({ code: 1, found: [{ file: 'base/job.yaml', line: 13, path: 'spec.template' }] });
  });

  test('against what kubectl printed of it', async () => {
    const folder = await committed();
    writeFiles(folder, { 'old.yaml': await printed('kubectl', folder, 'kustomize', 'live') });
    expect(await diff(folder, 'old.yaml')).toMatchObject({ code: 0, found: [] });
    writeFiles(folder, { 'base/job.yaml': job.replace('"5"', '"6"') });
    expect(await diff(folder, 'old.yaml')).toMatchObject({ code: 1, found: [{ file: 'base/job.yaml' }] });
  });

  test('overlays of one base are compared each with itself, and a new one with none', async () => {
    const folder = await committed();
    const write = (name: string, tag: string) =>
      writeFiles(folder, { [`${name}/kustomization.yaml`]: `resources: [../base]\nimages: [{name: busybox, newTag: "${tag}"}]\n` });
    write('dev', '1.36');
    write('prod', '1.35');
    await printed('git', folder, 'add', '.');
    await printed('git', folder, '-c', 'user.name=a', '-c', 'user.email=a@b.example', 'commit', '-q', '-m', 'two');
    write('stage', '1.37');
    const compared = () => kubejob(folder, ['diff', '--against', 'HEAD', '--format', 'json', 'dev', 'prod', 'stage']);
    expect(await compared()).toMatchObject({ code: 0, out: '[]\n' });
    write('dev', '1.34');
    const { code, out } = await compared();
    expect([code, JSON.parse(out).map(({ file }: { file: string }) => file)]).toEqual([1, ['dev/kustomization.yaml']]);
  });
});
