import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { trustNotification } from '../../server/protocol/builds/build-requests.ts';
import { clusterRecordRequest, clusterVersionRequest } from '../../server/protocol/cluster/cluster-requests.ts';
import type { Session } from './session.ts';
import { workspaceForEach } from './workspace.ts';

const { path, write, begin } = workspaceForEach();

const asked = () => (existsSync(path('asked')) ? readFileSync(path('asked'), 'utf8') : '');

/** With a stand-in for kubectl that notes what it is asked, and then does what the body says. */
async function start(trusted: boolean | undefined, body: string): Promise<Session> {
  const kubectl = path('kubectl');
  const note = `require('fs').appendFileSync(${JSON.stringify(path('asked'))}, process.argv.slice(2).join(' ') + '\\n');`;
  write({ kubectl: `#!${process.execPath}\n${note}\n${body}\n` });
  return begin(undefined, { initializationOptions: { trusted, settings: { kubectl: { path: kubectl } } } });
}

const versions = `console.log(JSON.stringify({ clientVersion: { gitVersion: 'v1.36.0' }, serverVersion: { gitVersion: 'v1.33.4' } }));`;

test('the version and the record of a namespace are asked for when a user chooses so, by these commands and no other', async () => {
  const { connection } = await start(true, versions);
  expect(asked()).toBe('');
  expect(await connection.sendRequest(clusterVersionRequest, {})).toEqual({ said: 'v1.33.4', version: '1.33' });
  expect(await connection.sendRequest(clusterRecordRequest, { namespace: null })).toMatchObject({
    text: expect.stringContaining('v1.33.4'),
  });
  await connection.sendRequest(clusterRecordRequest, { namespace: 'work' });
  const read = 'get jobs,pods,events -o json';
  expect(asked()).toBe(`version -o json\n${read}\n${read} --namespace=work\n`);
});

test('what cannot be a namespace is no argument', async () => {
  const { connection } = await start(true, versions);
  expect(await connection.sendRequest(clusterRecordRequest, { namespace: '--all-namespaces' })).toEqual({
    failure: '"--all-namespaces" cannot be the name of a namespace.',
  });
  expect(asked()).toBe('');
});

test('why there is no answer is told in words of kubectl', async () => {
  const { connection } = await start(true, `process.stderr.write('The connection was refused\\n'); process.exit(1);`);
  expect(await connection.sendRequest(clusterVersionRequest, {})).toEqual({ failure: 'kubectl: The connection was refused' });
});

test.each([false, undefined])('nothing is asked in a workspace that is not trusted, until it is: %s', async (trusted) => {
  const { connection } = await start(trusted, versions);
  const failure = 'Nothing is run in a workspace that is not trusted.';
  expect(await connection.sendRequest(clusterVersionRequest, {})).toEqual({ failure });
  expect(await connection.sendRequest(clusterRecordRequest, { namespace: null })).toEqual({ failure });
  expect(asked()).toBe('');
  await connection.sendNotification(trustNotification);
  expect(await connection.sendRequest(clusterVersionRequest, {})).toMatchObject({ version: '1.33' });
});
