import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { committedText } from '../../server/files/commits/committed-text.ts';
import { filesAtCommit } from '../../server/files/commits/files-at-commit.ts';
import { type Files, folderWith, writeFiles } from '../folder-with.ts';
import { job, run } from './run.ts';

const before = job('hello');
const after = before.replace('1.36', '1.37');

async function diffed(folder: string, against: string, ...more: readonly string[]) {
  const { code, out, error } = await run('diff', '--against', against, '--format', 'json', join(folder, 'job.yaml'), ...more);
  return { code, error, found: out === '' ? [] : JSON.parse(out) };
}

async function changed(old: string, now: string) {
  const folder = folderWith({ 'old.yaml': old, 'job.yaml': now });
  return diffed(folder, join(folder, 'old.yaml'));
}

test('an image that changed is refused as by the server, at its line, with what kubectl would do', async () => {
  expect(await changed(before, after)).toMatchObject({
    code: 1,
    found: [
      {
        kind: 'Job',
        name: 'hello',
        line: 1 + after.split('\n').findIndex((line) => line.includes('image:')),
        path: 'spec.template',
        severity: 'error',
        reason: 'Invalid',
        code: 'job-template-immutable',
        delivery: { tool: 'kubectl apply', outcome: 'refused' },
      },
    ],
  });
});

test.each([
  ['nothing changed', before, before],
  ['what may change', before, before.replace('spec:', 'spec:\n  parallelism: 2')],
  ['a default written out', before, before.replace('spec:', 'spec:\n  backoffLimit: 6')],
  ['another name', before, after.replaceAll('hello', 'other')],
  ['another namespace', before, after.replace('name: hello', 'name: hello\n  namespace: other')],
  ['a name that is made anew each time', before, after.replace('name: hello', 'generateName: hello-')],
])('%s is no error', async (_what, old, now) => {
  expect(await changed(old, now)).toMatchObject({ code: 0, found: [] });
});

test.each([
  ['.kubejob.yaml', 'namespace: work\n'],
  ['kustomization.yaml', 'namespace: work\nresources: [job.yaml]\n'],
])('a namespace that %s alone gives tells which object is meant', async (name, text) => {
  const old = before.replace('name: hello', 'name: hello\n  namespace: work');
  const folder = folderWith({ 'old/job.yaml': old, 'now/job.yaml': after, [`now/${name}`]: text });
  expect(await diffed(join(folder, 'now'), join(folder, 'old/job.yaml'))).toMatchObject({
    code: 1,
    found: [{ code: 'job-template-immutable' }],
  });
});

test('what the server would refuse of the manifest itself is told as well', async () => {
  expect(await changed(before, before.replace('spec:', 'spec:\n  parallelism: -1'))).toMatchObject({
    code: 1,
    found: [{ path: 'spec.parallelism', reason: 'Invalid' }],
  });
  const misspelt = await changed(before, before.replace('spec:', 'spec:\n  paralelism: 1'));
  expect(misspelt).toMatchObject({ code: 1, found: [{ path: 'spec.paralelism', reason: 'UnknownField' }] });
});

test('of a range of versions what any refuses is told, with those that do', async () => {
  const suspended = (cpu: string) =>
    job('hello')
      .replace('spec:', 'spec:\n  suspend: true')
      .replace(/( *)image: .*/, `$&\n$1resources: {requests: {cpu: ${cpu}}}`);
  const folder = folderWith({ 'old.yaml': suspended('100m'), 'job.yaml': suspended('200m') });
  const by = (range: string) => diffed(folder, join(folder, 'old.yaml'), '--kubernetes-version', range);
  expect(await by('1.37')).toMatchObject({ code: 0, found: [] });
  const { code, error, found } = await by('1.33-1.37');
  expect({ code, error, count: found.length }).toEqual({
    code: 1,
    error: expect.stringContaining('each of Kubernetes 1.33-1.37'),
    count: 1,
  });
  expect(found[0]).toMatchObject({ path: 'spec.template', message: expect.stringContaining('(up to 1.35)') });
});

const git = (folder: string, ...args: readonly string[]) =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.example', ...args], { cwd: folder, stdio: 'pipe' });

describe('the tool at hand', () => {
  const annotated = (text: string, annotations: string) => text.replace('name: hello', `name: hello\n  annotations: {${annotations}}`);

  test.each([
    ['helm.sh/hook: pre-upgrade', 'helm upgrade'],
    ['argocd.argoproj.io/hook: Sync', 'Argo CD'],
    ['argocd.argoproj.io/sync-options: "Force=true,Replace=true"', 'Argo CD'],
    ['argocd.argoproj.io/sync-options: Force=true', 'Argo CD'],
    ['argocd.argoproj.io/sync-options: "Replace=true, Force=true, ServerSideApply=true"', 'Argo CD'],
    ['kustomize.toolkit.fluxcd.io/force: enabled', 'Flux'],
  ])('with %s it makes the Job anew', async (annotations, tool) => {
    expect(await changed(annotated(before, annotations), annotated(after, annotations))).toMatchObject({
      code: 0,
      found: [{ severity: 'info', code: 'change-recreates', message: expect.stringContaining(tool) }],
    });
  });

  test.each([
    ['argocd.argoproj.io/sync-options: Replace=true', 'Argo CD'],
    ['argocd.argoproj.io/sync-options: "Force=true,ServerSideApply=true"', 'Argo CD'],
    ['kustomize.toolkit.fluxcd.io/prune: disabled', 'Flux'],
    ['meta.helm.sh/release-name: web', 'helm upgrade'],
  ])('with %s it is refused', async (annotations, tool) => {
    expect(await changed(annotated(before, annotations), annotated(after, annotations))).toMatchObject({
      code: 1,
      found: [{ severity: 'error', delivery: { tool, outcome: 'refused' } }],
    });
  });

  test('a hook that Helm leaves may stand in the way', async () => {
    const kept = 'helm.sh/hook: pre-upgrade, helm.sh/hook-delete-policy: hook-succeeded';
    expect(await changed(annotated(before, kept), annotated(after, kept))).toMatchObject({
      code: 0,
      found: [{ severity: 'warning', code: 'change-hook-left' }],
    });
  });

  test('a Flux Kustomization among the files says whether it forces', async () => {
    const flux = (force: boolean) =>
      `apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: a}\nspec: {force: ${force}}\n`;
    const folder = folderWith({ 'old.yaml': before, 'job.yaml': after, 'forced.yaml': flux(true), 'plain.yaml': flux(false) });
    const [old, forced, plain] = ['old.yaml', 'forced.yaml', 'plain.yaml'].map((name) => join(folder, name));
    expect(await diffed(folder, old ?? '', forced ?? '')).toMatchObject({ code: 0, found: [{ code: 'change-recreates' }] });
    expect(await diffed(folder, old ?? '', plain ?? '')).toMatchObject({ code: 1, found: [{ delivery: { tool: 'Flux' } }] });
  });
});

describe('against a dump of the cluster', () => {
  const dump = (name: string) => {
    const dumps = JSON.parse(readFileSync(join(import.meta.dirname, '../simulations/node-dumps.json'), 'utf8'));
    return dumps[name].items.find(({ kind }: { kind: string }) => kind === 'Job');
  };
  const live = dump('fixed-count');
  const applied = { apiVersion: 'batch/v1', kind: 'Job', metadata: { name: live.metadata.name }, spec: { ...live.spec } };
  for (const made of ['selector', 'manualSelector']) delete applied.spec[made];
  applied.spec.template = { spec: live.spec.template.spec };

  test('the same manifest changes nothing, whatever the server filled in', async () => {
    expect(await changed(JSON.stringify(live), JSON.stringify(applied))).toMatchObject({ code: 0, found: [] });
  });

  test('a container that others put in stays; another image is refused', async () => {
    const injected = structuredClone(live);
    injected.spec.template.spec.containers.unshift({ name: 'proxy', image: 'proxy:1' });
    expect(await changed(JSON.stringify(injected), JSON.stringify(applied))).toMatchObject({ code: 0, found: [] });
    const other = JSON.stringify(applied).replaceAll(/"image":"[^"]*"/g, '"image":"other:1"');
    expect(await changed(JSON.stringify(injected), other)).toMatchObject({ code: 1, found: [{ path: 'spec.template' }] });
  });
});

describe('against a commit', () => {
  const repository = () => {
    const folder = folderWith({ 'job.yaml': before });
    git(folder, 'init', '-q');
    git(folder, 'add', '.');
    git(folder, 'commit', '-q', '-m', 'one');
    return folder;
  };

  test('what changed since is told, for a file and for a folder, though the Job moved', async () => {
    const folder = repository();
    writeFileSync(join(folder, 'job.yaml'), after);
    expect(await diffed(folder, 'HEAD')).toMatchObject({ code: 1, found: [{ path: 'spec.template' }] });
    mkdirSync(join(folder, 'jobs'));
    writeFileSync(join(folder, 'jobs/moved.yaml'), after);
    writeFileSync(join(folder, 'job.yaml'), '');
    const { code, out } = await run('diff', '--against', 'HEAD', '--format', 'json', folder);
    expect({ code, found: JSON.parse(out) }).toMatchObject({ code: 1, found: [{ file: join(folder, 'jobs/moved.yaml') }] });
  });

  test('files that each have a Job of one name are compared each with itself, and one more with what moved alone', async () => {
    const folder = folderWith({ 'dev/job.yaml': before, 'prod/job.yaml': after });
    git(folder, 'init', '-q');
    git(folder, 'add', '.');
    git(folder, 'commit', '-q', '-m', 'one');
    const found = async (against: string, path: string) => {
      const { out } = await run('diff', '--against', against, '--format', 'json', path);
      return JSON.parse(out).map(({ file }: { file: string }) => relative(path, file));
    };
    const copy = folderWith({ 'dev/job.yaml': before, 'prod/job.yaml': after });
    expect([await found('HEAD', folder), await found(copy, folder)]).toEqual([[], []]);
    writeFiles(folder, { 'stage/job.yaml': after.replace('1.37', '1.38') });
    expect([await found('HEAD', folder), await found(copy, folder)]).toEqual([[], []]);
    writeFiles(folder, { 'prod/job.yaml': before, 'dev/job.yaml': job('other') });
    expect(await found('HEAD', folder)).toEqual([join('prod', 'job.yaml'), join('stage', 'job.yaml')]);
  });

  test.skipIf(process.platform === 'win32')('nothing that the repository names runs, and its index stays as it is', async () => {
    const folder = repository();
    const trap = `#!/bin/sh\ntouch '${join(folder, 'sprung')}'\ncat\n`;
    const hooks = ['post-checkout', 'post-index-change', 'reference-transaction', 'fsmonitor-watchman'];
    writeFiles(folder, {
      '.git/trap': trap,
      ...Object.fromEntries(hooks.map((hook) => [`.git/hooks/${hook}`, trap])),
      '.gitattributes': '*.yaml diff=trap filter=trap\n',
      'job.yaml': after,
    });
    const ways = ['clean', 'smudge', 'process'].map((way) => `filter.trap.${way}`);
    for (const name of ['core.fsmonitor', 'core.pager', 'diff.external', 'diff.trap.command', 'diff.trap.textconv', ...ways])
      git(folder, 'config', name, join(folder, '.git/trap'));
    const index = readFileSync(join(folder, '.git/index'));
    expect(await diffed(folder, 'HEAD')).toMatchObject({ code: 1, found: [{ path: 'spec.template' }] });
    expect(await committedText(pathToFileURL(join(folder, 'job.yaml')).href)).toBe(before);
    expect([existsSync(join(folder, 'sprung')), readFileSync(join(folder, '.git/index')).equals(index)]).toEqual([false, true]);
  });

  test('one that is not known, an option in its place, and no repository end it with 2', async () => {
    const folder = repository();
    expect(await diffed(folder, 'nowhere')).toMatchObject({
      code: 2,
      error: expect.stringContaining('no such file, folder or commit: nowhere'),
    });
    expect((await run('diff', '--against=--output=x', join(folder, 'job.yaml'))).code).toBe(2);
    const loose = folderWith({ 'job.yaml': after });
    expect(await diffed(loose, 'HEAD')).toMatchObject({ code: 2, error: expect.stringContaining('not a git repository') });
  });
});

test('a chart is rendered as it was committed and as it is, and told at its template', async () => {
  const folder = folderWith({});
  const helm = `#!${process.execPath}
const fs = require('fs'), path = require('path');
const chart = process.argv[3];
for (const file of fs.readdirSync(path.join(chart, 'templates')))
  console.log('---\\n# Source: web/templates/' + file + '\\n' + fs.readFileSync(path.join(chart, 'templates', file), 'utf8'));
`;
  const write = (files: Files) => writeFiles(folder, files);
  write({ 'bin/helm': helm, 'web/Chart.yaml': 'name: web\nversion: 1.0.0\n', 'web/values.yaml': '', 'web/templates/job.yaml': before });
  git(folder, 'init', '-q');
  git(folder, 'add', '.');
  git(folder, 'commit', '-q', '-m', 'one');
  write({ 'web/templates/job.yaml': after });
  const path = process.env['PATH'];
  process.env['PATH'] = `${join(folder, 'bin')}${delimiter}${path}`;
  try {
    const { code, out } = await run('diff', '--against', 'HEAD', '--format', 'json', join(folder, 'web'));
    expect({ code, found: JSON.parse(out) }).toMatchObject({
      code: 1,
      found: [{ file: join(folder, 'web/templates/job.yaml'), path: 'spec.template', delivery: { tool: 'helm upgrade' } }],
    });
  } finally {
    process.env['PATH'] = path;
  }
});

test('what a link of a chart leads to is what was committed there', async () => {
  const folder = folderWith({});
  for (const name of ['common/more', 'web/templates']) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, 'common/helpers.tpl'), 'a');
  writeFileSync(join(folder, 'common/more/_b.tpl'), 'b');
  writeFileSync(join(folder, 'web/Chart.yaml'), 'name: web\n');
  const links = {
    'helpers.tpl': '../../common/helpers.tpl',
    more: '../../common/more',
    away: '../../../..',
    gone: 'nothing',
    own: '/etc/passwd',
  };
  for (const [name, target] of Object.entries(links)) symlinkSync(target, join(folder, 'web/templates', name));
  git(folder, 'init', '-q');
  git(folder, 'add', '.');
  git(folder, 'commit', '-q', '-m', 'one');
  const files = await filesAtCommit('HEAD', join(folder, 'web'));
  const texts = 'unread' in files ? [] : files.map(({ file, text }) => [relative(join(folder, 'web'), file), text]);
  expect(Object.fromEntries(texts)).toEqual({
    'Chart.yaml': 'name: web\n',
    'templates/helpers.tpl': 'a',
    'templates/more/_b.tpl': 'b',
  });
});

test('in words', async () => {
  const folder = folderWith({ 'old.yaml': before, 'job.yaml': after });
  const { out } = await run('diff', '--against', join(folder, 'old.yaml'), join(folder, 'job.yaml'));
  expect(out).toContain('kubectl apply prints: The Job "hello" is invalid: spec.template: field is immutable.');
  expect(out).toContain('kubectl delete job hello');
  expect(out).not.toContain('fix:');
});
