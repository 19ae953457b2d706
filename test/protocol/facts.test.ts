import { describe, expect, test } from 'vitest';
import type { CheckResult, FactsResult, FilesHoldingParams, ReadFirstParams, SimulateAnswer } from '../../server/protocol/requests.ts';
import { jobWith } from '../manifests.ts';
import type { Session } from './session.ts';
import { workspaceForEach } from './workspace.ts';

const job = jobWith({ metadata: 'name: hello\nnamespace: work', spec: 'ttlSecondsAfterFinished: 60', container: 'command: [sleep, "5"]' });
const quota = (pods: number) =>
  `apiVersion: v1\nkind: ResourceQuota\nmetadata: {name: quota, namespace: work}\nspec: {hard: {pods: ${pods}}}\n`;
const push = { textDocument: { publishDiagnostics: {} } };

const { address, write, begin } = workspaceForEach();

/** Waits until the errors and warnings that were pushed last for the first version of a text have these codes. */
async function pushed({ published }: Session, uri: string, codes: readonly string[]): Promise<void> {
  await expect
    .poll(() => published(uri, 1)?.diagnostics.flatMap(({ severity = 1, code }) => (severity <= 2 ? [code] : [])), { timeout: 10_000 })
    .toEqual(codes);
}

/** An editor that reads these files for the server. */
function reading(files: Record<string, string>) {
  const texts = () => Object.entries(files).map(([uri, text]) => ({ uri, text }));
  return {
    initializationOptions: { readsFiles: true },
    requests: {
      'kubejob/readFirst': (params: unknown) => {
        const { uris } = params as ReadFirstParams;
        return texts().find(({ uri }) => uris.includes(uri)) ?? null;
      },
      'kubejob/filesHolding': (params: unknown) => {
        const { pattern } = params as FilesHoldingParams;
        return { files: texts().filter(({ text }) => new RegExp(pattern).test(text)) };
      },
    },
  };
}

describe('what the workspace says of a namespace', () => {
  const uri = 'file:///w/job.yaml';
  const facts = 'file:///w/quota.yaml';

  test('is told of a Job, simulated, checked, and shown', async () => {
    const begun = await begin(push, reading({ [facts]: quota(0), 'file:///w/other.yaml': job }));
    await begun.open(uri, job);
    await pushed(begun, uri, ['pods-refused']);
    const { connection } = begun;
    expect(await connection.sendRequest<FactsResult>('kubejob/facts', { uri })).toEqual({
      facts: ['work: ResourceQuota quota (pods 0/0)'],
    });
    const answer: SimulateAnswer = await connection.sendRequest('kubejob/simulate', { uri, document: 0, until: 10 });
    expect(answer).toMatchObject({
      status: 'simulated',
      run: { summary: { podsCreated: 0 } },
      assumptions: expect.arrayContaining([{ text: 'in force in the namespace: ResourceQuota quota (pods 0/0)' }]),
    });
    const { diagnostics }: CheckResult = await connection.sendRequest('kubejob/check', { uri: 'file:///w/other.yaml', text: job });
    expect(diagnostics.map(({ code }) => code)).toContain('pods-refused');
  });

  test('counts as it is being edited, and as it is stored once that is closed', async () => {
    const begun = await begin(push, reading({ [facts]: quota(0) }));
    await begun.open(uri, job);
    await pushed(begun, uri, ['pods-refused']);
    await begun.open(facts, quota(0));
    await begun.change(facts, 2, [{ text: quota(3) }]);
    await pushed(begun, uri, []);
    await begun.connection.sendNotification('textDocument/didClose', { textDocument: { uri: facts } });
    await pushed(begun, uri, ['pods-refused']);
  });

  test('follows files that change, and goes with them', async () => {
    const files: Record<string, string> = { [facts]: quota(3) };
    const begun = await begin(push, reading(files));
    const changed = () => begun.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: facts, type: 2 }] });
    await begun.open(uri, job);
    await begun.open(
      'file:///w/plain.yaml',
      jobWith({ pod: 'nodeName: here\nschedulingGates: [{name: example.com/gate}]', spec: 'ttlSecondsAfterFinished: 60' }),
    );
    await pushed(begun, uri, []);
    await expect.poll(async () => (await begun.connection.sendRequest<FactsResult>('kubejob/facts', { uri })).facts).toHaveLength(1);
    files[facts] = quota(0);
    await changed();
    await pushed(begun, uri, ['pods-refused']);
    delete files[facts];
    await changed();
    await pushed(begun, uri, []);
  });

  test('or a file of facts that .kubejob.yaml names, for what lies below it', async () => {
    const files = {
      'file:///w/.kubejob.yaml': 'namespace: work\nfacts: ./cluster/a%20b.yaml\n'.replace('%20', ' '),
      'file:///w/cluster/a%20b.yaml': quota(0),
      'file:///w/deep/quota.yaml': quota(3),
    };
    const begun = await begin(push, reading(files));
    const homeless = job.replace('  namespace: work\n', '');
    await begun.open('file:///w/deep/job.yaml', homeless);
    await begun.open('file:///elsewhere/job.yaml', homeless);
    await pushed(begun, 'file:///w/deep/job.yaml', ['pods-refused']);
    await pushed(begun, 'file:///elsewhere/job.yaml', []);
  });

  test('is known to a check of the workspace before any text is open', async () => {
    const { connection } = await begin(push, reading({ [facts]: quota(0) }));
    const { diagnostics }: CheckResult = await connection.sendRequest('kubejob/check', { uri, text: job });
    expect(diagnostics.map(({ code }) => code)).toContain('pods-refused');
  });

  test('is what the editor has in hand, also where that is not stored', async () => {
    const begun = await begin(push, reading({ [facts]: quota(3) }));
    await begun.open(facts, quota(0));
    await begun.open(uri, job);
    await pushed(begun, uri, ['pods-refused']);
  });

  test('is left aside where a setting says so', async () => {
    const { initializationOptions, requests } = reading({ [facts]: quota(0) });
    const settings = { namespaceFacts: { enabled: false } };
    const asked: unknown[] = [];
    const counted = { ...requests, 'kubejob/filesHolding': (params: unknown) => asked.push(params) };
    const begun = await begin(push, { initializationOptions: { ...initializationOptions, settings }, requests: counted });
    await begun.open(uri, job);
    await begun.open(facts, quota(0));
    expect(await begun.connection.sendRequest<FactsResult>('kubejob/facts', { uri })).toEqual({ facts: [] });
    await pushed(begun, uri, []);
    expect(asked).toEqual([]);
  });
});

test('other editors have it read from the folder that is open', async () => {
  write({ 'quota.yaml': quota(0), 'job.yaml': job });
  const uri = address('job.yaml');
  const begun = await begin(push, { rootUri: address() });
  await begun.open(uri, job);
  await pushed(begun, uri, ['pods-refused']);
});

test('a .kubejob.yaml above a text ignores rules in it, and takes that back when it changes', async () => {
  const uri = 'file:///w/jobs/job.yaml';
  const configuration = 'file:///w/.kubejob.yaml';
  const loud = jobWith({ spec: 'parallelism: 3\ncompletions: 2', container: 'command: [sleep, "5"]' });
  const begun = await begin(push, reading({ [configuration]: 'ignore: [{rule: parallelism-above-completions, files: jobs/}]\n' }));
  await begun.open(uri, loud);
  const codes = () => published(begun, uri);
  await expect.poll(codes, { timeout: 10_000 }).not.toContain('parallelism-above-completions');
  expect(codes()).toContain('unremoved-job');
  await begun.open(configuration, 'ignore: [unremoved-job]\n');
  await expect.poll(codes, { timeout: 10_000 }).toContain('parallelism-above-completions');
  expect(codes()).not.toContain('unremoved-job');
});

test('a .kubejob.yaml ignores rules where nobody wants to know of namespaces, too', async () => {
  const uri = 'file:///w/jobs/deep/job.yaml';
  const configuration = 'file:///w/jobs/.kubejob.yaml';
  const files = { [configuration]: 'ignore: [parallelism-above-completions]\n', [`file:///w/quota.yaml`]: quota(0) };
  const editor = reading(files);
  const initializationOptions = { ...editor.initializationOptions, settings: { namespaceFacts: { enabled: false } } };
  const begun = await begin(push, { ...editor, initializationOptions, rootUri: 'file:///w' });
  await begun.open(uri, jobWith({ metadata: 'name: hello\nnamespace: work', spec: 'parallelism: 3\ncompletions: 2' }));
  const codes = () => published(begun, uri);
  await expect.poll(codes, { timeout: 10_000 }).not.toContain('parallelism-above-completions');
  expect(codes()).toContain('unremoved-job');
  expect(codes()).not.toContain('pods-refused');
  await begun.open(configuration, 'ignore: [unremoved-job]\n');
  await expect.poll(codes, { timeout: 10_000 }).toContain('parallelism-above-completions');
  expect(codes()).not.toContain('unremoved-job');
});

function published({ published: latest }: Session, uri: string): readonly unknown[] {
  return latest(uri, 1)?.diagnostics.map(({ code }) => code) ?? [];
}
