import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from './connection.ts';
import { workerSimulation } from './worker-simulation.ts';

/** Serves the editor that started this process; `--stdio`, `--node-ipc` or `--socket=…` among the arguments say how it speaks to us. */
export function startLanguageServer(): void {
  serve(createConnection(ProposedFeatures.all), workerSimulation());
}
