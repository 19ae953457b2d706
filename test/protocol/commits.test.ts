import { execFileSync } from 'node:child_process';
import { beforeEach, describe, expect, test } from 'vitest';
import { jobWith } from '../manifests.ts';
import type { Session } from './session.ts';
import { workspaceForEach } from './workspace.ts';

const written = jobWith('completions: 4');
const changed = jobWith('completions: 5');
const push = { textDocument: { publishDiagnostics: {} } };

const { path, address, write, begin } = workspaceForEach();
beforeEach(() => {
  git('init', '-q');
  store(written);
  commit();
});

const git = (...args: readonly string[]) =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.example', ...args], { cwd: path(), stdio: 'pipe' });
const uri = () => address('job.yaml');
const store = (text: string) => write({ 'job.yaml': text });
const commit = () => {
  git('add', '.');
  git('commit', '-q', '-m', 'a');
};

async function opened(text: string, initializationOptions: object) {
  const session = await begin(push, { initializationOptions });
  await session.open(uri(), text);
  return session;
}
/** What is marked in a version of the text once there is as much as is wanted. */
const marks = ({ published }: Session, version = 1) =>
  expect.poll(() => published(uri(), version)?.diagnostics.map(({ code }) => code), { timeout: 30_000 });

describe('an editor that knows nothing of git', () => {
  test('marks what Kubernetes would refuse of a change, until it is committed', async () => {
    const server = await opened(changed, { trusted: true });
    await marks(server).toContain('immutable-change');
    store(changed);
    commit();
    await server.connection.sendNotification('textDocument/didSave', { textDocument: { uri: uri() } });
    await marks(server).not.toContain('immutable-change');
  });

  test('marks nothing more once the change is taken back on the disk, as git does', async () => {
    store(changed);
    commit();
    const server = await opened(changed, { trusted: true });
    git('reset', '-q', '--hard', 'HEAD^', '--');
    await server.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uri(), type: 2 }] });
    await marks(server).toContain('immutable-change');
    await server.change(uri(), 2, [{ text: written }]);
    await marks(server, 2).not.toContain('immutable-change');
  });

  test('is trusted later on, and asks then', async () => {
    const server = await opened(changed, {});
    await server.connection.sendNotification('kubejob/trusted');
    await marks(server).toContain('immutable-change');
  });
});
