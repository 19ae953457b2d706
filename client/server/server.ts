import {
  type CancellationToken,
  CancellationTokenSource,
  type Diagnostic,
  type Disposable,
  type Event,
  EventEmitter,
  type ExtensionContext,
  env,
  type LogOutputChannel,
  Uri,
  window,
  workspace,
} from 'vscode';
import type {
  BaseLanguageClient,
  ConfigurationParams,
  LanguageClientOptions,
  Diagnostic as ProtocolDiagnostic,
  State,
} from 'vscode-languageclient';
import { section } from '../../server/application/settings/setting-list.ts';
import { trustNotification } from '../../server/protocol/builds/build-requests.ts';
import { chartRenderedNotification } from '../../server/protocol/charts/chart-requests.ts';
import { overlayBuiltNotification } from '../../server/protocol/overlays/overlay-requests.ts';
import { filesHoldingRequest, readFirstRequest } from '../../server/protocol/requests.ts';
import { settingsSet } from '../settings/setting.ts';
import { t } from '../words/texts.ts';
import { afterCrashes } from './crashes.ts';
import { languages, mayBeOurs } from './documents.ts';
import { filesHolding } from './files-holding.ts';
import { giveWay } from './give-way.ts';
import { readFirst } from './read-first.ts';

/** Makes a client for the place that the extension runs in: a Node process, or a web worker. */
export type MakeClient = (context: ExtensionContext, options: LanguageClientOptions) => Promise<BaseLanguageClient>;

/** The language server, started by the first document or command that needs it. */
export interface Server {
  /** Rejects when the server cannot be started or the request fails; with a cancellation error when `token` fires. */
  request<Result>(method: string, params: unknown, token?: CancellationToken): Promise<Result>;
  /** Starts the server where the document may be ours; true once it was started for this or another one. */
  wanted(document: Parameters<typeof mayBeOurs>[0]): boolean;
  /** A chart was rendered anew, or an overlay built. */
  readonly onBuilt: Event<void>;
  /** It was started anew and knows nothing but the open documents. */
  readonly onRestart: Event<void>;
  /** Diagnostics of the protocol as those of the editor. */
  toEditor(diagnostics: readonly ProtocolDiagnostic[]): Promise<Diagnostic[]>;
  stop(): Promise<void>;
  /** Ends it, if there is one, and starts it anew. */
  restart(): Promise<void>;
}

/** The client's `State.Running`, whose code is loaded only with the client itself. */
const running: State = 2;

/** How long a server that did not start is left alone, in milliseconds; a command tries all the same. */
const rest = 30_000;

export function languageServer(context: ExtensionContext, makeClient: MakeClient, log: LogOutputChannel): Server {
  let starting: Promise<BaseLanguageClient> | undefined;
  let failedAt = Number.NEGATIVE_INFINITY;
  const restarted = new EventEmitter<void>();
  const rendered = new EventEmitter<void>();
  context.subscriptions.push(restarted, rendered);

  const start = async () => {
    const begun = Date.now();
    const { middleware, watching: others } = giveWay();
    context.subscriptions.push(others);
    const client = await makeClient(context, {
      documentSelector: languages.map((language) => ({ language })),
      outputChannel: log,
      middleware: { ...middleware, workspace: { configuration: configurationOf } },
      errorHandler: afterCrashes(() => {
        starting = undefined;
        failedAt = Number.POSITIVE_INFINITY;
        offerRestart().catch((error: unknown) => log.error(String(error)));
      }),
      initializationOptions: {
        locale: env.language,
        settings: settingsSet(),
        readsFiles: true,
        reportsVerdicts: true,
        savesAsUtf8: true,
        simulates: true,
        tellsCommits: true,
        trusted: workspace.isTrusted,
      },
      synchronize: { configurationSection: section },
      markdown: { supportHtml: false, isTrusted: false },
    });
    for (const notification of [chartRenderedNotification, overlayBuiltNotification])
      client.onNotification(notification, () => rendered.fire());
    client.onRequest(readFirstRequest, readFirst);
    client.onRequest(filesHoldingRequest, filesHolding);
    let wasUp = false;
    client.onDidChangeState(({ newState }) => {
      if (newState !== running) return;
      if (wasUp) restarted.fire();
      wasUp = true;
    });
    await client.start();
    log.info(`The language server is up after ${Date.now() - begun} ms.`);
    return client;
  };
  const offerRestart = async () => {
    const [restart, show] = [t('Restart'), t('Show log')];
    const chosen = await window.showErrorMessage(t('The language server of Kubejob ended again and again.'), restart, show);
    if (chosen === show) log.show();
    if (chosen !== restart) return;
    await started();
    restarted.fire();
  };
  const started = () => {
    starting ??= start().catch((error: unknown) => {
      starting = undefined;
      failedAt = Date.now();
      log.error('The language server did not start:', error instanceof Error ? error : String(error));
      throw error;
    });
    return starting;
  };

  const stop = async () => {
    const client = await starting?.catch(() => undefined);
    await client?.stop();
  };

  const wanted = (document: Parameters<typeof mayBeOurs>[0]) => {
    if (starting) return true;
    if (!mayBeOurs(document) || Date.now() - failedAt < rest) return false;
    // A failure is in the log. Later on a document tries again; not each keystroke, as each failure is shown.
    started().catch(() => undefined);
    return true;
  };
  const watching: Disposable[] = [
    workspace.onDidOpenTextDocument(wanted),
    workspace.onDidChangeTextDocument(({ document }) => wanted(document)),
    workspace.onDidGrantWorkspaceTrust(() => void starting?.then((client) => client.sendNotification(trustNotification))),
    window.onDidChangeActiveTextEditor((editor) => editor && wanted(editor.document)),
  ];
  context.subscriptions.push(...watching);
  workspace.textDocuments.some(wanted);

  return {
    wanted,
    onRestart: restarted.event,
    onBuilt: rendered.event,
    async request<Result>(method: string, params: unknown, token: CancellationToken = new CancellationTokenSource().token) {
      const client = await started();
      return client.sendRequest<Result>(method, params, token);
    },
    async toEditor(diagnostics) {
      const client = await started();
      return client.protocol2CodeConverter.asDiagnostics([...diagnostics]);
    },
    stop,
    async restart() {
      // One that does not end is left to itself: a new one is wanted.
      await stop().catch((error: unknown) => log.error(String(error)));
      starting = undefined;
      await started();
      restarted.fire();
    },
  };
}

/** What somebody has set, and no defaults. */
function configurationOf({ items }: ConfigurationParams): unknown[] {
  return items.map(({ scopeUri }) => settingsSet(scopeUri === undefined ? undefined : Uri.parse(scopeUri)));
}
