import { parentPort } from 'node:worker_threads';
import { type SimulationRequest, simulateHere } from './protocol/simulation-runner.ts';

// One simulation at a time; who wants another one first ends this thread.
parentPort?.on('message', (request: SimulationRequest) => {
  parentPort?.postMessage(simulateHere(request, () => false));
});
