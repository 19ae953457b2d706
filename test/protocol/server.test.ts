import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CodeAction, CodeLens, Hover } from 'vscode-languageserver-types';
import { type Session, startSession } from './session.ts';

const example = (name: string) => readFileSync(join(__dirname, '../../examples', name), 'utf8');

describe('a server over standard input and output', () => {
  let session: Session;
  beforeAll(async () => {
    session = await startSession();
  });
  afterAll(() => session.end());

  test('pushes diagnostics with the version of the text, even when nothing changed', async () => {
    const uri = 'file:///a.yaml';
    const opened = await session.open(uri, example('faulty/restart-always.yaml'));
    expect(opened.diagnostics).toMatchObject([
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
    expect(moved.diagnostics).toMatchObject([{ range: { start: { line: 14, character: 21 } } }]);
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

  test('answers for a document that is not open', async () => {
    const textDocument = { uri: 'file:///nowhere.yaml' };
    const position = { line: 0, character: 0 };
    expect(await session.connection.sendRequest('textDocument/hover', { textDocument, position })).toBeNull();
    expect(await session.connection.sendRequest('textDocument/diagnostic', { textDocument })).toEqual({ kind: 'full', items: [] });
  });

  test('follows the settings', async () => {
    const uri = 'file:///c.yaml';
    const text = example('one-shot.yaml').replace('spec:', 'spec:\n  managedBy: example.com/queue');
    expect((await session.open(uri, text)).diagnostics).toEqual([]);
    await session.connection.sendNotification('workspace/didChangeConfiguration', { settings: { kubejob: { kubernetesVersion: '1.29' } } });
    const changed = await session.change(uri, 2, []);
    expect(changed.diagnostics).toMatchObject([{ code: 'field-too-new' }]);
  });
});

test('announces pull diagnostics to a client that can do nothing else', async () => {
  const session = await startSession({ textDocument: { diagnostic: {} } });
  expect(session.capabilities.diagnosticProvider).toBeDefined();
  await session.end();
});
