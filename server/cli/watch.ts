import { statSync, watch } from 'node:fs';
import { dirname } from 'node:path';
import { type ExitStatus, exitStatus, type Streams } from './streams/streams.ts';

/** Milliseconds that are waited for more changes. */
const pause = 100;

/** Runs something at once, and again whenever a file below the paths, or beside those that are files, changes; until it is stopped. */
export function watchFolders(paths: readonly string[], run: () => unknown, { error }: Streams): Promise<ExitStatus> {
  run();
  const folders = new Set(paths.map((path) => (isFolder(path) ? path : dirname(path))));
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const again = () => {
    error(`\n${new Date().toLocaleTimeString()}\n`);
    run();
  };
  for (const folder of folders)
    watch(folder, { recursive: true }, (_, name) => {
      if (name !== null && !/\.(?:ya?ml|json)$/.test(name)) return;
      clearTimeout(waiting);
      waiting = setTimeout(again, pause);
    });
  error('kubejob: watching; Ctrl+C ends it\n');
  return new Promise((resolve) => process.once('SIGINT', () => resolve(exitStatus.good)));
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
