import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { FoundFile } from '../../files/manifests-at.ts';
import { mayHoldOurs } from '../../kubernetes/fields/kind-in-text.ts';
import { mayCarryJobs } from '../../kubernetes/job-carriers.ts';
import { type HowToJudge, type JudgedFile, judgeFiles } from './judge-files.ts';
import { keepHeapSmall } from './small-heap.ts';

/**
 * From when on a second thread gains more than it costs: it compiles all of the code for itself, which takes it half a second and more.
 * With fewer files that may hold a Job, and before that time, one thread does with less of the processor, and is nearly as soon done.
 */
interface Threshold {
  readonly files: number;
  /** Of judging in one thread. */
  readonly milliseconds: number;
}

const worthIt: Threshold = { files: 1500, milliseconds: 3000 };

/** How many files a thread takes at once. */
const shareSize = 50;

/** What is made for one file is let go with it: the second thread needs no large room for what is young. */
const maxYoungGenerationSizeMb = 6;

type Share = readonly JudgedFile[];

/** As `judgeFiles`; in two threads, where the machine can run them at once, what is left of many files after some time. */
export async function* judgeInThreads(files: readonly FoundFile[], how: HowToJudge, threshold = worthIt): AsyncGenerator<JudgedFile> {
  const program = new URL('./cli-judging-worker.mjs', import.meta.url);
  const mayShare = availableParallelism() >= 2 && existsSync(fileURLToPath(program));
  const isMany = (left: readonly FoundFile[]) => hasAtLeast(threshold.files, left, isWork);
  if (isMany(files)) keepHeapSmall();
  const began = Date.now();
  const isLong = (left: readonly FoundFile[]) => Date.now() - began >= threshold.milliseconds && isMany(left);
  let alone = 0;
  function* untilLong(): Iterable<FoundFile> {
    for (const file of files) {
      if (mayShare && alone % shareSize === 0 && isLong(files.slice(alone))) return;
      alone += 1;
      yield file;
    }
  }
  yield* judgeFiles(untilLong(), how);
  if (alone < files.length) yield* judgeInTwo(files.slice(alone), program, how);
}

async function* judgeInTwo(files: readonly FoundFile[], program: URL, how: HowToJudge): AsyncGenerator<JudgedFile> {
  const second = await startThread(program, how);
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

/** Asks no further than it must. */
function hasAtLeast<One>(count: number, all: readonly One[], counts: (one: One) => boolean): boolean {
  let left = count;
  return all.some((one) => counts(one) && --left === 0);
}

/** Whether there may be something to judge in a file: in one that was not read ahead, too. */
function isWork({ read }: FoundFile): boolean {
  if (read === undefined) return true;
  return 'text' in read && (mayHoldOurs(read.text) || mayCarryJobs(read.text));
}

/** Whoever is free takes the next share of the files; what was found comes in their order, and nothing holds it any more once it has come. */
async function* sharedOut(
  files: readonly FoundFile[],
  judges: readonly ((share: readonly FoundFile[]) => Promise<Share>)[],
): AsyncGenerator<JudgedFile> {
  const toTell = Array.from({ length: Math.ceil(files.length / shareSize) }, (_, at) =>
    task(files.slice(at * shareSize, (at + 1) * shareSize)),
  );
  const toJudge = [...toTell];
  for (const judge of judges) void judgeAll(toJudge, judge);
  for (let next = toTell.shift(); next; next = toTell.shift()) yield* await next.judged;
}

/** A judge that fails ends with the share in hand, which fails with it. */
async function judgeAll(toJudge: Task[], judge: (share: readonly FoundFile[]) => Promise<Share>): Promise<void> {
  for (let next = toJudge.shift(); next; next = toJudge.shift()) {
    try {
      next.tell(await judge(next.files));
    } catch (error) {
      next.fail(error);
      return;
    }
  }
}

/** A share of the files, and what somebody will have found in them. */
interface Task {
  readonly files: readonly FoundFile[];
  readonly judged: Promise<Share>;
  tell(judged: Share): void;
  fail(error: unknown): void;
}

function task(files: readonly FoundFile[]): Task {
  let settle: Pick<Task, 'tell' | 'fail'> = { tell: () => {}, fail: () => {} };
  const judged = new Promise<Share>((tell, fail) => {
    settle = { tell, fail };
  });
  // Whoever waits for an earlier share that failed never comes to this one.
  judged.catch(() => {});
  return { files, judged, ...settle };
}

interface Thread {
  judge(files: readonly FoundFile[]): Promise<readonly JudgedFile[]>;
  end(): Promise<unknown>;
}

async function startThread(program: URL, how: HowToJudge): Promise<Thread> {
  // Loading it takes a while, and few runs need it.
  const { Worker } = await import('node:worker_threads');
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
