// A language client over standard input and output, as small as measuring needs it.
import { spawn } from 'node:child_process';

/** `answers` maps requests of the server to functions of their parameters. */
export function startServer(command, args, answers = {}) {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'ignore'] });
  const pending = new Map();
  const listeners = new Set();
  let buffer = Buffer.alloc(0);
  let id = 0;
  child.stdout.on('data', (chunk) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (let message = take(); message; message = take()) receive(message);
  });
  child.stdin.on('error', () => {});

  function take() {
    const end = buffer.indexOf('\r\n\r\n');
    if (end < 0) return undefined;
    const length = Number(/Content-Length: (\d+)/i.exec(buffer.subarray(0, end).toString())?.[1]);
    if (buffer.length < end + 4 + length) return undefined;
    const body = buffer.subarray(end + 4, end + 4 + length).toString();
    buffer = buffer.subarray(end + 4 + length);
    return JSON.parse(body);
  }
  function send(message) {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }
  function receive(message) {
    if (message.method && message.id !== undefined) send({ id: message.id, result: answers[message.method]?.(message.params) ?? null });
    else if (message.method) for (const listener of listeners) listener(message);
    else pending.get(message.id)?.(message);
  }
  return {
    pid: child.pid,
    notify: (method, params) => send({ method, params }),
    request(method, params) {
      const own = ++id;
      send({ id: own, method, params });
      return new Promise((done) => pending.set(own, (message) => done(message.result)));
    },
    /** The first diagnostics of the document that are as wanted. */
    diagnostics(uri, wanted) {
      return new Promise((done, fail) => {
        const timer = setTimeout(() => fail(new Error(`no diagnostics of ${uri} within 120 s`)), 120_000);
        const listener = ({ method, params }) => {
          if (method !== 'textDocument/publishDiagnostics' || params.uri !== uri || !wanted(params.diagnostics, params.version)) return;
          clearTimeout(timer);
          listeners.delete(listener);
          done();
        };
        listeners.add(listener);
      });
    },
    stop: () =>
      new Promise((done) => {
        child.once('exit', done);
        child.kill();
      }),
  };
}

/** A server that is ready: `{command, args, answers, settle}`, where `settle` tells it what it needs after initialization. */
export async function openServer({ command, args, answers, settle }) {
  const client = startServer(command, args, answers);
  await client.request('initialize', {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: null,
    capabilities: { workspace: { configuration: true }, textDocument: { publishDiagnostics: {}, synchronization: {} } },
  });
  client.notify('initialized', {});
  settle?.(client);
  return client;
}
