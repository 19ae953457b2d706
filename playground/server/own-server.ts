import { languageServer } from './language-server.ts';
import { workerOf } from './worker-of.ts';

/** A server without an editor before it. */
export interface OwnServer {
  /** Rejects where the server answers with an error. */
  request<Result>(method: string, params: unknown): Promise<Result>;
  end(): void;
}

interface Text {
  readonly uri: string;
  readonly text: string;
}

/** Starts a server and opens these texts, which stay as they are. */
export function ownServer(script: string, options: unknown, texts: readonly Text[]): OwnServer {
  const worker = workerOf(script);
  const { forEditor, request } = languageServer(worker, options);
  const start = 0;
  forEditor.addEventListener('message', ({ data }) => {
    if (data.id !== start) return;
    forEditor.postMessage({ jsonrpc: '2.0', method: 'initialized', params: {} });
    for (const { uri, text } of texts) {
      const textDocument = { uri, text, languageId: 'yaml', version: 1 };
      forEditor.postMessage({ jsonrpc: '2.0', method: 'textDocument/didOpen', params: { textDocument } });
    }
  });
  forEditor.postMessage({ jsonrpc: '2.0', id: start, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
  return { request, end: () => worker.terminate() };
}
