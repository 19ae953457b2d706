import { afterEach, expect, test } from 'vitest';
import type { ConfigurationResult, FilesHoldingParams, ReadFirstParams } from '../../server/protocol/requests.ts';
import { jobWith } from '../manifests.ts';
import { type Session, startSession } from './session.ts';

const job = jobWith({ metadata: 'name: hello', spec: 'parallelism: 3\ncompletions: 2\nttlSecondsAfterFinished: 60' });
const [uri, above] = ['file:///w/deep/job.yaml', 'file:///w/.kubejob.yaml'];

let session: Session | undefined;
afterEach(async () => {
  await session?.end();
  session = undefined;
});

/** An editor that reads these files for the server, but those that begin with a dot only where it is asked for one, with what somebody has set. */
function editorWith(files: Record<string, string>, settings: object = {}) {
  return {
    rootUri: 'file:///w',
    initializationOptions: { readsFiles: true, settings },
    requests: {
      'kubejob/readFirst': (params: unknown) => {
        const { uris } = params as ReadFirstParams;
        const found = uris.find((one) => files[one] !== undefined);
        return found === undefined ? null : { uri: found, text: files[found] };
      },
      'kubejob/filesHolding': (params: unknown) => {
        const { pattern } = params as FilesHoldingParams;
        return {
          files: Object.entries(files).flatMap(([uri, text]) =>
            new RegExp(pattern).test(text) && !uri.includes('/.') ? [{ uri, text }] : [],
          ),
        };
      },
    },
  };
}

/** The level at which the advice on the parallelism is shown; undefined where it is not. */
async function level(begun: Session): Promise<number | undefined> {
  return begun.published(uri, 1)?.diagnostics.find(({ code }) => code === 'parallelism-above-completions')?.severity;
}

test('levels of rules are those of the configuration above a text, as it changes, and what of it settings take the place of is told', async () => {
  const files: Record<string, string> = { [above]: 'kubernetesVersion: 1.31\nrules: {parallelism-above-completions: error}\n' };
  session = await startSession({ textDocument: { publishDiagnostics: {} } }, editorWith(files));
  const begun = session;
  await begun.open(uri, job);
  await expect.poll(() => level(begun), { timeout: 10_000 }).toBe(1);
  expect(await begun.connection.sendRequest<ConfigurationResult>('kubejob/configuration', { uri })).toEqual({
    file: above,
    versions: '1.31',
    overridden: [],
  });
  files[above] = 'rules: {parallelism-above-completions: off}\n';
  await begun.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: above, type: 2 }] });
  await expect.poll(() => level(begun), { timeout: 10_000 }).toBe(undefined);
});

test('a configuration above the folder that is open counts, with the file of facts that it names; elsewhere none above the workspace does', async () => {
  const facts = 'apiVersion: v1\nkind: Namespace\nmetadata: {name: work, labels: {pod-security.kubernetes.io/enforce: restricted}}\n';
  const files = {
    [above]: 'namespace: work\nfacts: cluster/work.yaml\nrules: {parallelism-above-completions: error}\n',
    'file:///w/cluster/work.yaml': facts,
    'memory:/.kubejob.yaml': 'rules: {parallelism-above-completions: off}\n',
  };
  session = await startSession({ textDocument: { publishDiagnostics: {} } }, { ...editorWith(files), rootUri: 'file:///w/deep' });
  const begun = session;
  await begun.open(uri, job);
  await expect.poll(() => level(begun), { timeout: 10_000 }).toBe(1);
  await expect.poll(() => begun.published(uri, 1)?.diagnostics.map(({ code }) => code), { timeout: 10_000 }).toContain('pods-refused');
  const elsewhere = 'memory:/w/job.yaml';
  await begun.open(elsewhere, job);
  const asked = () => begun.connection.sendRequest<ConfigurationResult>('kubejob/configuration', { uri: elsewhere });
  expect(await asked()).toMatchObject({ file: null });
});

test('a configuration above the folder that is open is watched, and read again with each text that is saved', async () => {
  const files: Record<string, string> = { [above]: 'rules: {parallelism-above-completions: error}\n' };
  const watches = { didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true } };
  const registered: unknown[] = [];
  const editor = editorWith(files);
  session = await startSession(
    { textDocument: { publishDiagnostics: {} }, workspace: watches },
    {
      ...editor,
      rootUri: 'file:///w/deep',
      requests: {
        ...editor.requests,
        'client/registerCapability': (params: unknown) => {
          registered.push(params);
          return null;
        },
      },
    },
  );
  const begun = session;
  await begun.open(uri, job);
  await expect.poll(() => level(begun), { timeout: 10_000 }).toBe(1);
  await expect.poll(() => JSON.stringify(registered)).toContain('{"baseUri":"file:///w","pattern":".kubejob.yaml"}');
  const saved = () => begun.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
  files[above] = 'rules: {parallelism-above-completions: off}\n';
  await saved();
  await expect.poll(() => level(begun), { timeout: 10_000 }).toBe(undefined);
  delete files[above];
  await saved();
  await expect.poll(() => level(begun), { timeout: 10_000 }).toBe(3);
});

test('settings that somebody has set hold, those at their default too', async () => {
  const files = { [above]: 'kubernetesVersion: 1.31\nadvice: off\nrules: {parallelism-above-completions: error}\n' };
  const settings = { kubernetesVersion: '1.37', advice: 'all', rules: { 'parallelism-above-completions': 'warning' } };
  session = await startSession({ textDocument: { publishDiagnostics: {} } }, editorWith(files, settings));
  const begun = session;
  await begun.open(uri, job);
  const asked = () => begun.connection.sendRequest<ConfigurationResult>('kubejob/configuration', { uri });
  await expect.poll(asked, { timeout: 10_000 }).toEqual({
    file: above,
    versions: '1.37',
    overridden: ['kubernetesVersion', 'advice', 'rules'],
  });
  expect(await level(begun)).toBe(2);
});
