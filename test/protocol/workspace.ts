import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach } from 'vitest';
import { type Session, startSession } from './session.ts';

/** A folder on the disk for each test of a file, and the session that the test begins; both are gone after it. */
export function workspaceForEach() {
  let home = '';
  let session: Session | undefined;
  beforeEach(() => {
    home = realpathSync(mkdtempSync(join(tmpdir(), 'kubejob-workspace-')));
  });
  afterEach(async () => {
    await session?.end();
    session = undefined;
    rmSync(home, { recursive: true, force: true });
  });
  return {
    /** The path of a file in it; of the folder itself without one. */
    path: (file = '') => join(home, file),
    address: (file = '') => pathToFileURL(join(home, file)).href,
    write(files: Readonly<Record<string, string>>): void {
      for (const [file, text] of Object.entries(files)) {
        mkdirSync(dirname(join(home, file)), { recursive: true });
        writeFileSync(join(home, file), text);
      }
    },
    async begin(...args: Parameters<typeof startSession>): Promise<Session> {
      session = await startSession(...args);
      return session;
    },
  };
}
