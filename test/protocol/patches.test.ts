import { describe, expect, test } from 'vitest';
import type { CheckResult, ReadFirstParams } from '../../server/protocol/requests.ts';
import { patchWith } from '../manifests.ts';
import { workspaceForEach } from './workspace.ts';

const partial = patchWith('parallelism: 3');
const faulty = patchWith('paralelism: 3\ncompletions: -1');
const listing = 'patches:\n  - path: a patch.yaml\n';
const push = { textDocument: { publishDiagnostics: {} } };

const { address: uri, write, begin } = workspaceForEach();

const errors = (params: CheckResult | undefined) => params?.diagnostics.filter(({ severity }) => severity === 1).map(({ code }) => code);

describe('a patch that the kustomization on disk lists', () => {
  test('is judged by what it says, not by what is missing', async () => {
    write({ 'kustomization.yaml': listing });
    const { open, connection } = await begin(push);
    expect((await open(uri('a patch.yaml'), partial)).diagnostics).toEqual([]);
    expect(errors(await open(uri('other.yaml'), partial))).not.toEqual([]);
    const text = faulty;
    const { diagnostics }: CheckResult = await connection.sendRequest('kubejob/check', { uri: uri('a patch.yaml'), text });
    expect(diagnostics.map(({ range }) => range.start)).toEqual([
      { line: 5, character: 2 },
      { line: 6, character: 15 },
    ]);
    expect(errors({ diagnostics })).toEqual(['unknown-field', expect.any(String)]);
  });

  test('has no lens and is not simulated', async () => {
    write({ Kustomization: listing });
    const { open, connection } = await begin(push);
    await open(uri('a patch.yaml'), partial);
    expect(await connection.sendRequest('textDocument/codeLens', { textDocument: { uri: uri('a patch.yaml') } })).toEqual([]);
    expect(await connection.sendRequest('kubejob/simulate', { uri: uri('a patch.yaml'), document: 0 })).toEqual({
      status: 'unfinished',
      kind: 'Job',
      name: 'hello',
      message: expect.stringContaining('This file is a patch'),
      problems: [],
    });
  });

  test('is judged again when the kustomization changes, on disk or while it is edited', async () => {
    write({ 'kustomization.yaml': 'resources: [job.yaml]\n' });
    const { open, change, published, connection } = await begin(push);
    const now = () => errors(published(uri('a patch.yaml'), 1));
    const whole = errors(await open(uri('a patch.yaml'), partial));
    expect(whole).not.toEqual([]);
    write({ 'kustomization.yaml': listing });
    await connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uri('kustomization.yaml'), type: 2 }] });
    await expect.poll(now).toEqual([]);
    await open(uri('kustomization.yaml'), listing);
    await change(uri('kustomization.yaml'), 2, [{ text: 'resources: []\n' }]);
    await expect.poll(now).toEqual(whole);
    await connection.sendNotification('textDocument/didClose', { textDocument: { uri: uri('kustomization.yaml') } });
    await expect.poll(now).toEqual([]);
  });

  test('is one for who asks for diagnostics as well', async () => {
    write({ 'kustomization.yaml': listing });
    const { connection } = await begin({ textDocument: { diagnostic: {} } });
    const textDocument = { uri: uri('a patch.yaml') };
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { ...textDocument, languageId: 'yaml', version: 1, text: partial },
    });
    expect(await connection.sendRequest('textDocument/diagnostic', { textDocument })).toEqual({ kind: 'full', items: [] });
  });
});

test('a patch that a kustomization in another folder names is one, and no longer when that changes', async () => {
  write({ 'kustomization.yaml': 'patches:\n  - path: deep/patch.yaml\n', 'deep/patch.yaml': partial });
  const { open, published, connection } = await begin(push);
  expect((await open(uri('deep/patch.yaml'), partial)).diagnostics).toEqual([]);
  write({ 'kustomization.yaml': 'resources: []\n' });
  await connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uri('kustomization.yaml'), type: 2 }] });
  await expect.poll(() => errors(published(uri('deep/patch.yaml'), 1))).not.toEqual([]);
});

test('an editor that reads files is asked for the kustomization, wherever it is stored', async () => {
  const { open, connection } = await begin(push, { initializationOptions: { readsFiles: true } });
  const asked: ReadFirstParams[] = [];
  connection.onRequest('kubejob/readFirst', (params: ReadFirstParams) => {
    asked.push(params);
    const [uri = ''] = params.uris;
    return uri.includes('/listed/') ? { uri, text: listing } : null;
  });
  expect((await open('virtual://host/listed/a%20patch.yaml', partial)).diagnostics).toEqual([]);
  expect(errors(await open('virtual://host/whole/a%20patch.yaml', partial))).not.toEqual([]);
  expect(asked[0]).toEqual({
    uris: ['kustomization.yaml', 'kustomization.yml', 'Kustomization'].map((name) => `virtual://host/listed/${name}`),
  });
});

test('an editor that watches files is asked to tell of manifests and kustomizations', async () => {
  const capabilities = { ...push, workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };
  let registered: unknown;
  const registration = (params: unknown) => {
    registered = params;
    return null;
  };
  await begin(capabilities, { requests: { 'client/registerCapability': registration } });
  const patterns = ['**/*.{yaml,yml,json}', '**/Kustomization'].map((globPattern) => ({ globPattern }));
  await expect
    .poll(() => registered)
    .toMatchObject({ registrations: [{ method: 'workspace/didChangeWatchedFiles', registerOptions: { watchers: patterns } }] });
});
