import { parentPort } from 'node:worker_threads';
import { type AnyRequest, simulateHere } from './protocol/simulation/simulation-runner.ts';

// One simulation at a time; who wants another one first ends this thread.
parentPort?.on('message', (request: AnyRequest) => {
  parentPort?.postMessage(simulateHere(request, () => false));
});
