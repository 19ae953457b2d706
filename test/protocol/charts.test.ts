import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { DidSaveTextDocumentNotification, type PublishDiagnosticsParams } from 'vscode-languageserver/node';
import { type RenderedResult, renderedRequest, trustNotification } from '../../server/protocol/builds/build-requests.ts';
import { type ChartResult, chartRenderedNotification, chartRequest } from '../../server/protocol/charts/chart-requests.ts';
import { type ScenarioTextResult, type SimulateAnswer, scenarioTextRequest, simulateRequest } from '../../server/protocol/requests.ts';
import type { Session } from './session.ts';
import { workspaceForEach } from './workspace.ts';

const { path, address, write, begin } = workspaceForEach();

afterEach(() => {
  vi.unstubAllEnvs();
});

const template = `apiVersion: batch/v1
kind: Job
metadata:
  name: {{ .name }}
spec:
  backoffLimit: {{ .limit }}
  paralelism: 2
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: main
          image: busybox:1.36
`;

/** A stand-in for helm that fills in `.name` and `.limit` from the last file of values. */
const helm = `#!${process.execPath}
const fs = require('fs'), path = require('path');
const chart = process.argv[3];
fs.appendFileSync(${JSON.stringify('RUNS')}, 'run\\n');
const files = [path.join(chart, 'values.yaml'), ...process.argv.slice(4).filter((one) => one.endsWith('.yaml'))];
const values = Object.assign({}, ...files.map((file) => Object.fromEntries([...fs.readFileSync(file, 'utf8').matchAll(/^(\\w+): (.*)$/gm)].map(([, key, value]) => [key, value]))));
if (values.fail) { process.stderr.write('Error: execution error at (tool/templates/job.yaml:4:10): ' + values.fail + '\\n'); process.exit(1); }
const text = fs.readFileSync(path.join(chart, 'templates/job.yaml'), 'utf8').replace(/{{ \\.(\\w+) }}/g, (_, key) => values[key]);
process.stdout.write('---\\n# Source: tool/templates/job.yaml\\n' + text);
`;

const runs = () => (existsSync(path('runs')) ? readFileSync(path('runs'), 'utf8').split('\n').length - 1 : 0);

async function start(trusted: boolean, settings: object = {}): Promise<Session> {
  write({
    'tool/Chart.yaml': 'apiVersion: v2\nname: tool\nversion: 0.1.0\n',
    'tool/values.yaml': 'name: tool\nlimit: -1\n',
    'tool/ci/good-values.yaml': 'limit: 3\n',
    'tool/templates/job.yaml': template,
    helm: helm.replace('"RUNS"', JSON.stringify(path('runs'))),
    'scratch/.keep': '',
  });
  vi.stubEnv('TMPDIR', path('scratch'));
  return begin(undefined, {
    rootUri: address(),
    initializationOptions: { trusted, settings: { helm: { path: path('helm') }, advice: 'pitfalls', ...settings } },
  });
}

/** What is shown of the template once the chart was rendered, by line and code. */
async function afterRendering(of: Session, act: () => unknown): Promise<readonly string[]> {
  const uri = address('tool/templates/job.yaml');
  const rendered = new Promise<void>((resolve) => of.connection.onNotification(chartRenderedNotification, () => resolve()));
  await act();
  await rendered;
  // The notification comes behind what is published at once; the answer to a request behind all.
  await of.connection.sendRequest(chartRequest, { uri });
  // What came of another rendering that was under way may be published a moment later.
  await new Promise((resolve) => setTimeout(resolve, 250));
  return shown(of.published(uri, 1));
}

function shown(pushed: PublishDiagnosticsParams | undefined): readonly string[] {
  return (pushed?.diagnostics ?? []).map(({ range, code }) => `${range.start.line + 1} ${code}`).sort();
}

test('a chart is rendered when a file of it is opened and saved; what is found stands on the lines of the template', async () => {
  const of = await start(true);
  const uri = address('tool/templates/job.yaml');
  expect(await afterRendering(of, () => of.open(uri, template))).toEqual(['6 number-negative', '7 unknown-field']);
  write({ 'tool/values.yaml': 'name: Tool\nlimit: 3\n' });
  const save = () => of.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri } });
  expect(await afterRendering(of, save)).toEqual(['4 name-dns-subdomain', '7 unknown-field']);
  expect(readdirSync(path('scratch')).filter((name) => name.startsWith('kubejob-chart-'))).toEqual([]);
  await of.change(uri, 2, [{ text: `${template}# typed\n` }]);
  await of.connection.sendRequest(renderedRequest, { uri, line: 5 });
  // Twice each time, and not while somebody types.
  expect(runs()).toBe(4);
});

test('what was rendered, its line for a line of the template, and the files of values that may be chosen', async () => {
  const of = await start(true, { helm: { path: path('helm'), valuesFiles: ['ci/good-values.yaml'] } });
  const uri = address('tool/templates/job.yaml');
  expect(await afterRendering(of, () => of.open(uri, template))).toEqual(['7 unknown-field']);
  const { rendered }: RenderedResult = await of.connection.sendRequest(renderedRequest, { uri, line: 5 });
  expect(rendered?.text.split('\n')[rendered.line]).toBe('  backoffLimit: 3');
  const { chart }: ChartResult = await of.connection.sendRequest(chartRequest, { uri });
  expect(chart).toEqual({
    uri: address('tool'),
    status: 'rendered',
    message: null,
    values: ['ci/good-values.yaml'],
    offered: ['ci/good-values.yaml'],
    kubernetes: null,
  });
});

test('a chart is judged by the versions that it allows, and by others once it allows others', async () => {
  const of = await start(true);
  const limited = template.replace('paralelism: 2', 'successPolicy: {rules: [{succeededCount: 1}]}');
  const kubeVersion = (text: string) =>
    write({
      'tool/Chart.yaml': `apiVersion: v2\nname: tool\nversion: 0.1.0\nkubeVersion: "${text}"\n`,
      'tool/templates/job.yaml': limited,
    });
  kubeVersion('>=1.29.0-0 <1.31');
  const uri = address('tool/templates/job.yaml');
  expect(await afterRendering(of, () => of.open(uri, limited))).toContain('7 field-too-new');
  const { chart }: ChartResult = await of.connection.sendRequest(chartRequest, { uri });
  expect(chart?.kubernetes).toEqual({ versions: '1.29-1.30', kubeVersion: '>=1.29.0-0 <1.31' });
  await of.open(address('tool/Chart.yaml'), '');
  kubeVersion('^1.36');
  const save = () =>
    of.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri: address('tool/Chart.yaml') } });
  expect(await afterRendering(of, save)).not.toContain('7 field-too-new');
});

test("why a chart cannot be rendered is told in helm's words, where it says", async () => {
  const of = await start(true);
  write({ 'tool/values.yaml': 'fail: set .Values.name\n' });
  const uri = address('tool/templates/job.yaml');
  expect(await afterRendering(of, () => of.open(uri, template))).toEqual(['1 template', '4 chart-refused', '7 unknown-field']);
});

describe('what Kubernetes would refuse of a change to a committed chart', () => {
  const right = template.replace('  paralelism: 2\n', '').replace('busybox:1.36', '{{ .image }}');
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.example', ...args], { cwd: path(), stdio: 'pipe' });
  const committed = async (values: string, settings: object = {}) => {
    const of = await start(true, settings);
    write({ 'tool/values.yaml': 'name: tool\nlimit: 3\nimage: a:1\n', 'tool/templates/job.yaml': right });
    git('init', '-q');
    git('add', 'tool');
    git('commit', '-q', '-m', 'a');
    write({ 'tool/values.yaml': values });
    return of;
  };
  const uri = () => address('tool/templates/job.yaml');
  const save = (of: Session) => of.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri: uri() } });

  test('stands on the line of the template until it is committed; what was committed is rendered once', async () => {
    const of = await committed('name: tool\nlimit: 4\nimage: a:2\n');
    expect(await afterRendering(of, () => of.open(uri(), right))).toEqual(['12 immutable-change']);
    // As it is with and without marks, and as it was.
    expect(runs()).toBe(3);
    expect(await afterRendering(of, () => save(of))).toEqual(['12 immutable-change']);
    expect(runs()).toBe(5);
    git('commit', '-q', '-a', '-m', 'b');
    expect(await afterRendering(of, () => save(of))).toEqual([]);
    expect(readdirSync(path('scratch')).filter((name) => name.startsWith('kubejob-diff-'))).toEqual([]);
  });

  test('is not told of a hook, which helm makes anew, nor where what was committed cannot be rendered', async () => {
    const of = await committed('name: tool\nlimit: 3\nimage: a:2\n');
    const hook = right.replace('  name: {{ .name }}', '  name: {{ .name }}\n  annotations: {"helm.sh/hook": pre-upgrade}');
    write({ 'tool/templates/job.yaml': hook });
    expect(await afterRendering(of, () => of.open(uri(), hook))).toEqual([]);
    write({ 'tool/values.yaml': 'fail: no\n', 'tool/templates/job.yaml': right });
    git('commit', '-q', '-a', '-m', 'b');
    write({ 'tool/values.yaml': 'name: tool\nlimit: 3\nimage: a:3\n' });
    expect(await afterRendering(of, () => save(of))).toEqual([]);
  });

  test('is not looked for where nobody wants the marks', async () => {
    const of = await committed('name: tool\nlimit: 4\nimage: a:2\n', { immutableFields: { enabled: false } });
    expect(await afterRendering(of, () => of.open(uri(), right))).toEqual([]);
    expect(runs()).toBe(2);
  });
});

test('nothing runs in a workspace that is not trusted, until it is', async () => {
  const of = await start(false);
  const uri = address('tool/templates/job.yaml');
  expect(shown(await of.open(uri, template))).toEqual(['1 template', '7 unknown-field']);
  await of.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri } });
  const { rendered }: RenderedResult = await of.connection.sendRequest(renderedRequest, { uri, line: 5 });
  expect([rendered, runs()]).toEqual([null, 0]);
  expect(await afterRendering(of, () => of.connection.sendNotification(trustNotification))).toEqual([
    '6 number-negative',
    '7 unknown-field',
  ]);
});

describe('the simulation of a template', () => {
  const simulate = async (of: Session): Promise<SimulateAnswer> =>
    of.connection.sendRequest(simulateRequest, { uri: address('tool/templates/job.yaml'), document: 0 });
  const good = template.replace('  paralelism: 2\n', '');

  test('is that of what helm rendered, and follows what is saved', async () => {
    const of = await start(true);
    write({ 'tool/values.yaml': 'name: tool\nlimit: 3\n', 'tool/templates/job.yaml': good });
    const uri = address('tool/templates/job.yaml');
    await of.open(uri, good);
    expect(await simulate(of)).toMatchObject({ status: 'simulated', name: 'tool' });
    write({ 'tool/values.yaml': 'name: tool\nlimit: -1\n' });
    await of.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri } });
    expect(await simulate(of)).toMatchObject({ status: 'refused', problems: [{ uri, line: 5 }] });
  });

  test("where nothing could be rendered the answer says why, in helm's words", async () => {
    const of = await start(true);
    write({ 'tool/values.yaml': 'fail: set .Values.name\n' });
    await of.open(address('tool/templates/job.yaml'), template);
    expect(await simulate(of)).toMatchObject({ status: 'unfinished', message: expect.stringContaining('set .Values.name') });
  });

  test('where nothing may run it is a template', async () => {
    const of = await start(false);
    await of.open(address('tool/templates/job.yaml'), good);
    expect(await simulate(of)).toMatchObject({ status: 'unfinished', message: expect.stringContaining('helm template') });
    expect(runs()).toBe(0);
  });

  test('what is assumed is saved beside the folder of templates, where helm takes it for none', async () => {
    const of = await start(true);
    write({ 'tool/values.yaml': 'name: tool\nlimit: 3\n', 'tool/templates/job.yaml': good });
    const uri = address('tool/templates/job.yaml');
    await of.open(uri, good);
    const saved: ScenarioTextResult = await of.connection.sendRequest(scenarioTextRequest, {
      uri,
      document: 0,
      whatIf: { edits: [{ kind: 'run-time', seconds: 5 }] },
    });
    expect(saved).toMatchObject({ uri: address('tool/job.scenario.yaml'), text: expect.any(String) });
  });
});
