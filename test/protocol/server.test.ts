import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CodeAction, CodeLens, CompletionItem, Diagnostic, Hover } from 'vscode-languageserver-types';
import type { CheckResult, NestResult, SimulateAnswer } from '../../server/protocol/requests.ts';
import { getText } from '../../server/simulator/kubectl/get.ts';
import { at } from '../../server/simulator/run/at.ts';
import { readWrittenRun } from '../../server/simulator/run/written/written-run.ts';
import { example } from '../examples.ts';
import { type Session, startSession } from './session.ts';

/** Without advice, which is not what these tests are about. */
function errors({ diagnostics }: { readonly diagnostics: readonly Diagnostic[] }): Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity === 1);
}

describe('a server over standard input and output', () => {
  let session: Session;
  beforeAll(async () => {
    session = await startSession();
  });
  afterAll(() => session.end());

  test('pushes diagnostics with the version of the text, even when nothing changed', async () => {
    const uri = 'file:///a.yaml';
    const opened = await session.open(uri, example('faulty/restart-always.yaml'));
    expect(errors(opened)).toMatchObject([
      {
        range: { start: { line: 13, character: 21 }, end: { line: 13, character: 27 } },
        severity: 1,
        code: 'job-restart-policy',
        source: 'kubejob',
        codeDescription: { href: 'https://kubernetes.io/docs/concepts/workloads/controllers/job/#handling-pod-and-container-failures' },
      },
    ]);
    const comment = { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: '# hello\n' };
    const moved = await session.change(uri, 2, [comment]);
    expect(moved.version).toBe(2);
    expect(errors(moved)).toMatchObject([{ range: { start: { line: 14, character: 21 } } }]);
    expect((await session.change(uri, 3, [])).diagnostics).toEqual(moved.diagnostics);
  });

  test('answers hover, code actions, lenses and objects', async () => {
    const uri = 'file:///b.yaml';
    await session.open(uri, example('faulty/restart-always.yaml'));
    const textDocument = { uri };
    const position = { line: 13, character: 10 };
    const hover: Hover | null = await session.connection.sendRequest('textDocument/hover', { textDocument, position });
    expect(JSON.stringify(hover)).toContain('OnFailure');
    const actions: CodeAction[] = await session.connection.sendRequest('textDocument/codeAction', {
      textDocument,
      range: { start: { line: 13, character: 22 }, end: { line: 13, character: 22 } },
      context: { diagnostics: [] },
    });
    expect(actions.filter(({ kind }) => kind === 'quickfix').map(({ title }) => title)).toEqual([
      expect.stringContaining('OnFailure'),
      expect.stringContaining('Never'),
    ]);
    const lenses: CodeLens[] = await session.connection.sendRequest('textDocument/codeLens', { textDocument });
    expect(lenses.map(({ command }) => [command?.command, command?.arguments])).toEqual([['kubejob.simulate', [uri, { document: 0 }]]]);
    expect(await session.connection.sendRequest('kubejob/objects', { uri })).toEqual({
      objects: [{ document: 0, kind: 'Job', name: 'sample-job', firstLine: 0, lastLine: 13 }],
    });
  });

  test('simulates, beside the documents', async () => {
    const uri = 'file:///fixed-count.yaml';
    await session.open(uri, example('fixed-count.yaml'));
    const simulated: SimulateAnswer = await session.connection.sendRequest('kubejob/simulate', { uri, document: 0 });
    expect(simulated).toMatchObject({ status: 'simulated', kind: 'Job', outcome: expect.stringContaining('Complete') });
    if (simulated.status === 'simulated')
      expect(getText('jobs', at(readWrittenRun(simulated.run)), { watch: true }).trimEnd()).toMatch(/5\/5[^\n]*$/);
  });

  test('a lens leads to the simulation of its own document, with the scenario at the head of that', async () => {
    const uri = 'file:///two.yaml';
    const text = `${example('one-shot.yaml')}---\n# kubejob-scenario: {run: {for: 2, exit: 1}}\n${example('one-shot.yaml')}`;
    await session.open(uri, text);
    const lenses: CodeLens[] = await session.connection.sendRequest('textDocument/codeLens', { textDocument: { uri } });
    const outcomes = lenses.map(async ({ command }) => {
      const [of, object] = command?.arguments ?? [];
      const answer: SimulateAnswer = await session.connection.sendRequest('kubejob/simulate', { uri: of, ...object });
      return answer.status === 'simulated' && answer.run.summary.outcome;
    });
    expect(await Promise.all(outcomes)).toEqual(['Complete', 'Failed']);
  });

  test('plays the scenario beside the document, as it is being edited', async () => {
    const uri = 'file:///nowhere/fixed-count.yaml';
    await session.open(uri, example('fixed-count.yaml'));
    const scenario = 'file:///nowhere/fixed-count.scenario.yml';
    await session.open(scenario, 'run: {for: 3, exit: 1}\n');
    const ask = () => session.connection.sendRequest<SimulateAnswer>('kubejob/simulate', { uri, document: 0 });
    const title = async () => {
      const [lens]: CodeLens[] = await session.connection.sendRequest('textDocument/codeLens', { textDocument: { uri } });
      return lens?.command?.title;
    };
    const answer = await ask();
    expect(answer).toMatchObject({ status: 'simulated', scenario, outcome: expect.stringContaining('Failed') });
    const seconds = answer.status === 'simulated' ? answer.run.summary.duration : undefined;
    expect(await title()).toContain(`fails after ${seconds} s (BackoffLimitExceeded)`);
    await session.change(scenario, 2, [{ text: 'rum: 3\n' }]);
    expect(await ask()).toMatchObject({ status: 'refused', what: 'scenario', scenario, problems: [{ uri: scenario, line: 0 }] });
    expect(await title()).not.toContain('fails');
  });

  test('says of a Job with errors what keeps it from being created', async () => {
    const uri = 'file:///d.yaml';
    await session.open(uri, example('faulty/restart-always.yaml'));
    expect(await session.connection.sendRequest('kubejob/simulate', { uri, document: 0 })).toMatchObject({
      status: 'refused',
      problems: [{ line: 13, character: 21 }],
    });
  });

  test('ends a simulation when a later one of the same object is asked for', async () => {
    const uri = 'file:///long.yaml';
    await session.open(uri, example('fixed-count.yaml').replace('completions: 5', 'completions: 5000'));
    const first = session.connection.sendRequest('kubejob/simulate', { uri, document: 0 }).catch((error: unknown) => error);
    const second = session.connection.sendRequest('kubejob/simulate', { uri, document: 0 });
    expect((await session.change(uri, 2, [])).version).toBe(2);
    expect(await first).toMatchObject({ code: -32800 });
    expect(await second).toMatchObject({ status: 'simulated' });
  });

  test('completes fields', async () => {
    const uri = 'file:///e.yaml';
    await session.open(uri, 'apiVersion: batch/v1\nkind: Job\nspec:\n  ');
    const items: CompletionItem[] = await session.connection.sendRequest('textDocument/completion', {
      textDocument: { uri },
      position: { line: 3, character: 2 },
    });
    expect(items.map(({ label }) => label)).toContain('template');
  });

  test('completes, explains and judges a scenario, which is one by its name', async () => {
    const uri = 'file:///a.scenario.yaml';
    const { diagnostics } = await session.open(uri, 'run: {for: 10, exitt: 1}\nactions: [{at: 3, killContainer: 0, }]\n');
    expect(diagnostics).toMatchObject([{ code: 'scenario-unknown-field', range: { start: { line: 0, character: 15 } } }]);
    const at = (line: number, character: number) => ({ textDocument: { uri }, position: { line, character } });
    const items: CompletionItem[] = await session.connection.sendRequest('textDocument/completion', at(1, 35));
    expect(items.map(({ label }) => label)).toEqual(['container', 'exit']);
    expect(await session.connection.sendRequest('textDocument/hover', at(0, 7))).toMatchObject({
      contents: { value: expect.stringContaining('How long it runs') },
    });
  });

  test('checks texts that are not open, and nests what is pasted', async () => {
    const uri = 'file:///unopened.yaml';
    const checked: CheckResult = await session.connection.sendRequest('kubejob/check', {
      uri,
      text: example('faulty/restart-always.yaml'),
    });
    expect(checked.diagnostics.map(({ code }) => code)).toContain('job-restart-policy');
    const lost: NestResult = await session.connection.sendRequest('kubejob/nest', { text: example('faulty/lost-indentation.yaml') });
    expect(lost.text).toContain('\n      containers:\n        - name: hello\n          image: centos:7\n');
    expect(await session.connection.sendRequest('kubejob/nest', { text: example('one-shot.yaml') })).toEqual({ text: null });
  });

  test('marks what was committed otherwise', async () => {
    const uri = 'file:///committed.yaml';
    const text = example('fixed-count.yaml');
    await session.open(uri, text);
    await session.connection.sendRequest('kubejob/committed', { uri, text: text.replace('completions: 5', 'completions: 4') });
    const { diagnostics } = await session.change(uri, 2, []);
    expect(diagnostics.map(({ code }) => code)).toContain('immutable-change');
  });

  test('answers for a document that is not open', async () => {
    const textDocument = { uri: 'file:///nowhere.yaml' };
    const position = { line: 0, character: 0 };
    expect(await session.connection.sendRequest('textDocument/hover', { textDocument, position })).toBeNull();
    expect(await session.connection.sendRequest('textDocument/diagnostic', { textDocument })).toEqual({ kind: 'full', items: [] });
  });

  test('follows the settings', async () => {
    const uri = 'file:///c.yaml';
    const text = example('one-shot.yaml').replace('spec:', 'spec:\n  managedBy: example.com/queue');
    expect(errors(await session.open(uri, text))).toEqual([]);
    await session.connection.sendNotification('workspace/didChangeConfiguration', { settings: { kubejob: { kubernetesVersion: '1.29' } } });
    const changed = await session.change(uri, 2, []);
    expect(errors(changed)).toMatchObject([{ code: 'field-too-new' }]);
  });
});

test('announces pull diagnostics to a client that can do nothing else', async () => {
  const session = await startSession({ textDocument: { diagnostic: {} } });
  expect(session.capabilities.diagnosticProvider).toBeDefined();
  await session.end();
});

test('asks for the settings of each folder', async () => {
  const capabilities = { workspace: { configuration: true }, textDocument: { publishDiagnostics: {} } };
  const asked = new Set<string | undefined>();
  const session = await startSession(capabilities, {
    configuration: (scopeUri) => {
      asked.add(scopeUri);
      return { kubernetesVersion: scopeUri?.includes('old') ? '1.29' : '1.37' };
    },
  });
  const text = example('one-shot.yaml').replace('spec:', 'spec:\n  managedBy: example.com/queue');
  await session.open('file:///new/a.yaml', text);
  await session.open('file:///old/a.yaml', text);
  // The answer to a request comes after what was asked before it.
  await session.connection.sendRequest('kubejob/objects', { uri: 'file:///old/a.yaml' });
  expect(errors(await session.change('file:///new/a.yaml', 2, []))).toEqual([]);
  expect(errors(await session.change('file:///old/a.yaml', 2, []))).toMatchObject([{ code: 'field-too-new' }]);
  expect(asked).toContain('file:///old/a.yaml');
  const checked = (uri: string) => session.connection.sendRequest<CheckResult>('kubejob/check', { uri, text });
  expect(errors(await checked('file:///new/b.yaml'))).toEqual([]);
  expect(errors(await checked('file:///old/b.yaml'))).toMatchObject([{ code: 'field-too-new' }]);
  await session.end();
});
