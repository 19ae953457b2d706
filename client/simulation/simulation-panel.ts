import {
  CancellationTokenSource,
  type ExtensionContext,
  env,
  type LogOutputChannel,
  Range,
  type TextDocument,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import { scenarioNames } from '../../server/application/scenario/scenario-name.ts';
import { section } from '../../server/application/settings/setting-list.ts';
import {
  type ObjectSummary,
  type SimulateAnswer,
  type SimulateParams,
  type SimulateResult,
  simulateRequest,
} from '../../server/protocol/requests.ts';
import type { FromPanel, Output, PanelState, Target, ToPanel } from '../panel/host/messages.ts';
import { kubectlCommand } from '../panel/outputs/kubectl-commands.ts';
import { debounced } from '../server/debounce.ts';
import { objectsOf } from '../server/objects.ts';
import type { Server } from '../server/server.ts';
import { language, t, texts, useTexts } from '../words/texts.ts';
import type { KubectlDocuments } from './kubectl-documents.ts';
import { pageOf } from './page.ts';
import { locate, readTarget } from './target.ts';

const viewType = 'kubejob.simulation';

type Outputs = Readonly<Record<Output, string>>;

export interface SimulationPanel {
  /** Opens the panel beside the text, or turns the open one to this object. */
  show(document: TextDocument, object: ObjectSummary): Promise<void>;
  /** What kubectl prints of the object, as the page shows it; undefined where nothing was simulated. */
  outputs(): { readonly target: Target; readonly texts: Outputs } | undefined;
  /** The text that the page shows; undefined while there is no page. */
  read(): Promise<string | undefined>;
  /** What the slider of the page does: the outputs become those of this second of the run, counted from the create request. */
  choose(t: number): void;
}

/** The one panel: it follows the text of its object, and is restored when the editor is reloaded. */
export function simulationPanel(
  context: ExtensionContext,
  server: Server,
  kubectl: KubectlDocuments,
  log: LogOutputChannel,
): SimulationPanel {
  let panel: WebviewPanel | undefined;
  let target: Target | undefined;
  let state: PanelState = { status: 'waiting' };
  let running: CancellationTokenSource | undefined;
  let pageIsUp = false;
  let reads = 0;
  const readers = new Map<number, (text: string | undefined) => void>();

  let shown: Outputs | undefined;

  const post = (message: ToPanel) => void panel?.webview.postMessage(message);
  const show = (next: PanelState) => {
    state = next;
    shown = next.status === 'shown' ? outputsOf(next.result) : undefined;
    useTexts();
    post({ type: 'state', state, texts: texts(), language: language() });
  };

  /** Asks for the simulation of the target as its text is now. A newer request ends this one. */
  const simulate = async (until?: number): Promise<SimulateAnswer | undefined> => {
    running?.cancel();
    const source = new CancellationTokenSource();
    running = source;
    const meant = target;
    if (!meant) return undefined;
    const document = await documentOf(meant);
    if (!document) return { status: 'gone' };
    const object = locate(meant, await objectsOf(server, document));
    if (source.token.isCancellationRequested) return undefined;
    if (!object) return { status: 'gone' };
    const place = object.item === undefined ? { document: object.document } : { document: object.document, item: object.item };
    target = { uri: meant.uri, ...place, kind: object.kind, name: object.name };
    const params: SimulateParams = {
      uri: meant.uri,
      ...place,
      ...(until === undefined ? {} : { until }),
    };
    const result = await server.request<SimulateAnswer>(simulateRequest, params, source.token);
    return source.token.isCancellationRequested ? undefined : result;
  };
  let refreshing = 0;
  const refresh = async () => {
    refreshing += 1;
    try {
      const result = await simulate();
      if (result && target) {
        const files = [target.uri, ...(result.scenario === undefined ? [] : [result.scenario])];
        show({ status: 'shown', target, files: files.map((uri) => workspace.asRelativePath(Uri.parse(uri))), result });
      }
      if (panel && target) panel.title = t('Simulation: {0}', target.name ?? target.kind);
    } catch (error) {
      if (isCancellation(error)) return;
      log.error('The simulation failed:', error instanceof Error ? error : String(error));
      show({ status: 'broken', text: error instanceof Error ? error.message : String(error) });
    } finally {
      refreshing -= 1;
    }
  };
  const soon = debounced(200, () => void refresh());

  let second = 0;
  const moment = debounced(80, () => {
    // The text has changed: what comes of that is of more use than a moment of what was.
    if (refreshing > 0) return;
    simulate(second).then(
      (result) => {
        shown = result && outputsOf(result);
        if (shown) post({ type: 'moment', moment: { t: second, ...shown } });
      },
      (error: unknown) => isCancellation(error) || log.error('The simulation failed:', String(error)),
    );
  });

  const choose = (t: number) => {
    second = t;
    moment.call();
  };

  const receive = (message: FromPanel) => {
    switch (message.type) {
      case 'ready':
        pageIsUp = true;
        return show(state);
      case 'reveal':
        return void reveal(message.uri, message.line, message.character);
      case 'moment':
        return choose(message.t);
      case 'open':
        return target && void kubectl.open(kubectlCommand(message.output, target), message.text);
      case 'copy':
        return void env.clipboard.writeText(message.text);
      case 'text':
        readers.get(message.id)?.(message.text);
        readers.delete(message.id);
    }
  };

  const adopt = (made: WebviewPanel) => {
    panel = made;
    const folder = Uri.joinPath(context.extensionUri, 'dist');
    made.webview.options = { enableScripts: true, localResourceRoots: [folder] };
    made.webview.onDidReceiveMessage(receive);
    made.onDidDispose(() => {
      running?.cancel();
      pageIsUp = false;
      for (const done of readers.values()) done(undefined);
      readers.clear();
      panel = undefined;
      target = undefined;
      shown = undefined;
      state = { status: 'waiting' };
    });
    made.webview.html = pageOf(made.webview, folder);
  };

  context.subscriptions.push(
    soon,
    moment,
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      const uri = document.uri.toString();
      if (target && contentChanges.length > 0 && [target.uri, ...scenarioNames(target.uri)].includes(uri)) soon.call();
    }),
    workspace.onDidChangeConfiguration((change) => {
      if (panel && change.affectsConfiguration(section)) soon.call();
    }),
    window.registerWebviewPanelSerializer(viewType, {
      async deserializeWebviewPanel(restored, kept) {
        target = readTarget(kept);
        if (!target) return restored.dispose();
        adopt(restored);
        await refresh();
      },
    }),
  );

  return {
    async show(document, { document: at, item, kind, name }) {
      target = { uri: document.uri.toString(), ...(item === undefined ? { document: at } : { document: at, item }), kind, name };
      if (panel) panel.reveal(undefined, true);
      else adopt(window.createWebviewPanel(viewType, 'Kubejob', { viewColumn: ViewColumn.Beside, preserveFocus: true }));
      await refresh();
    },
    outputs: () => target && shown && { target, texts: shown },
    choose,
    read: () =>
      new Promise((done) => {
        if (!pageIsUp) return done(undefined);
        const id = reads++;
        readers.set(id, done);
        post({ type: 'read', id });
      }),
  };
}

function outputsOf(result: SimulateResult): Outputs | undefined {
  if (result.status !== 'simulated') return undefined;
  const { watch, podsTable: pods, eventsTable: events } = result;
  return { watch, pods, events, describe: result.result.describe };
}

/** The document as it is open, otherwise as it is on disk; an untitled one that was closed is no more. */
async function documentOf({ uri }: Target): Promise<TextDocument | undefined> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri);
  if (open || uri.startsWith('untitled:')) return open;
  return workspace.openTextDocument(Uri.parse(uri, true));
}

async function reveal(uri: string, line: number, character: number) {
  const open = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri);
  const document = open?.document ?? (await workspace.openTextDocument(Uri.parse(uri, true)));
  const selection = new Range(line, character, line, character);
  await window.showTextDocument(document, { viewColumn: open?.viewColumn ?? ViewColumn.One, selection });
}

function isCancellation(error: unknown): boolean {
  // -32800: the request was cancelled; -32801: its document changed meanwhile, and a newer request is on its way.
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return code === -32800 || code === -32801 || (error instanceof Error && error.name === 'Canceled');
}
