import { afterEach, expect, test } from 'vitest';
import type { ReadFirstParams, RunTestsResult, TestsResult } from '../../server/protocol/requests.ts';
import { jobWith } from '../manifests.ts';
import { type Session, startSession } from './session.ts';

const uri = 'file:///w/report.test.yaml';
const files: Readonly<Record<string, string>> = {
  [uri]: `tests:
  - name: in time
    expect:
      - completes within 10m
      - at most 0 pods
  - scenarios: [slow.scenario.yaml, {run: {exit: 1}}]
    expect: completes within 1h
  - scenario: nowhere.scenario.yaml
    expect: completes
`,
  'file:///w/slow.scenario.yaml': 'run: {for: 2h}\n',
  'file:///w/report.yaml': jobWith({ metadata: 'name: report', spec: 'backoffLimit: 0', container: 'command: [sleep, "5"]' }),
};
let session: Session | undefined;
afterEach(async () => {
  await session?.end();
  session = undefined;
});

test('the tests of a file are listed and played as kubejob test plays them', async () => {
  session = await startSession(undefined, {
    initializationOptions: { readsFiles: true },
    requests: {
      'kubejob/readFirst': (params: unknown) => {
        const found = (params as ReadFirstParams).uris.find((one) => files[one] !== undefined);
        return found === undefined ? null : { uri: found, text: files[found] };
      },
    },
  });
  const { connection } = session;
  const listed = await connection.sendRequest<TestsResult>('kubejob/tests', { uri });
  expect(listed.tests.map(({ name, sentences }) => [name, sentences.map(({ sentence }) => sentence)])).toEqual([
    ['in time', ['completes within 10m', 'at most 0 pods']],
    ['test 2', ['completes within 1h']],
    ['test 3', ['completes']],
  ]);
  const { results, reason, dependsOn } = await connection.sendRequest<RunTestsResult>('kubejob/runTests', { uri });
  expect(reason).toBe(null);
  expect(results.map(({ test, scenario, status, range }) => [test, scenario, status, range.start.line])).toEqual([
    ['in time', null, 'passed', 3],
    ['in time', null, 'failed', 4],
    ['test 2', 'slow.scenario.yaml', 'failed', 6],
    ['test 2', 'scenario 2', 'failed', 6],
    ['test 3', 'nowhere.scenario.yaml', 'not-run', 8],
  ]);
  // A scenario that there is not yet among them: the tests are worth another run once it is written.
  expect(dependsOn.toSorted()).toEqual([
    'file:///w/nowhere.scenario.yaml',
    'file:///w/report.json',
    'file:///w/report.scenario.yaml',
    'file:///w/report.scenario.yml',
    'file:///w/report.test.yaml',
    'file:///w/report.yaml',
    'file:///w/report.yml',
    'file:///w/slow.scenario.yaml',
  ]);
  expect(results[1]?.rows.join('\n')).toContain('report');
  expect(results[4]?.happened).toContain('nowhere.scenario.yaml');
  expect(await connection.sendRequest<RunTestsResult>('kubejob/runTests', { uri: 'file:///w/other.test.yaml' })).toMatchObject({
    results: [],
    reason: expect.stringContaining('no manifest'),
    dependsOn: expect.arrayContaining(['file:///w/other.test.yaml', 'file:///w/other.yaml']),
  });
});

test('tests wait for what the workspace says of namespaces, and depend on the files that a configuration names for it', async () => {
  const facts = 'kind: ResourceQuota\napiVersion: v1\nmetadata: {name: quota, namespace: work}\nspec: {hard: {pods: "0"}}\n';
  const stored: Readonly<Record<string, string>> = {
    'file:///w/jobs/report.test.yaml': 'tests: [{expect: [completes within 10m]}]\n',
    'file:///w/jobs/report.yaml': jobWith({ metadata: 'name: report', container: 'command: [sleep, "5"]' }),
    'file:///w/.kubejob.yaml': 'namespace: work\nfacts: ./cluster/the%20facts.yaml\n'.replace('%20', ' '),
    'file:///w/cluster/the%20facts.yaml': facts,
  };
  session = await startSession(undefined, {
    rootUri: 'file:///w',
    initializationOptions: { readsFiles: true },
    requests: {
      'kubejob/readFirst': (params: unknown) => {
        const found = (params as ReadFirstParams).uris.find((one) => stored[one] !== undefined);
        return found === undefined ? null : { uri: found, text: stored[found] };
      },
      'kubejob/filesHolding': () => ({ files: Object.entries(stored).map(([one, text]) => ({ uri: one, text })) }),
    },
  });
  const tests = { uri: 'file:///w/jobs/report.test.yaml' };
  const { results, dependsOn } = await session.connection.sendRequest<RunTestsResult>('kubejob/runTests', tests);
  expect(results.map(({ status }) => status)).toEqual(['failed']);
  expect(dependsOn).toContain('file:///w/cluster/the%20facts.yaml');
});
