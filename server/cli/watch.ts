import { type FSWatcher, watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import { isFolder } from '../files/folders.ts';
import type { Streams } from './streams/streams.ts';

/** Milliseconds that are waited for more changes. */
const pause = 100;

/** What a manifest, or what is said of it, is called. */
const telling = /(?:\.(?:ya?ml|json)|^Kustomization)$/;

/**
 * Runs something at once, and again whenever a file below the paths, or beside those that are files, changes, or one of `others`, which
 * lie elsewhere and are asked for before each run; until Ctrl+C, or `ended`.
 */
export function watchFiles(
  paths: readonly string[],
  others: () => readonly string[],
  run: () => unknown,
  { error }: Pick<Streams, 'error'>,
  ended: AbortSignal = atInterrupt(),
): Promise<void> {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let elsewhere: readonly FSWatcher[] = [];
  const soon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(again, pause);
  };
  const follow = () => {
    for (const watcher of elsewhere) watcher.close();
    elsewhere = others().flatMap((file) => watched(dirname(file), false, (name) => name === null || name === basename(file), soon));
  };
  const again = () => {
    error(`\n${new Date().toLocaleTimeString()}\n`);
    follow();
    run();
  };
  follow();
  run();
  const folders = new Set(paths.map((path) => (isFolder(path) ? path : dirname(path))));
  const own = [...folders].flatMap((folder) => watched(folder, true, (name) => name === null || telling.test(basename(name)), soon));
  error('kubejob: watching; Ctrl+C ends it\n');
  return new Promise((resolve) => {
    ended.addEventListener('abort', () => {
      clearTimeout(waiting);
      for (const watcher of [...own, ...elsewhere]) watcher.close();
      resolve();
    });
  });
}

/** Nothing where the folder is not there. */
function watched(folder: string, recursive: boolean, isMeant: (name: string | null) => boolean, changed: () => void): readonly FSWatcher[] {
  try {
    return [watch(folder, { recursive }, (_, name) => isMeant(name) && changed())];
  } catch {
    return [];
  }
}

function atInterrupt(): AbortSignal {
  const interrupt = new AbortController();
  process.once('SIGINT', () => interrupt.abort());
  return interrupt.signal;
}
