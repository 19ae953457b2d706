import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, test } from 'vitest';
import {
  createConnection,
  createProtocolConnection,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { CodeLens } from 'vscode-languageserver-types';
import { serve } from '../../server/protocol/connection.ts';
import { jobWith, podWith } from '../manifests.ts';

describe('a server', () => {
  let client: ProtocolConnection | undefined;
  afterEach(() => client?.dispose());

  async function started(locale: string): Promise<{ connection: ProtocolConnection; message: (after?: number) => Promise<string> }> {
    const [up, down] = [new PassThrough(), new PassThrough()];
    serve(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)));
    const connection = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
    client = connection;
    const published: PublishDiagnosticsParams[] = [];
    let arrived = () => {};
    connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      published.push(params);
      arrived();
    });
    connection.listen();
    await connection.sendRequest('initialize', { processId: null, rootUri: null, locale, capabilities: {} });
    await connection.sendNotification('initialized', {});
    return {
      connection,
      async message(after = 0) {
        while (published.length <= after) await new Promise<void>((resolve) => (arrived = resolve));
        const said = published[after]?.diagnostics.find(({ severity }) => severity === 1)?.message ?? '';
        return typeof said === 'string' ? said : said.value;
      },
    };
  }

  test('speaks the language of its client, and that of kubejob.language once it is set', async () => {
    const { connection, message } = await started('ko-KR');
    const textDocument = { uri: 'file:///a.yaml', languageId: 'yaml', version: 1, text: podWith('restartPolicy: Always') };
    await connection.sendNotification('textDocument/didOpen', { textDocument });
    expect(await message()).toMatch(/^잡의 restartPolicy에는 "Always"/);
    const lenses: CodeLens[] = await connection.sendRequest('textDocument/codeLens', { textDocument });
    expect(lenses[0]?.command?.title).toMatch(/^시뮬레이션/);
    await connection.sendNotification('workspace/didChangeConfiguration', { settings: { kubejob: { language: 'en' } } });
    expect(await message(1)).toMatch(/^restartPolicy "Always" is not allowed/);
  });

  test('speaks Korean to an English client that asks for it', async () => {
    const { connection, message } = await started('en');
    await connection.sendNotification('workspace/didChangeConfiguration', { settings: { kubejob: { language: 'ko' } } });
    const textDocument = { uri: 'file:///a.yaml', languageId: 'yaml', version: 1, text: jobWith('backoffLimit: -1') };
    await connection.sendNotification('textDocument/didOpen', { textDocument });
    expect(await message()).toBe('-1: 0보다 작습니다. 0 이상을 쓰십시오.');
  });
});
