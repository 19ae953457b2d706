import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach } from 'vitest';
import { type Files, folderWith, writeFiles } from '../folder-with.ts';
import { type Session, startSession } from './session.ts';

/** A folder on the disk for each test of a file, and the session that the test begins; both are gone after it. */
export function workspaceForEach() {
  let home = '';
  let session: Session | undefined;
  beforeEach(() => {
    home = folderWith();
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
    write: (files: Files) => writeFiles(home, files),
    async begin(...args: Parameters<typeof startSession>): Promise<Session> {
      session = await startSession(...args);
      return session;
    },
  };
}
