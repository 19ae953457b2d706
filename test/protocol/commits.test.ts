import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { jobWith } from '../manifests.ts';
import { type Session, startSession } from './session.ts';

const written = jobWith('completions: 4');
const changed = jobWith('completions: 5');
const push = { textDocument: { publishDiagnostics: {} } };

let folder: string;
let session: Session | undefined;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'kubejob-commits-')));
  git('init', '-q');
  store(written);
  commit();
});
afterEach(async () => {
  await session?.end();
  session = undefined;
  rmSync(folder, { recursive: true });
});

const git = (...args: readonly string[]) =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.example', ...args], { cwd: folder, stdio: 'pipe' });
const uri = () => pathToFileURL(join(folder, 'job.yaml')).href;
const store = (text: string) => writeFileSync(join(folder, 'job.yaml'), text);
const commit = () => {
  git('add', '.');
  git('commit', '-q', '-m', 'a');
};

async function opened(text: string, initializationOptions: object) {
  session = await startSession(push, { initializationOptions });
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
