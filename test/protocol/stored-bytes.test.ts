import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { CodeAction, Diagnostic } from 'vscode-languageserver-types';
import { textOfBytes } from '../../server/manifest/bytes/text-of-bytes.ts';
import type { CheckResult, ReadFirstParams, ReadFirstResult } from '../../server/protocol/requests.ts';
import { jobWith } from '../manifests.ts';
import { workspaceForEach } from './workspace.ts';

const written = jobWith({ metadata: 'name: a\nannotations:\n  note: café' });
const push = { textDocument: { publishDiagnostics: {} } };

const { path, address, begin } = workspaceForEach();

const store = (name: string, bytes: Uint8Array) => {
  writeFileSync(path(name), bytes);
  return { uri: address(name), shown: textOfBytes(bytes).text };
};

const ofBytes = (diagnostics: readonly Diagnostic[] = []) => diagnostics.filter(({ code }) => code === 'not-utf-8');
/** The findings about bytes once they are so many: they come after the others. */
const eventually = (read: () => readonly Diagnostic[] | undefined, count: number) =>
  expect.poll(() => ofBytes(read()).length, { timeout: 30_000 }).toBe(count);

describe('bytes of an open file that are not UTF-8', () => {
  test('are told of where they stand, mended by an action, and no more once they are saved', async () => {
    const { open, published, connection, change } = await begin(push);
    const { uri, shown } = store('a.yaml', Buffer.from(written, 'latin1'));
    await open(uri, shown);
    await eventually(() => published(uri, 1)?.diagnostics, 1);
    const [found] = ofBytes(published(uri, 1)?.diagnostics);
    const line = shown.split('\n').findIndex((one) => one.includes('\ufffd'));
    expect(found).toMatchObject({ severity: 2, range: { start: { line, character: (shown.split('\n')[line] ?? '').indexOf('\ufffd') } } });

    const context = { diagnostics: [] };
    const actions: CodeAction[] = await connection.sendRequest('textDocument/codeAction', {
      ...{ textDocument: { uri }, range: found?.range, context },
    });
    const edits = actions.find(({ title }) => title.startsWith('Put in the letters'))?.edit?.changes?.[uri] ?? [];
    expect(edits.map(({ newText }) => newText.trim())).toEqual(['note: café']);
    await change(
      uri,
      2,
      edits.map(({ range, newText: text }) => ({ range, text })),
    );
    // The file is as it was.
    expect(ofBytes(published(uri, 2)?.diagnostics)).toHaveLength(1);
    writeFileSync(path('a.yaml'), written);
    await connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
    await eventually(() => published(uri, 2)?.diagnostics, 0);
  });

  test('are told of though the editor read them in their own encoding', async () => {
    const { open, published } = await begin(push);
    const { uri } = store('a.yaml', Buffer.from(written, 'latin1'));
    await open(uri, written);
    await eventually(() => published(uri, 1)?.diagnostics, 1);
    expect(ofBytes(published(uri, 1)?.diagnostics)[0]?.range.start.character).toBe('    note: caf'.length);
  });

  test('are an error where kubectl refuses the file, as UTF-16 without a mark', async () => {
    const { open, published } = await begin(push, { initializationOptions: { locale: 'ko' } });
    const { uri } = store('a.yaml', Buffer.from(written, 'utf16le'));
    await open(uri, written);
    await eventually(() => published(uri, 1)?.diagnostics, 1);
    expect(ofBytes(published(uri, 1)?.diagnostics)).toMatchObject([{ severity: 1, message: expect.stringContaining('UTF-8로') }]);
  });

  test('are seen by an editor that reads files for the server, and saved by its command', async () => {
    const { uri, shown } = store('a.yaml', Buffer.from(written, 'latin1'));
    const asked: string[] = [];
    const { open, published, connection } = await begin(push, {
      initializationOptions: { readsFiles: true, savesAsUtf8: true },
      requests: {
        'kubejob/readFirst'(params): ReadFirstResult {
          const { uris } = params as ReadFirstParams;
          asked.push(...uris);
          return uris.includes(uri) ? { uri, ...textOfBytes(readFileSync(path('a.yaml'))) } : null;
        },
        'kubejob/filesHolding': () => ({ files: [] }),
      },
    });
    await open(uri, shown);
    await eventually(() => published(uri, 1)?.diagnostics, 1);
    const [found] = ofBytes(published(uri, 1)?.diagnostics);
    const actions: CodeAction[] = await connection.sendRequest('textDocument/codeAction', {
      ...{ textDocument: { uri }, range: found?.range, context: { diagnostics: [] } },
    });
    expect(actions.find(({ title }) => title === 'Save as UTF-8')?.command).toMatchObject({
      command: 'kubejob.saveAsUtf8',
      arguments: [uri],
    });
    // What is none of ours is not read.
    await open('file:///other.yaml', 'a: caf\ufffd\n');
    expect(asked).not.toContain('file:///other.yaml');
  });

  test('are told of files that are not open, by who reads them', async () => {
    const { connection } = await begin(push);
    const { text, notUtf8 } = textOfBytes(Buffer.from(written, 'latin1'));
    const { diagnostics }: CheckResult = await connection.sendRequest('kubejob/check', { uri: 'file:///b.yaml', text, notUtf8 });
    expect(ofBytes(diagnostics)).toHaveLength(1);
  });
});
