import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { FoundFile } from '../../files/manifests-at.ts';
import { type HowToJudge, type JudgedFile, judgeFiles } from './judge-files.ts';
import { keepHeapSmall } from './small-heap.ts';

/** With fewer files a second thread costs more processor time than it gains: each compiles all of the code for itself. */
const manyFiles = 1500;

/** How many files a thread takes at once. */
const shareSize = 50;

/** What is made for one file is let go with it: the second thread needs no large room for what is young. */
const maxYoungGenerationSizeMb = 6;

type Share = readonly JudgedFile[];

/** As `judgeFiles`; `many` files and more in two threads, where the machine can run them at once. */
export async function* judgeInThreads(files: readonly FoundFile[], how: HowToJudge, many = manyFiles): AsyncGenerator<JudgedFile> {
  const program = new URL('./cli-judging-worker.mjs', import.meta.url);
  if (files.length < many || availableParallelism() < 2 || !existsSync(fileURLToPath(program))) {
    yield* judgeFiles(files, how);
    return;
  }
  keepHeapSmall();
  const second = startThread(program, how);
  const here = async (share: readonly FoundFile[]) => {
    // Lets what the other thread sent come in, and what is known be written.
    await new Promise((resolve) => setImmediate(resolve));
    return [...judgeFiles(share, how)];
  };
  try {
    yield* sharedOut(files, [here, second.judge]);
  } finally {
    await second.end();
  }
}

/** Whoever is free takes the next share of the files; what was found comes in their order. */
async function* sharedOut(
  files: readonly FoundFile[],
  judges: readonly ((share: readonly FoundFile[]) => Promise<Share>)[],
): AsyncGenerator<JudgedFile> {
  const shares = Array.from({ length: Math.ceil(files.length / shareSize) }, (_, at) => files.slice(at * shareSize, (at + 1) * shareSize));
  const tell = new Map<number, (judged: Share) => void>();
  const judged = shares.map((_, at) => new Promise<Share>((resolve) => tell.set(at, resolve)));
  const left = shares.entries();
  const work = Promise.all(
    judges.map(async (judge) => {
      for (const [at, share] of left) tell.get(at)?.(await judge(share));
    }),
  );
  for (const share of judged) yield* await Promise.race([share, work.then(() => share)]);
}

interface Thread {
  judge(files: readonly FoundFile[]): Promise<readonly JudgedFile[]>;
  end(): Promise<unknown>;
}

function startThread(program: URL, how: HowToJudge): Thread {
  const worker = new Worker(program, { workerData: how, resourceLimits: { maxYoungGenerationSizeMb } });
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
