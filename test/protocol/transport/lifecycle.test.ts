import { expect, test } from 'vitest';
import type { NotificationMessage, RequestMessage } from 'vscode-languageserver';
import { neededOf } from '../../../server/protocol/requests.ts';
import { lifecycle } from '../../../server/protocol/transport/lifecycle.ts';

/** What reaches the server of some messages, by method; with `!code` what is turned away with an error. */
function reaching(...methods: readonly string[]): readonly string[] {
  const strategy = lifecycle(neededOf);
  const passed: string[] = [];
  for (const [id, method] of methods.entries()) {
    const request: RequestMessage = { jsonrpc: '2.0', id, method };
    const notification: NotificationMessage = { jsonrpc: '2.0', method };
    const message = method.startsWith('$') ? notification : request;
    strategy.handleMessage(message, (next) => {
      if ('method' in next && 'params' in next) passed.push(`${method}!${JSON.stringify(next.params)}`);
      else passed.push(method);
    });
  }
  return passed;
}

const refused = (method: string, code: number) => `${method}!${JSON.stringify({ code, method, needs: '' })}`;

test('requests before initialize, behind shutdown, and a second initialize are refused; notifications are dropped', () => {
  expect(reaching('hover', '$early', 'initialize', 'initialize', '$note', 'hover', 'shutdown', 'hover', '$late', 'exit')).toEqual([
    refused('hover', -32002),
    'initialize',
    refused('initialize', -32600),
    '$note',
    'hover',
    'shutdown',
    refused('hover', -32600),
    'exit',
  ]);
});

test.each([
  [undefined, false],
  [null, false],
  [[], false],
  [{}, false],
  [{ textDocument: null }, false],
  [{ textDocument: { uri: 5 } }, false],
  [{ textDocument: { uri: 'file:///a.yaml' } }, true],
])('a request about a document that is asked with %j is answered, or refused for its parameters', (params, isTaken) => {
  const strategy = lifecycle(neededOf);
  const passed: unknown[] = [];
  const send = (method: string) =>
    strategy.handleMessage({ jsonrpc: '2.0', id: 1, method, ...(params === undefined ? {} : { params }) } as RequestMessage, (next) => {
      passed.push('params' in next ? next.params : undefined);
    });
  send('initialize');
  send('textDocument/hover');
  const refused = { code: -32602, method: 'textDocument/hover', needs: 'textDocument.uri' };
  expect(passed).toEqual([params, isTaken ? params : refused]);
});

test.each([
  ['workspace/executeCommand', 'command'],
  ['codeAction/resolve', 'title'],
  ['kubejob/simulate', 'uri'],
  ['kubejob/check', 'uri'],
  ['kubejob/nest', 'text'],
  ['kubejob/tool', 'name'],
  ['kubejob/clusterRecord', 'namespace'],
  ['kubejob/clusterVersion', undefined],
  ['kubejob/newManifests', undefined],
  ['kubejob/refused', 'uri'],
])('%s is refused where %s, of what it is about, is no text', (method, needs) => {
  const strategy = lifecycle(neededOf);
  const isTaken = (params: unknown) => {
    let reached: unknown;
    strategy.handleMessage({ jsonrpc: '2.0', id: 1, method, params } as RequestMessage, (next) => {
      reached = 'params' in next ? next.params : undefined;
    });
    return reached === params;
  };
  strategy.handleMessage({ jsonrpc: '2.0', id: 0, method: 'initialize' } as RequestMessage, () => undefined);
  const texts = ['command', 'title', 'uri', 'text', 'name', 'namespace'];
  for (const params of [null, 5, 'x', [], {}, ...texts.map((name) => ({ [name]: 5 }))]) expect(isTaken(params)).toBe(needs === undefined);
  expect(isTaken({ [needs ?? '']: 'x' })).toBe(true);
  expect(isTaken({ namespace: null })).toBe(needs === undefined || needs === 'namespace');
});
