import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderWith } from '../folder-with.ts';
import { run } from './run.ts';

const dumps = JSON.parse(readFileSync(join(import.meta.dirname, '../simulations/node-dumps.json'), 'utf8'));
const dump = JSON.stringify(dumps['never-missing-command']);
const file = join(folderWith({ 'dump.json': dump }), 'dump.json');

test('says how and why a Job ended, what happened, and what the simulation says', async () => {
  const { code, out } = await run('explain', file);
  expect(code).toBe(0);
  expect(out).toBe(`hello  Failed after 13 s (BackoffLimitExceeded): 2 pods, 2 of them failed.

Why
  Its pods failed, or restarted their containers, more often than backoffLimit (1) allows.
  Container main could not be started (exit code 128), in 2 pods: failed to create containerd task: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: exec: "bashccc": executable file not found in $PATH: unknown

What happened
        0 s  hello        Running 0/1
        0 s  hello-zbpk7  0/1 Pending
        0 s  hello-zbpk7  0/1 StartError
       10 s  hello-dcsqk  0/1 Pending
       10 s  hello-dcsqk  0/1 StartError
       13 s  hello        Failed 0/1

What the simulation says
  By the manifest alone: Failed after 12 s (BackoffLimitExceeded): 2 pods, 2 of them failed.
  Played with the containers as they behaved: Failed after 12 s (BackoffLimitExceeded): 2 pods, 2 of them failed.
`);
});

test('JSON has the rows of a recording, with the names of the pods', async () => {
  const { out } = await run('explain', file, '--output', 'json');
  expect(JSON.parse(out)).toMatchObject({
    kind: 'Job',
    name: 'hello',
    summary: { outcome: 'Failed', reason: 'BackoffLimitExceeded', duration: 13 },
    podNames: ['hello-zbpk7', 'hello-dcsqk'],
    scenario: {
      pods: [
        { ordinal: 0, run: { cannotStart: true } },
        { ordinal: 1, run: { cannotStart: true } },
      ],
    },
    pods: expect.arrayContaining([{ t: 10, event: 'MODIFIED', pod: 1, READY: '0/1', STATUS: 'StartError', RESTARTS: '0' }]),
  });
});

test('of a range of versions the newest is simulated, as one line says', async () => {
  const [range, newest] = [
    await run('explain', file, '--kubernetes-version', '1.33-1.36'),
    await run('explain', file, '--kubernetes-version', '1.36'),
  ];
  expect(range).toMatchObject({
    code: 0,
    out: newest.out,
    error: expect.stringContaining('simulated as by 1.36, the newest of the range'),
  });
  expect(newest.error).toBe('');
});

test('the scenario is one that plays the manifest that kubectl printed', async () => {
  const { out } = await run('explain', file, '--output', 'scenario');
  const [job] = dumps['never-missing-command'].items;
  const folder = folderWith({ 'job.json': JSON.stringify(job), 'job.scenario.yaml': out });
  const played = await run('simulate', join(folder, 'job.json'), '--output', 'summary');
  expect(played).toMatchObject({ code: 0, out: expect.stringContaining('Failed after 12 s (BackoffLimitExceeded)') });
});

test.each([
  ['pods', /hello-dcsqk +0\/1 +StartError/],
  ['events', /BackoffLimitExceeded/],
  ['watch', /Failed/],
  ['describe', /Pods Statuses: +0 Active/],
])('prints %s as kubectl', async (output, expected) => {
  expect((await run('explain', file, '--output', output)).out).toMatch(expected);
});

test('what holds no Job, or a manifest alone, ends it with 2', async () => {
  const empty = join(folderWith({ 'a.yaml': 'a: b' }), 'a.yaml');
  expect(await run('explain', empty)).toMatchObject({
    code: 2,
    error: expect.stringContaining('no Job in it: give the output of kubectl'),
  });
  const manifest = join(folderWith({ 'a.yaml': 'apiVersion: batch/v1\nkind: Job\nmetadata: {name: pi}\n' }), 'a.yaml');
  expect(await run('explain', manifest)).toMatchObject({ code: 2, error: expect.stringContaining('Job pi is a manifest') });
  expect(await run('explain', file, '--name', 'other')).toMatchObject({ code: 2, error: expect.stringContaining('there is hello') });
});
