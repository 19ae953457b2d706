import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { afterEach, expect, test, vi } from 'vitest';
import { DidSaveTextDocumentNotification, type PublishDiagnosticsParams } from 'vscode-languageserver/node';
import {
  mayBeRenderedRequest,
  type RenderedResult,
  renderedRequest,
  trustNotification,
} from '../../server/protocol/builds/build-requests.ts';
import { overlayBuiltNotification } from '../../server/protocol/overlays/overlay-requests.ts';
import type { Session } from './session.ts';
import { workspaceForEach } from './workspace.ts';

const { path, address, write, begin } = workspaceForEach();

afterEach(() => {
  vi.unstubAllEnvs();
});

const job = `apiVersion: batch/v1
kind: Job
metadata:
  name: load
spec:
  completionMode: Indexed
  completions: 3
  parallelism: 1
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: main
          image: busybox:1.36
`;

/** A stand-in for kubectl that merges `parallelism: N`, and `image: NAME` where there is none, of the overlay's patch into the Job of its base. */
const kubectl = (runs: string) => `#!${process.execPath}
const fs = require('fs'), path = require('path');
fs.appendFileSync(${JSON.stringify(runs)}, process.argv.slice(2, -1).join(' ') + '\\n');
const scratch = process.argv.at(-1);
const overlay = path.join(scratch, JSON.parse(fs.readFileSync(path.join(scratch, 'kustomization.yaml'), 'utf8')).resources[0]);
if (!fs.existsSync(path.join(overlay, 'patch.yaml'))) { process.stderr.write("error: open 'patch.yaml': no such file\\n"); process.exit(1); }
const base = path.join(overlay, '../base/job.yaml');
const parallelism = /parallelism: (.*)/.exec(fs.readFileSync(path.join(overlay, 'patch.yaml'), 'utf8'))[1];
const [, image] = /image: (.*)/.exec(fs.readFileSync(path.join(overlay, 'patch.yaml'), 'utf8')) ?? [];
const origin = '  annotations:\\n    config.kubernetes.io/origin: |\\n      path: ' + path.relative(scratch, base) + '\\n';
const withImage = (text) => (image && !text.includes('image:') ? text.replace('name: main\\n', 'name: main\\n          image: ' + image + '\\n') : text);
process.stdout.write(withImage(fs.readFileSync(base, 'utf8')).replace(/parallelism: .*/, 'parallelism: ' + parallelism).replace('metadata:\\n', 'metadata:\\n' + origin));
`;

const runs = () => (existsSync(path('runs')) ? readFileSync(path('runs'), 'utf8') : '');
/** Of a Job without completionMode it is right. */
const patch = (parallelism: number) => `apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: load\nspec:\n  parallelism: ${parallelism}\n`;

async function start(trusted: boolean, resources = '[../base]', advice = 'warnings'): Promise<Session> {
  write({
    'base/kustomization.yaml': 'resources: [job.yaml]\n',
    'base/job.yaml': job,
    'overlay/kustomization.yaml': `resources: ${resources}\npatches: [{path: patch.yaml}]\n`,
    'overlay/patch.yaml': patch(200_000),
    'alone/job.yaml': job,
    kubectl: kubectl(path('runs')),
    'scratch/.keep': '',
    '.git/HEAD': '',
  });
  vi.stubEnv('TMPDIR', path('scratch'));
  return begin(undefined, {
    rootUri: address(),
    initializationOptions: { trusted, settings: { kubectl: { path: path('kubectl') }, advice } },
  });
}

/** What is shown of a file once the overlay was built, by line and code. */
async function afterBuilding(of: Session, file: string, act: () => unknown): Promise<readonly string[]> {
  const built = new Promise<void>((resolve) => of.connection.onNotification(overlayBuiltNotification, () => resolve()));
  await act();
  await built;
  // The answer to a request comes behind what is published at once.
  await of.connection.sendRequest(renderedRequest, { uri: address(file), line: 0 });
  return shown(of.published(address(file), 1));
}

function shown(pushed: PublishDiagnosticsParams | undefined): readonly string[] {
  return (pushed?.diagnostics ?? []).map(({ range, code }) => `${range.start.line + 1} ${code}`).sort();
}

const save = (of: Session, file: string) =>
  of.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri: address(file) } });

test('an overlay is built when its patch is opened and saved; what is found stands where it was written', async () => {
  const of = await start(true);
  write({ 'overlay/patch.yaml': patch(1), 'base/job.yaml': job.replace('Never', 'Always') });
  expect(await afterBuilding(of, 'overlay/patch.yaml', () => of.open(address('overlay/patch.yaml'), patch(1)))).toEqual([]);
  expect(shown(await of.open(address('base/job.yaml'), job.replace('Never', 'Always')))).toEqual(['11 job-restart-policy']);
  write({ 'overlay/patch.yaml': patch(200_000) });
  expect(await afterBuilding(of, 'overlay/patch.yaml', () => save(of, 'overlay/patch.yaml'))).toEqual(['6 job-indexed-limit']);
  expect(runs()).toBe('kustomize\nkustomize\n');
  expect(readdirSync(path('scratch')).filter((name) => name.startsWith('kubejob-kustomize-'))).toEqual([]);
});

test('opening a base builds the overlays upon it, and what they make of it is shown', async () => {
  const of = await start(true);
  await afterBuilding(of, 'base/job.yaml', () => of.open(address('base/job.yaml'), job));
  const { rendered }: RenderedResult = await of.connection.sendRequest(renderedRequest, { uri: address('base/job.yaml'), line: 3 });
  expect(rendered).toEqual({ text: job.replace('parallelism: 1', 'parallelism: 200000'), line: 0 });
});

test('what a base leaves out is told where its overlay leaves it out, too', async () => {
  const of = await start(true);
  const base = job.replace('          image: busybox:1.36\n', '');
  const completed = `${patch(1)}  template: {spec: {containers: [{name: main,\n    image: busybox:1.36\n    }]}}\n`;
  write({ 'base/job.yaml': base, 'overlay/patch.yaml': completed });
  expect(await afterBuilding(of, 'base/job.yaml', () => of.open(address('base/job.yaml'), base))).toEqual([]);
  write({ 'overlay/patch.yaml': patch(1) });
  expect(await afterBuilding(of, 'base/job.yaml', () => save(of, 'base/job.yaml'))).toEqual(['13 field-required']);
  rmSync(path('overlay/patch.yaml'));
  expect(await afterBuilding(of, 'base/job.yaml', () => save(of, 'base/job.yaml'))).toEqual(['13 field-required']);
});

test('why an overlay cannot be built is told where the kustomization names it', async () => {
  const of = await start(true);
  rmSync(path('overlay/patch.yaml'));
  const file = 'overlay/kustomization.yaml';
  const text = readFileSync(path(file), 'utf8');
  expect(await afterBuilding(of, file, () => of.open(address(file), text))).toEqual(['2 kustomize-refused']);
});

test('a file that no kustomization speaks of has nothing run, nor has one whose overlay fetches from the network', async () => {
  const of = await start(true, '[../base, github.com/someone/else//deploy?ref=v1]');
  await of.open(address('alone/job.yaml'), job);
  await of.open(address('overlay/patch.yaml'), patch(200_000));
  const { message }: RenderedResult = await of.connection.sendRequest(renderedRequest, { uri: address('overlay/patch.yaml'), line: 0 });
  expect(message).toContain('github.com/someone/else//deploy?ref=v1');
  expect(runs()).toBe('');
});

test('a file may be rendered where it belongs to a chart or an overlay, once the workspace is trusted', async () => {
  const of = await start(false);
  write({ 'chart/Chart.yaml': 'apiVersion: v2\nname: tool\nversion: 0.1.0\n', 'chart/templates/job.yaml': job });
  const files = ['base/job.yaml', 'overlay/patch.yaml', 'chart/templates/job.yaml', 'alone/job.yaml'];
  const asked = async () => {
    const answers = files.map((file) => of.connection.sendRequest(mayBeRenderedRequest, { uri: address(file) }));
    return (await Promise.all(answers)).map((answer, at) => [files[at], answer]);
  };
  const expected = (may: readonly string[]) => files.map((file) => [file, { mayBeRendered: may.includes(file) }]);
  expect(await asked()).toEqual(expected([]));
  await of.connection.sendNotification(trustNotification);
  expect(await asked()).toEqual(expected(['base/job.yaml', 'overlay/patch.yaml', 'chart/templates/job.yaml']));
  expect(runs()).toBe('');
});

test('nothing runs in a workspace that is not trusted, until it is', async () => {
  const of = await start(false);
  const file = 'overlay/patch.yaml';
  await of.open(address(file), patch(200_000));
  await save(of, file);
  expect(await of.connection.sendRequest(renderedRequest, { uri: address(file), line: 0 })).toEqual({ rendered: null, message: null });
  expect(runs()).toBe('');
  expect(await afterBuilding(of, file, () => of.connection.sendNotification(trustNotification))).toEqual(['6 job-indexed-limit']);
});

test('what Kubernetes would refuse of a change to a committed overlay stands in the file that wrote it', async () => {
  const of = await start(true, '[../base]', 'pitfalls');
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.example', ...args], { cwd: path(), stdio: 'pipe' });
  rmSync(path('.git'), { recursive: true });
  write({ 'overlay/patch.yaml': patch(1) });
  git('init', '-q');
  git('add', 'base', 'overlay');
  git('commit', '-q', '-m', 'a');
  const changed = job.replace('busybox:1.36', 'busybox:1.37');
  write({ 'base/job.yaml': changed });
  expect(await afterBuilding(of, 'base/job.yaml', () => of.open(address('base/job.yaml'), changed))).toContain('14 immutable-change');
  expect(runs().split('\n')).toHaveLength(3);
  expect(readdirSync(path('scratch')).filter((name) => name.startsWith('kubejob-diff-'))).toEqual([]);
});
