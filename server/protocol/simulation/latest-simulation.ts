import { type CancellationToken, CancellationTokenSource, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { SimulateParams } from '../../application/simulation/answer.ts';
import type { Cancellation, SimulationRequest } from './simulation-runner.ts';

/** Runs one simulation of each object at a time: a later one ends the one before it, which is answered as cancelled. */
export function latestSimulation<Params extends SimulateParams, Answer>(
  simulate: (request: SimulationRequest<Params>, cancellation: Cancellation) => Promise<Answer>,
) {
  const running = new Map<string, CancellationTokenSource>();
  return async (request: SimulationRequest<Params>, token: CancellationToken): Promise<Answer> => {
    const { uri, document, item } = request.params;
    const name = `${uri} ${document} ${item ?? ''}`;
    const source = new CancellationTokenSource();
    running.get(name)?.cancel();
    running.set(name, source);
    const listening = token.onCancellationRequested(() => source.cancel());
    try {
      return await simulate(request, source.token);
    } catch (error) {
      if (!source.token.isCancellationRequested) throw error;
      throw new ResponseError(LSPErrorCodes.RequestCancelled, 'A later simulation took its place.');
    } finally {
      listening.dispose();
      if (running.get(name) === source) running.delete(name);
    }
  };
}
