import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, test } from 'vitest';
import {
  CancellationTokenSource,
  createConnection,
  createProtocolConnection,
  LSPErrorCodes,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { CodeLens } from 'vscode-languageserver-types';
import { serve } from '../../server/protocol/connection.ts';
import { simulateRequest } from '../../server/protocol/requests.ts';
import type { RunSimulation } from '../../server/protocol/simulation/simulation-runner.ts';
import { jobWith, podWith } from '../manifests.ts';

const open: ProtocolConnection[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.dispose();
});

/** A client of a server in this process. */
async function client(locale: string, simulate?: RunSimulation) {
  const [up, down] = [new PassThrough(), new PassThrough()];
  serve(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)), simulate ? { simulate } : {});
  const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  open.push(connection);
  const told: PublishDiagnosticsParams[] = [];
  let arrived = () => {};
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    told.push(params);
    arrived();
  });
  connection.listen();
  await connection.sendRequest('initialize', { processId: null, rootUri: null, locale, capabilities: {} });
  await connection.sendNotification('initialized', {});
  const until = async (isSo: () => boolean) => {
    while (!isSo()) await new Promise<void>((resolve) => (arrived = resolve));
  };
  return {
    ...{ connection, told },
    /** The errors that are told at a time, the first being 0. */
    async errors(at: number) {
      await until(() => told.length > at);
      return errorsOf(told[at]);
    },
    toldOf: (version: number) => until(() => told.at(-1)?.version === version),
    async open(uri: string, text: string) {
      await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } });
      await until(() => told.some((one) => one.uri === uri));
    },
    change: (uri: string, version: number, text: string) =>
      connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ text }] }),
  };
}

const errorsOf = (told: PublishDiagnosticsParams | undefined) =>
  told?.diagnostics.filter(({ severity }) => severity === 1).map(({ message }) => message);

describe('a server speaks', () => {
  test('the language of its client, and that of kubejob.language once it is set', async () => {
    const { connection, errors, ...editor } = await client('ko-KR');
    await editor.open('file:///a.yaml', podWith('restartPolicy: Always'));
    expect(await errors(0)).toEqual([expect.stringMatching(/^잡의 restartPolicy에는 "Always"/)]);
    const lenses: CodeLens[] = await connection.sendRequest('textDocument/codeLens', { textDocument: { uri: 'file:///a.yaml' } });
    expect(lenses[0]?.command?.title).toMatch(/^시뮬레이션/);
    await connection.sendNotification('workspace/didChangeConfiguration', { settings: { kubejob: { language: 'en' } } });
    expect(await errors(1)).toEqual([expect.stringMatching(/^restartPolicy "Always" is not allowed/)]);
  });

  test('Korean to an English client that asks for it', async () => {
    const { connection, errors, ...editor } = await client('en');
    await connection.sendNotification('workspace/didChangeConfiguration', { settings: { kubejob: { language: 'ko' } } });
    await editor.open('file:///a.yaml', jobWith('backoffLimit: -1'));
    expect(await errors(0)).toEqual(['-1: 0보다 작습니다. 0 이상을 쓰십시오.']);
  });
});

test('of two clients of one process, with the same files, neither is told what the other types', async () => {
  const [typing, quiet] = [await client('en'), await client('ko')];
  const uri = 'file:///folder/shared.yaml';
  const text = (count: string) => jobWith(`backoffLimit: ${count}`);
  await typing.open(uri, text('-1'));
  await quiet.open(uri, text('-2'));
  const toldBefore = quiet.told.length;
  for (let version = 2; version <= 20; version++) await typing.change(uri, version, text(`-${version}`));
  await typing.toldOf(20);
  // An answer of the other comes after whatever it would have been told.
  const lenses: unknown = await quiet.connection.sendRequest('textDocument/codeLens', { textDocument: { uri } });
  expect(JSON.stringify(lenses)).toContain('시뮬레이션');
  expect(quiet.told.length).toBe(toldBefore);
  expect(errorsOf(typing.told.at(-1))).toEqual(['-20 is less than 0: use 0 or more.']);
  expect(errorsOf(quiet.told.at(-1))).toEqual(['-2: 0보다 작습니다. 0 이상을 쓰십시오.']);
});

describe('while a simulation runs, however long', () => {
  const uri = 'file:///long.yaml';

  /** Simulations that never end by themselves, and how many of them run. */
  function endless() {
    let running = 0;
    let changed = () => {};
    const run = (_: unknown, cancellation: Parameters<RunSimulation['one']>[1]) =>
      new Promise<never>((_resolve, reject) => {
        running++;
        changed();
        cancellation.onCancellationRequested(() => {
          running--;
          reject(new Error('cancelled'));
        });
      });
    return {
      simulate: { one: run, many: run },
      get running() {
        return running;
      },
      async begun() {
        while (running === 0) await new Promise<void>((resolve) => (changed = resolve));
      },
    };
  }

  async function simulating() {
    const simulations = endless();
    const editor = await client('en', simulations.simulate);
    await editor.open(uri, jobWith('backoffLimit: 1'));
    const source = new CancellationTokenSource();
    const asked = editor.connection.sendRequest(simulateRequest, { uri, document: 0 }, source.token);
    const ended = asked.then(
      () => 'answered',
      ({ code }: { code: unknown }) => code,
    );
    await simulations.begun();
    return { ...editor, simulations, source, ended };
  }

  test('the request can be cancelled, which ends it', async () => {
    const { simulations, source, ended } = await simulating();
    source.cancel();
    expect([await ended, simulations.running]).toEqual([LSPErrorCodes.RequestCancelled, 0]);
  });

  test('an edit is judged, and the next request ends it', async () => {
    const { connection, simulations, ended, ...editor } = await simulating();
    await editor.change(uri, 2, jobWith('backoffLimit: -2'));
    await editor.toldOf(2);
    expect([errorsOf(editor.told.at(-1)), simulations.running]).toEqual([['-2 is less than 0: use 0 or more.'], 1]);
    const next = connection.sendRequest(simulateRequest, { uri, document: 0 }).catch(() => {});
    expect(await ended).toBe(LSPErrorCodes.RequestCancelled);
    await simulations.begun();
    expect(simulations.running).toBe(1);
    connection.dispose();
    await next;
  });

  test('a shutdown is answered', async () => {
    const { connection } = await simulating();
    expect(await connection.sendRequest('shutdown')).toBeNull();
  });
});
