import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from './protocol/connection.ts';
import { workerSimulation } from './simulation-in-worker.ts';

/** Serves the editor that started this process; `--stdio`, `--node-ipc` or `--socket=…` among the arguments say how it speaks to us. */
export function startLanguageServer(): void {
  serve(createConnection(ProposedFeatures.all), { simulate: workerSimulation(), readFirst });
}

/** From the disk, for editors that read no files for us. */
async function readFirst(uris: readonly string[]): Promise<string | undefined> {
  for (const uri of uris) {
    try {
      if (uri.startsWith('file:')) return await readFile(fileURLToPath(uri), 'utf8');
    } catch {
      // The next name is tried: most folders have none of these files.
    }
  }
  return undefined;
}
