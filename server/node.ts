import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { configurationName } from './application/configuration/configuration-name.ts';
import { askCluster } from './files/ask-cluster.ts';
import { committedText } from './files/commits/committed-text.ts';
import { chartsOfEditor } from './files/editor/charts-of-editor.ts';
import { kustomizeOfEditor } from './files/editor/kustomize-of-editor.ts';
import { nearbyAddresses } from './files/files-nearby.ts';
import { keepText } from './files/keep-text.ts';
import { readFirstAddress } from './files/read-addresses.ts';
import { readHolding } from './files/read-holding.ts';
import { serve } from './protocol/connection.ts';
import { neededOf } from './protocol/requests.ts';
import { frameCheck } from './protocol/transport/frames.ts';
import { lifecycle } from './protocol/transport/lifecycle.ts';
import { workerSimulation } from './simulation-in-worker.ts';

/** Serves the editor that started this process; `--stdio`, `--node-ipc` or `--socket=…` among the arguments say how it speaks to us. */
export function startLanguageServer(): void {
  if (process.argv.includes('--stdio')) {
    endAtBadFrames();
    endWithoutReader();
  }
  serve(createConnection(ProposedFeatures.all, { messageStrategy: lifecycle(neededOf) }), {
    simulate: workerSimulation(),
    stored: { readFirst: readFirstAddress, readHolding },
    charts: chartsOfEditor,
    overlays: kustomizeOfEditor,
    askCluster,
    readCommitted: committedText,
    keepText,
    readNearby: () => nearbyAddresses(configurationName),
  });
}

/** A stream that is out of step stays so: better an end that says why than a server that waits for ever. */
function endAtBadFrames(): void {
  const check = frameCheck();
  process.stdin.on('data', (chunk) => {
    const fault = check(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
    if (fault === undefined) return;
    process.stderr.write(`kubejob: what comes in is not the Language Server Protocol: ${fault}\n`);
    process.exit(1);
  });
}

/** An editor that went away, or a disk that is full: what cannot be told to anybody is not worked out. */
function endWithoutReader(): void {
  process.stdout.on('error', (error) => {
    process.stderr.write(`kubejob: the output cannot be written (${'code' in error ? error.code : error.message})\n`);
    process.exit(1);
  });
}
