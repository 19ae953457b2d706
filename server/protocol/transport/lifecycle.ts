import { type Connection, ErrorCodes, type Message, type MessageStrategy, ResponseError } from 'vscode-languageserver';
import { valueAt } from '../../plain/node-path.ts';

/** A request of ours to ourselves, in place of one that comes too early or too late, or lacks what it is about. */
const refusedRequest = 'kubejob/refused';

/**
 * Holds an editor to the order of the protocol (LSP 3.17, Server lifecycle): requests before `initialize` and after `shutdown`,
 * and a second `initialize`, are answered with its errors; notifications at these times are dropped, but for `exit`. A request that
 * lacks what it is about, as one about a document that names none, is answered with an error of its parameters; `neededOfOurs` says where
 * that stands in those of our own requests.
 */
export function lifecycle(neededOfOurs: (method: string) => readonly string[]): MessageStrategy {
  let phase: 'new' | 'running' | 'over' = 'new';
  return {
    handleMessage(message, next) {
      const method = methodOf(message);
      if (method === undefined || method === 'exit') return next(message);
      const isRequest = 'id' in message;
      const isTimely = phase === 'running' ? method !== 'initialize' : phase === 'new' && method === 'initialize';
      if (isTimely && method === 'initialize') phase = 'running';
      if (isTimely && method === 'shutdown') phase = 'over';
      const needs = isRequest ? [...neededOfTheirs(method), ...neededOfOurs(method)] : [];
      if (isTimely && holds(message, needs)) return next(message);
      if (!isRequest) return undefined;
      const untimely = phase === 'new' ? ErrorCodes.ServerNotInitialized : ErrorCodes.InvalidRequest;
      const code = isTimely ? ErrorCodes.InvalidParams : untimely;
      return next({ ...message, method: refusedRequest, params: { code, method, needs: needs.join('.') } } as Message);
    },
  };
}

/** Answers what `lifecycle` turned away. */
export function answerRefused(connection: Connection): void {
  connection.onRequest(refusedRequest, ({ code, method, needs }: { code: number; method: string; needs: string }) => {
    if (code === ErrorCodes.InvalidParams) return new ResponseError(code, `${method} needs ${needs}, a text.`);
    const when = code === ErrorCodes.ServerNotInitialized ? 'before initialize' : 'after shutdown, or initialize a second time';
    return new ResponseError(code, `${method} is not answered ${when}.`);
  });
}

/** Where in the parameters of the protocol's own requests the text stands that says what they are about. */
function neededOfTheirs(method: string): readonly string[] {
  if (method.startsWith('textDocument/')) return ['textDocument', 'uri'];
  if (method === 'workspace/executeCommand') return ['command'];
  return method === 'codeAction/resolve' ? ['title'] : [];
}

/** Whether a message has such a text; of the namespace null stands for the current one. */
function holds(message: Message, needs: readonly string[]): boolean {
  if (needs.length === 0) return true;
  const found = valueAt('params' in message ? message.params : undefined, needs);
  return typeof found === 'string' || (found === null && needs.includes('namespace'));
}

function methodOf(message: Message): string | undefined {
  return 'method' in message && typeof message.method === 'string' ? message.method : undefined;
}
