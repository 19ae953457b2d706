import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { version } from '../../package.json';
import { jobWith } from '../manifests.ts';
import { type Session, startSession } from './session.ts';

const uri = 'file:///job.yaml';
const job = jobWith({ metadata: 'name: hello', container: 'command: [sleep, "3"]' });
const run = (session: Session, ...args: readonly unknown[]) =>
  session.connection.sendRequest('workspace/executeCommand', { command: 'kubejob.simulate', arguments: args });
const lenses = (session: Session) => session.connection.sendRequest<unknown[]>('textDocument/codeLens', { textDocument: { uri } });

describe('in an editor without a panel of ours the command of a lens', () => {
  let session: Session;
  afterEach(() => session.end());

  test('opens the simulation as a text, in a folder that goes with the server', async () => {
    const shown: string[] = [];
    session = await startSession(
      { textDocument: { publishDiagnostics: {} }, workspace: { executeCommand: {} }, window: { showDocument: { support: true } } },
      {
        requests: {
          'window/showDocument': (params) => {
            shown.push(String(Object(params).uri));
            return { success: true };
          },
        },
      },
    );
    expect(session.capabilities.executeCommandProvider).toEqual({ commands: ['kubejob.simulate'] });
    await session.open(uri, job);
    expect(await lenses(session)).toHaveLength(1);
    const text = await run(session, uri, { document: 0 });
    expect(text).toMatch(/^Job hello: Complete after /);
    expect(text).toMatch(/\n\nAssumed:\n {2}- /);
    expect(text).toMatch(/\n\n\$ kubectl get jobs --watch\nNAME /);
    expect(text).toMatch(/\n\n\$ kubectl describe job hello\nName: /);
    const [address = ''] = shown;
    const file = fileURLToPath(address);
    expect([file.endsWith('hello.simulation.txt'), readFileSync(file, 'utf8')]).toEqual([true, text]);
    await session.end();
    expect(existsSync(file)).toBe(false);
    session = await startSession();
  });

  test('tells the outcome where no text can be opened, and why there is none', async () => {
    const told: string[] = [];
    session = await startSession();
    session.connection.onNotification('window/showMessage', ({ message }: { readonly message: string }) => void told.push(message));
    await session.open(uri, job);
    await run(session, uri);
    await session.change(uri, 2, [{ text: job.replace('name: hello', 'name: Hello') }]);
    expect(await run(session, uri)).toBeNull();
    expect(told).toEqual([
      expect.stringMatching(/^Complete after .*hello\.simulation\.txt$/),
      expect.stringMatching(/^The API server would not accept this.* 4: /),
    ]);
    await expect(run(session)).rejects.toThrow('kubejob.simulate takes the address of a document');
  });

  test('is not offered where nobody can run it', async () => {
    session = await startSession({ textDocument: { publishDiagnostics: {} }, workspace: {} });
    await session.open(uri, job);
    expect(await lenses(session)).toEqual([]);
  });
});

test('an editor that simulates itself has the lens and keeps the command', async () => {
  const session = await startSession(
    { textDocument: { publishDiagnostics: {} }, workspace: {} },
    { initializationOptions: { simulates: true } },
  );
  try {
    expect(session.capabilities.executeCommandProvider).toBeUndefined();
    await session.open(uri, job);
    expect(await lenses(session)).toHaveLength(1);
  } finally {
    await session.end();
  }
});

test('the server says its version', async () => {
  const session = await startSession();
  try {
    expect(session.serverInfo).toEqual({ name: 'kubejob', version });
  } finally {
    await session.end();
  }
});
