import { type Connection, ErrorCodes, type Message, type MessageStrategy, ResponseError } from 'vscode-languageserver';

/** A request of ours to ourselves, in place of one that comes too early or too late. */
const untimelyRequest = 'kubejob/untimely';

/**
 * Holds an editor to the order of the protocol (LSP 3.17, Server lifecycle): requests before `initialize` and after `shutdown`,
 * and a second `initialize`, are answered with its errors; notifications at these times are dropped, but for `exit`.
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
      if (isTimely) return next(message);
      if (!isRequest) return undefined;
      const code = phase === 'new' ? ErrorCodes.ServerNotInitialized : ErrorCodes.InvalidRequest;
      return next({ ...message, method: untimelyRequest, params: { code, method } } as Message);
    },
  };
}

/** Answers what `lifecycle` turned away. */
export function answerUntimely(connection: Connection): void {
  connection.onRequest(untimelyRequest, ({ code, method }: { code: number; method: string }) => {
    const when = code === ErrorCodes.ServerNotInitialized ? 'before initialize' : 'after shutdown, or initialize a second time';
    return new ResponseError(code, `${method} is not answered ${when}.`);
  });
}

function methodOf(message: Message): string | undefined {
  return 'method' in message && typeof message.method === 'string' ? message.method : undefined;
}
