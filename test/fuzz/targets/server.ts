import { equal, ok } from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import fc from 'fast-check';
import { createConnection, createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { serve } from '../../../server/protocol/connection.ts';
import { neededOf } from '../../../server/protocol/requests.ts';
import { lifecycle } from '../../../server/protocol/transport/lifecycle.ts';
import { target } from '../target.ts';

const uris = fc.constantFrom('file:///a.yaml', 'file:///b.json', 'untitled:1', 'file:///%', 'x', '', 'file:///k/kustomization.yaml');
const texts = fc.constantFrom('apiVersion: batch/v1\nkind: Job\nspec: {completiond: 1}\n', '', 'a: [', '\ud800', 'kind: CronJob\n');
const positions = fc.constantFrom(
  { line: 0, character: 0 },
  { line: 2, character: 9 },
  { line: 1e9, character: 1e9 },
  { line: -1, character: -1 },
  {},
  null,
);
const at = fc
  .tuple(uris, positions)
  .map(([uri, position]) => ({ textDocument: { uri }, position, range: { start: position, end: position }, context: { diagnostics: [] } }));
const requests = [
  ...['initialize', 'shutdown', 'textDocument/hover', 'textDocument/completion', 'textDocument/codeAction', 'textDocument/documentSymbol'],
  ...[
    'textDocument/foldingRange',
    'textDocument/codeLens',
    'textDocument/semanticTokens/full',
    'textDocument/inlayHint',
    'textDocument/rename',
  ],
  ...['textDocument/diagnostic', 'kubejob/objects', 'kubejob/simulate', 'workspace/executeCommand', 'nothing/known', 'codeAction/resolve'],
];
const junk = fc.constantFrom<unknown>(null, 1, 'x', [], {}, { textDocument: null }, { settings: { kubejob: { advice: 7 } } });

const messages = fc.oneof(
  fc.record({
    request: fc.constantFrom(...requests),
    params: fc.oneof({ weight: 4, arbitrary: at as fc.Arbitrary<unknown> }, { weight: 1, arbitrary: junk }),
  }),
  fc.record({ open: uris, text: texts }),
  fc.record({ change: uris, text: texts, range: fc.boolean() }),
  fc.record({ close: uris }),
  fc.record({
    notify: fc.constantFrom(
      'initialized',
      'workspace/didChangeConfiguration',
      'workspace/didChangeWatchedFiles',
      'kubejob/committed',
      '$/cancelRequest',
      'x',
    ),
    params: junk,
  }),
);

/** Whatever comes in whatever order, every request is answered. */
export const orders = target({
  name: 'orders of messages',
  inputs: fc.record({ begins: fc.boolean(), list: fc.array(messages, { maxLength: 15 }) }),
  async holds({ begins, list }) {
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient), {
      messageStrategy: lifecycle(neededOf),
    });
    serve(server);
    const client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
    client.onRequest('workspace/configuration', () => [{}]);
    client.listen();
    try {
      if (begins) {
        await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
        await client.sendNotification('initialized', {});
      }
      const answers: Promise<unknown>[] = [];
      for (const message of list) {
        if ('request' in message) answers.push(client.sendRequest(message.request, message.params).catch((error: unknown) => error));
        else if ('notify' in message) await client.sendNotification(message.notify, message.params);
        else await client.sendNotification(...notificationOf(message));
      }
      const late = new Promise((resolve) => setTimeout(resolve, 20_000, 'late').unref());
      const all = await Promise.race([Promise.all(answers), late]);
      ok(all !== 'late', 'a request without an answer');
      equal(Array.isArray(all) && all.length, answers.length);
    } finally {
      // The server is left to its timers, as where an editor goes away.
      client.dispose();
    }
  },
});

type Change =
  | { readonly open: string; readonly text: string }
  | { readonly change: string; readonly text: string; readonly range: boolean }
  | { readonly close: string };

function notificationOf(change: Change): [method: string, params: object] {
  if ('open' in change)
    return ['textDocument/didOpen', { textDocument: { uri: change.open, languageId: 'yaml', version: 1, text: change.text } }];
  if ('close' in change) return ['textDocument/didClose', { textDocument: { uri: change.close } }];
  const start = { line: 0, character: 0 };
  const contentChanges = [{ text: change.text, ...(change.range ? { range: { start, end: start } } : {}) }];
  return ['textDocument/didChange', { textDocument: { uri: change.change, version: 2 }, contentChanges }];
}
