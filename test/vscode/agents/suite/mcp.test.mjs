import { deepStrictEqual, match, ok, rejects, strictEqual } from 'node:assert';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { after, before, describe, it } from 'mocha';
import { here } from '../../install.mjs';

const cli = join(here, '../../dist/cli.js');
const manifest = `apiVersion: batch/v1
kind: Job
metadata: {name: sample}
spec:
  completions: 3
  template: {spec: {restartPolicy: Never, containers: [{name: main, image: "busybox:1.36", command: [sleep, "5"]}]}}
`;
const record = JSON.stringify({
  apiVersion: 'v1',
  kind: 'List',
  items: [
    {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name: 'sample', namespace: 'default', uid: 'a', creationTimestamp: '2026-01-01T00:00:00Z' },
      spec: { backoffLimit: 0, template: { spec: { restartPolicy: 'Never', containers: [{ name: 'main', image: 'busybox:1.36' }] } } },
      status: {
        failed: 1,
        startTime: '2026-01-01T00:00:00Z',
        conditions: [
          { type: 'Failed', status: 'True', reason: 'BackoffLimitExceeded', message: 'x', lastTransitionTime: '2026-01-01T00:00:09Z' },
        ],
      },
    },
  ],
});

/** The client of the Model Context Protocol by those who made it: it checks each message, and each answer by the tool's output schema. */
describe('kubejob mcp, asked by the client of the protocol itself', () => {
  const client = new Client({ name: 'test', version: '1' });
  let tools;

  before(async () => {
    await client.connect(new StdioClientTransport({ command: process.execPath, args: [cli, 'mcp'] }));
    ({ tools } = await client.listTools());
  });
  after(() => client.close());

  const asked = async (name, args) => (await client.callTool({ name, arguments: args })).structuredContent;

  it('says who it is, and what its tools take and answer', async () => {
    strictEqual(client.getServerVersion().name, 'kubejob');
    deepStrictEqual(tools.map(({ name }) => name).sort(), ['explain', 'next_runs', 'simulate', 'validate']);
    for (const { name, description, inputSchema, outputSchema, annotations } of tools) {
      ok(description.length > 40 && inputSchema.required.length > 0 && outputSchema, name);
      deepStrictEqual([annotations.readOnlyHint, annotations.openWorldHint], [true, false], name);
    }
    await client.ping();
  });

  it('validates, and an agent that writes what it is told has a right manifest', async () => {
    const faulty = manifest.replace('Never', 'Always');
    const told = await asked('validate', { manifest: faulty });
    strictEqual(told.accepted, false);
    const again = await asked('validate', { manifest: told.fixed });
    strictEqual(again.accepted, true, told.fixed);
  });

  it('simulates, explains and tells the next runs', async () => {
    const run = await client.callTool({ name: 'simulate', arguments: { manifest, second: 3 } });
    match(run.content[0].text, /Complete/);
    match(JSON.stringify(await asked('explain', { record })), /BackoffLimitExceeded/);
    const { times } = await asked('next_runs', { schedule: '*/35 * * * *', from: '2026-01-01T00:00:00Z', count: 2 });
    deepStrictEqual(times, ['2026-01-01T00:35:00Z', '2026-01-01T01:00:00Z']);
  });

  it('what it cannot take is an answer that says why; a tool that there is not is an error', async () => {
    const { isError, content } = await client.callTool({ name: 'simulate', arguments: { manifest: 7 } });
    strictEqual(isError, true);
    match(content[0].text, /manifest/);
    await rejects(client.callTool({ name: 'apply', arguments: {} }), /apply/);
  });

  it('answers many at once, and a manifest of a megabyte', async () => {
    const long = `${manifest}# ${'작'.repeat(900_000)}\n`;
    const answers = await Promise.all(Array.from({ length: 8 }, (_, at) => asked('validate', { manifest: at % 2 ? long : manifest })));
    deepStrictEqual(new Set(answers.map(({ accepted }) => accepted)), new Set([true]));
  });
});
