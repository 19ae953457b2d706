import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { AllFacts } from '../application/facts/facts-at.ts';
import type { Settings } from '../application/settings/settings.ts';
import type { FoundFile } from '../files/manifests-at.ts';
import { type JudgedFile, judgeFiles } from './judge-files.ts';

/** With fewer files a second thread costs more processor time than it gains: each compiles all of the code for itself. */
const manyFiles = 1500;

/** How many files a thread takes at once. What was found in them is all that is held at a time. */
const shareSize = 50;

/** As `judgeFiles`; `many` files and more in two threads, where the machine can run them at once. */
export async function* judgeInThreads(
  files: readonly FoundFile[],
  settings: Settings,
  facts: AllFacts,
  many = manyFiles,
): AsyncGenerator<JudgedFile> {
  const program = new URL('./cli-judging-worker.mjs', import.meta.url);
  if (files.length < many || availableParallelism() < 2 || !existsSync(fileURLToPath(program))) {
    yield* judgeFiles(files, settings, facts);
    return;
  }
  const second = startThread(program, settings, facts);
  try {
    for (let at = 0; at < files.length; at += 2 * shareSize) {
      const middle = at + shareSize;
      const rest = second.judge(files.slice(middle, middle + shareSize));
      yield* judgeFiles(files.slice(at, middle), settings, facts);
      yield* await rest;
    }
  } finally {
    await second.end();
  }
}

interface Thread {
  judge(files: readonly FoundFile[]): Promise<readonly JudgedFile[]>;
  end(): Promise<unknown>;
}

function startThread(program: URL, settings: Settings, facts: AllFacts): Thread {
  const worker = new Worker(program, { workerData: { settings, facts } });
  return {
    judge: (files) =>
      new Promise((resolve, reject) => {
        const onExit = (code: number) => reject(new Error(`the second thread ended with ${code}`));
        worker.once('error', reject).once('exit', onExit);
        worker.once('message', (judged: readonly JudgedFile[]) => {
          worker.off('error', reject).off('exit', onExit);
          resolve(judged);
        });
        worker.postMessage(files);
      }),
    end: () => worker.terminate(),
  };
}
