import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { LikelihoodResult, SentResult } from './application/simulation/answer.ts';
import type { AnyRequest, Cancellation, RunSimulation } from './protocol/simulation/simulation-runner.ts';

/**
 * Runs simulations in threads beside the server, so that diagnostics never wait for one; cancelling ends the thread.
 * Undefined where the thread's program is not beside the server's.
 */
export function workerSimulation(): RunSimulation | undefined {
  const program = join(__dirname, 'simulation-worker.js');
  if (!existsSync(program)) return undefined;
  let idle: Worker | undefined;
  function run<Result>(request: AnyRequest, cancellation: Cancellation): Promise<Result> {
    const worker = idle ?? new Worker(program);
    worker.unref();
    idle = undefined;
    return new Promise<Result>((resolve, reject) => {
      const succeeded = (result: Result) => {
        if (idle) void worker.terminate();
        else idle = worker;
        leave();
        resolve(result);
      };
      const failed = (error: Error) => {
        leave();
        reject(error);
      };
      const listening = cancellation.onCancellationRequested(() => {
        void worker.terminate();
        failed(new Error('cancelled'));
      });
      const leave = () => {
        listening.dispose();
        worker.off('message', succeeded).off('error', failed);
      };
      worker.on('message', succeeded).on('error', failed);
      worker.postMessage(request);
    });
  }
  return {
    one: (request, cancellation) => run<SentResult>(request, cancellation),
    many: (request, cancellation) => run<LikelihoodResult>(request, cancellation),
  };
}
