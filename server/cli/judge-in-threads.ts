import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { KnownFacts } from '../application/facts/known-facts.ts';
import type { Settings } from '../application/settings/settings.ts';
import type { FoundFile } from '../files/manifests-at.ts';
import { judgeFiles } from './judge-files.ts';
import type { FileFindings } from './reported-finding.ts';

/** With fewer files a second thread is not ready before the first is done. */
const manyFiles = 200;
/** The second thread begins later, so its share is smaller. */
const ownShare = 0.55;

/** As `judgeFiles`; many files in two threads where the machine can run them at once. */
export async function judgeInThreads(files: readonly FoundFile[], settings: Settings, facts: KnownFacts): Promise<readonly FileFindings[]> {
  const program = new URL('./cli-judging-worker.mjs', import.meta.url);
  if (files.length < manyFiles || availableParallelism() < 2 || !existsSync(fileURLToPath(program)))
    return judgeFiles(files, settings, facts);
  const own = Math.ceil(files.length * ownShare);
  const rest = inWorker(program, files.slice(own), settings, facts);
  // The worker runs while this thread does its own share.
  const first = judgeFiles(files.slice(0, own), settings, facts);
  return [...first, ...(await rest)];
}

function inWorker(program: URL, files: readonly FoundFile[], settings: Settings, facts: KnownFacts): Promise<readonly FileFindings[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(program, { workerData: { files, settings, facts } });
    worker.once('message', resolve).once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the second thread ended with ${code}`)));
  });
}
