import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { readFirstAddress } from './files/read-addresses.ts';
import { readHolding } from './files/read-holding.ts';
import { serve } from './protocol/connection.ts';
import { workerSimulation } from './simulation-in-worker.ts';

/** Serves the editor that started this process; `--stdio`, `--node-ipc` or `--socket=…` among the arguments say how it speaks to us. */
export function startLanguageServer(): void {
  serve(createConnection(ProposedFeatures.all), { simulate: workerSimulation(), stored: { readFirst: readFirstAddress, readHolding } });
}
