import { parentPort, workerData } from 'node:worker_threads';
import { judgeFiles } from './judge-files.ts';

// The thread beside the one that `judge-in-threads.ts` runs in.
parentPort?.on('message', (files) => parentPort?.postMessage([...judgeFiles(files, workerData)]));
