import { type Connection, ErrorCodes, type Message, type MessageStrategy, ResponseError } from 'vscode-languageserver';
import { isRecord } from '../../plain/record.ts';

/** A request of ours to ourselves, in place of one that comes too early or too late, or names no document. */
const refusedRequest = 'kubejob/refused';

/**
 * Holds an editor to the order of the protocol (LSP 3.17, Server lifecycle): requests before `initialize` and after `shutdown`,
 * and a second `initialize`, are answered with its errors; notifications at these times are dropped, but for `exit`. So is a
 * request about a document that names none.
 */
export function lifecycle(): MessageStrategy {
  let phase: 'new' | 'running' | 'over' = 'new';
  return {
    handleMessage(message, next) {
      const method = methodOf(message);
      if (method === undefined || method === 'exit') return next(message);
      const isRequest = 'id' in message;
      const isTimely = phase === 'running' ? method !== 'initialize' : phase === 'new' && method === 'initialize';
      if (isTimely && method === 'initialize') phase = 'running';
      if (isTimely && method === 'shutdown') phase = 'over';
      const isWhole = !isRequest || !method.startsWith('textDocument/') || namesDocument(message);
      if (isTimely && isWhole) return next(message);
      if (!isRequest) return undefined;
      const untimely = phase === 'new' ? ErrorCodes.ServerNotInitialized : ErrorCodes.InvalidRequest;
      const code = isTimely ? ErrorCodes.InvalidParams : untimely;
      return next({ ...message, method: refusedRequest, params: { code, method } } as Message);
    },
  };
}

/** Answers what `lifecycle` turned away. */
export function answerRefused(connection: Connection): void {
  connection.onRequest(refusedRequest, ({ code, method }: { code: number; method: string }) => {
    if (code === ErrorCodes.InvalidParams) return new ResponseError(code, `${method} needs textDocument.uri, a text.`);
    const when = code === ErrorCodes.ServerNotInitialized ? 'before initialize' : 'after shutdown, or initialize a second time';
    return new ResponseError(code, `${method} is not answered ${when}.`);
  });
}

function namesDocument(message: Message): boolean {
  const params = 'params' in message ? message.params : undefined;
  return isRecord(params) && isRecord(params['textDocument']) && typeof params['textDocument']['uri'] === 'string';
}

function methodOf(message: Message): string | undefined {
  return 'method' in message && typeof message.method === 'string' ? message.method : undefined;
}
