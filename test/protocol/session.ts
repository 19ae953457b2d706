import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import {
  type ConfigurationParams,
  createProtocolConnection,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { folderWith } from '../folder-with.ts';

/** An editor's side of a real server process, spoken to over standard input and output. */
export interface Session {
  readonly connection: ProtocolConnection;
  readonly capabilities: InitializeResult['capabilities'];
  readonly serverInfo: InitializeResult['serverInfo'];
  open(uri: string, text: string): Promise<PublishDiagnosticsParams>;
  /** What was pushed last for this version of a text. */
  published(uri: string, version: number): PublishDiagnosticsParams | undefined;
  change(uri: string, version: number, contentChanges: readonly object[]): Promise<PublishDiagnosticsParams>;
  /** The server's process, which answers messages where `preload` has it do so. */
  readonly process: ChildProcess;
  end(): Promise<void>;
}

export async function startSession(
  capabilities: object = { textDocument: { publishDiagnostics: {} } },
  options: {
    readonly configuration?: (scopeUri: string | undefined) => object;
    readonly initializationOptions?: object;
    /** The address of the folder that is open. */
    readonly rootUri?: string;
    /** How the editor answers what the server asks from the start. */
    readonly requests?: Readonly<Record<string, (params: unknown) => unknown>>;
    /** A module that the server's process runs before anything else. */
    readonly preload?: string;
  } = {},
): Promise<Session> {
  const folder = folderWith();
  const file = join(folder, 'server.js');
  const home = join(__dirname, '../../server');
  await build({
    entryPoints: { server: join(home, 'main.ts'), 'simulation-worker': join(home, 'simulation-worker.ts') },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    outdir: folder,
  });
  const { configuration, initializationOptions, requests = {}, rootUri = null, preload } = options;
  const before = preload === undefined ? [] : ['--import', `data:text/javascript,${encodeURIComponent(preload)}`];
  const stdio: StdioOptions = ['pipe', 'pipe', 'inherit', ...(preload === undefined ? [] : ['ipc' as const])];
  const child: ChildProcess = spawn(process.execPath, [...before, file, '--stdio'], { stdio });
  if (!child.stdin || !child.stdout) throw new Error('the server has no standard input and output');
  const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  connection.listen();
  // Whoever waits for an answer of a server that has ended is told so.
  child.once('exit', () => connection.dispose());
  const published = new Map<string, PublishDiagnosticsParams>();
  const waiting = new Map<string, (params: PublishDiagnosticsParams) => void>();
  const key = (uri: string, version: number | undefined) => `${uri} ${version}`;
  for (const [method, handler] of Object.entries(requests)) connection.onRequest(method, handler);
  if (configuration)
    connection.onRequest('workspace/configuration', ({ items }: ConfigurationParams) =>
      items.map(({ scopeUri }) => configuration(scopeUri)),
    );
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    published.set(key(params.uri, params.version), params);
    waiting.get(key(params.uri, params.version))?.(params);
  });
  const diagnosticsOf = (uri: string, version: number) =>
    new Promise<PublishDiagnosticsParams>((resolve) => {
      const known = published.get(key(uri, version));
      if (known) resolve(known);
      else waiting.set(key(uri, version), resolve);
    });
  const params = { processId: null, rootUri, capabilities, initializationOptions };
  const result: InitializeResult = await connection.sendRequest('initialize', params);
  await connection.sendNotification('initialized', {});
  return {
    connection,
    capabilities: result.capabilities,
    serverInfo: result.serverInfo,
    async open(uri, text) {
      await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } });
      return diagnosticsOf(uri, 1);
    },
    published: (uri, version) => published.get(key(uri, version)),
    async change(uri, version, contentChanges) {
      await connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
      return diagnosticsOf(uri, version);
    },
    process: child,
    async end() {
      const exited = new Promise((resolve) => child.once('exit', resolve));
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      await exited;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
