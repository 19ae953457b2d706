import { describe, expect, test, vi } from 'vitest';
import { answerLine } from '../../server/agent/mcp.ts';
import { tools } from '../../server/agent/tools/index.ts';
import { nextRunsTool } from '../../server/agent/tools/next-runs-tool.ts';

const answer = (line: string, report = (_error: unknown) => {}) => answerLine(line, 0, report);
const ask = (message: unknown, report?: (error: unknown) => void) =>
  answer(JSON.stringify({ jsonrpc: '2.0', id: 1, ...Object(message) }), report);

describe('the Model Context Protocol', () => {
  test.each([
    ['2025-06-18', '2025-06-18'],
    ['2024-11-05', '2024-11-05'],
    ['2025-11-25', '2025-11-25'],
    ['2099-01-01', '2025-11-25'],
  ])('a client of %s is answered in %s', (asked, answered) => {
    expect(ask({ method: 'initialize', params: { protocolVersion: asked } })).toMatchObject({
      id: 1,
      result: { protocolVersion: answered, capabilities: { tools: {} }, serverInfo: { name: 'kubejob' } },
    });
  });

  test('lists tools with their schemas, as data alone', () => {
    const listed = ask({ method: 'tools/list' });
    expect(JSON.parse(JSON.stringify(listed)).result.tools.map(({ name }: { name: string }) => name)).toEqual(
      tools.map(({ name }) => name),
    );
    expect(listed).toMatchObject({
      result: {
        tools: expect.arrayContaining([expect.objectContaining({ annotations: expect.objectContaining({ readOnlyHint: true }) })]),
      },
    });
  });

  test('calls a tool: text for people, and the same as data', () => {
    expect(ask({ method: 'tools/call', params: { name: 'next_runs', arguments: { schedule: '@daily', count: 1 } } })).toMatchObject({
      result: {
        content: [{ type: 'text', text: expect.stringContaining('1970-01-02') }],
        structuredContent: { times: ['1970-01-02T00:00:00Z'] },
      },
    });
  });

  test('what a tool refuses is its answer, not a fault of the protocol', () => {
    expect(ask({ method: 'tools/call', params: { name: 'validate', arguments: {} } })).toMatchObject({ result: { isError: true } });
  });

  test('a tool that crashes is answered, and told of, and the next call works', () => {
    const told: unknown[] = [];
    const broken = vi.spyOn(nextRunsTool, 'run').mockImplementation(() => {
      throw new RangeError('Invalid time value');
    });
    const call = { method: 'tools/call', params: { name: 'next_runs', arguments: { schedule: '@daily' } } };
    expect(ask(call, (error) => told.push(error))).toMatchObject({ id: 1, error: { code: -32603 } });
    expect(told).toEqual([new RangeError('Invalid time value')]);
    broken.mockRestore();
    expect(ask(call)).toMatchObject({ result: { content: [{ type: 'text' }] } });
  });

  test.each([
    ['{', { id: null, error: { code: -32700 } }],
    ['[]', { id: null, error: { code: -32600 } }],
    ['7', { id: null, error: { code: -32600 } }],
    ['{"jsonrpc": "1.0", "id": 4, "method": "ping"}', { id: 4, error: { code: -32600 } }],
    ['{"jsonrpc": "2.0", "id": 4, "method": "tools/list", "params": {"cursor": "2"}}', { id: 4, error: { code: -32602 } }],
    ['{"jsonrpc": "2.0", "id": 4}', { id: 4, error: { code: -32600 } }],
    ['{"jsonrpc": "2.0", "id": {"a": 1}, "method": "ping"}', { id: null, error: { code: -32600 } }],
    ['{"jsonrpc": "2.0", "id": null, "method": "ping"}', { id: null, error: { code: -32600 } }],
    ['{"jsonrpc": "2.0", "id": 4, "method": "resources/list"}', { id: 4, error: { code: -32601 } }],
    ['{"jsonrpc": "2.0", "id": "a", "method": "tools/call", "params": {"name": "delete"}}', { id: 'a', error: { code: -32602 } }],
    ['{"jsonrpc": "2.0", "id": 4, "method": "ping"}', { id: 4, result: {} }],
  ])('%s', (line, expected) => {
    expect(answer(line)).toMatchObject(expected);
  });

  test('messages in an array are answered in one, in their order, but for those that get no answer', () => {
    const messages = [
      { jsonrpc: '2.0', id: 'a', method: 'ping' },
      { jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 'a' } },
      7,
      { jsonrpc: '2.0', id: 2, method: 'none' },
    ];
    expect(answer(JSON.stringify(messages))).toMatchObject([
      { id: 'a', result: {} },
      { id: null, error: { code: -32600 } },
      { id: 2, error: { code: -32601 } },
    ]);
  });

  test.each([
    '[{"jsonrpc": "2.0", "method": "notifications/initialized"}]',
    '{"jsonrpc": "2.0", "method": "notifications/initialized"}',
    '{"jsonrpc": "2.0", "id": 1, "result": {}}',
  ])('to %s there is no answer', (line) => {
    expect(answer(line)).toBeUndefined();
  });
});
