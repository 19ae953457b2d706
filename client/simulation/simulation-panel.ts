import {
  CancellationTokenSource,
  commands,
  type ExtensionContext,
  env,
  type LogOutputChannel,
  type TextDocument,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import { section } from '../../server/application/settings/setting-list.ts';
import {
  type LikelihoodParams,
  type LikelihoodResult,
  likelihoodRequest,
  type ObjectSummary,
  type Seconds,
  type WhatIf,
  type WhatIfEdit,
} from '../../server/protocol/requests.ts';
import type { Answer, FromPanel, Target } from '../panel/host/messages.ts';
import { isFromPanel } from '../panel/host/read-message.ts';
import { isSameObject } from '../panel/host/read-target.ts';
import { kubectlCommand } from '../panel/outputs/kubectl-commands.ts';
import { readKept } from '../panel/state/kept.ts';
import { isCancellation } from '../server/cancellation.ts';
import { debounced } from '../server/debounce.ts';
import type { Server } from '../server/server.ts';
import { t } from '../words/texts.ts';
import { openRecording, openScenario, saveScenario } from './files-of-panel.ts';
import { followCaret, pathIn } from './follow-caret.ts';
import type { KubectlDocuments } from './kubectl-documents.ts';
import { answer, display, isSimulated, type Opened, outputsOf, type PanelOutputs, post } from './opened-panel.ts';
import { pageOf } from './page.ts';
import { createPageReader } from './page-reader.ts';
import { reveal, revealField } from './reveal.ts';
import { paramsOf, simulateTarget, targetOf } from './simulate-target.ts';
import { isPlayedIn, watchScenario } from './watch-scenario.ts';

const viewType = 'kubejob.simulation';
const nothingChanged: WhatIf = { edits: [] };

export interface SimulationPanel {
  /** Opens the panel beside the text, or turns the open one to this object; with `explain` it shows what a cluster told of it. */
  show(document: TextDocument, object: ObjectSummary, explain?: true): Promise<void>;
  /** What kubectl prints of the object, as the page shows it; undefined where nothing was simulated. */
  outputs(): PanelOutputs | undefined;
  /** The text that the page shows; undefined while there is no page. */
  read(): Promise<string | undefined>;
  /** How often its page was loaded. */
  loads(): number;
  /** What the slider of the page does: the outputs become those of this second of the run, counted from the create request. */
  choose(t: Seconds): void;
  /** What the menus and controls of the page do. */
  edit(edit: WhatIfEdit): void;
  /** Writes what is assumed as a scenario beside the manifest; nothing where there is no page. */
  save(): Promise<void>;
}

/** The one panel: it follows the text of its object, and is restored when the editor is reloaded. */
export function simulationPanel(
  context: ExtensionContext,
  server: Server,
  kubectl: KubectlDocuments,
  log: LogOutputChannel,
): SimulationPanel {
  let opened: Opened | undefined;
  const soon = debounced(40, () => opened && void refresh(opened));

  /** What is shown is no longer that of the text. */
  function changed(panel: Opened): void {
    post(panel, { type: 'changed' });
    soon.call();
  }

  function adopt(view: WebviewPanel, target: Target, whatIf: WhatIf = nothingChanged): Opened {
    const folder = Uri.joinPath(context.extensionUri, 'dist');
    const reader = createPageReader((message) => void view.webview.postMessage(message));
    const adopted: Opened = {
      view,
      reader,
      target,
      answer: { status: 'waiting' },
      drawn: undefined,
      second: undefined,
      whatIf,
      startAt: undefined,
      running: new CancellationTokenSource(),
      asking: new CancellationTokenSource(),
      scenario: watchScenario(() => changed(adopted)),
    };
    opened = adopted;
    // For the commands that have a meaning only then.
    void commands.executeCommand('setContext', 'kubejob.panelOpen', true);
    view.webview.options = { enableScripts: true, localResourceRoots: [folder] };
    view.webview.onDidReceiveMessage((message: unknown) => {
      if (isFromPanel(message)) receive(adopted, message);
      else log.warn('A message of the panel that is none of ours was left out.');
    });
    view.onDidDispose(() => {
      adopted.scenario.dispose();
      adopted.running.cancel();
      adopted.asking.cancel();
      reader.close();
      if (opened !== adopted) return;
      opened = undefined;
      void commands.executeCommand('setContext', 'kubejob.panelOpen', false);
    });
    view.webview.html = pageOf(view.webview, folder);
    return adopted;
  }

  /** Shows what becomes of the target as its text is now. A newer simulation ends this one. */
  async function refresh(panel: Opened): Promise<void> {
    panel.running.cancel();
    const running = new CancellationTokenSource();
    panel.running = running;
    panel.scenario.beside(panel.target.uri);
    try {
      const simulated = await simulateTarget(server, panel, running.token);
      if (!simulated) return;
      panel.target = simulated.target;
      if (isSimulated(simulated)) panel.drawn = simulated;
      answer(panel, { status: 'shown', ...simulated });
      const name = panel.target.name ?? panel.target.kind;
      panel.view.title = panel.target.explain ? t('What happened: {0}', name) : t('Simulation: {0}', name);
    } catch (error) {
      if (isCancellation(error)) return;
      log.error('The simulation failed:', error instanceof Error ? error : String(error));
      answer(panel, { status: 'broken', text: error instanceof Error ? error.message : String(error) });
    }
  }

  /** Many runs; a newer question ends this one. Where they fail nothing is shown of them. */
  async function ask(panel: Opened, failureRate: number): Promise<void> {
    panel.asking.cancel();
    const asking = new CancellationTokenSource();
    panel.asking = asking;
    try {
      const params: LikelihoodParams = { ...paramsOf(panel.target, panel.whatIf), failureRate };
      const result = await server.request<LikelihoodResult>(likelihoodRequest, params, asking.token);
      if (!asking.token.isCancellationRequested) post(panel, { type: 'likelihood', result });
    } catch (error) {
      if (!isCancellation(error)) log.error('The many simulations failed:', error instanceof Error ? error : String(error));
    }
  }

  /** What was changed by hand is in the file now, and no change any more. */
  async function save(panel: Opened): Promise<void> {
    try {
      if (!(await saveScenario(server, panel.target, panel.whatIf))) return;
      panel.whatIf = nothingChanged;
      post(panel, { type: 'saved' });
      await refresh(panel);
    } catch (error) {
      log.error('The scenario could not be written:', error instanceof Error ? error : String(error));
    }
  }

  function receive(panel: Opened, message: FromPanel): void {
    const { target, reader } = panel;
    switch (message.type) {
      case 'ready':
        reader.ready();
        // What the page shows while the text cannot be judged is the last run.
        if (panel.drawn) display(panel, { status: 'shown', ...panel.drawn });
        if (panel.answer.status !== 'shown' || panel.answer.result.status !== 'simulated') display(panel, panel.answer);
        break;
      case 'reveal':
        void reveal(message.uri, message.line, message.character);
        break;
      case 'start':
        panel.startAt = message.startAt;
        changed(panel);
        break;
      case 'reveal-field':
        void revealField(server, target, message.path);
        break;
      case 'moment':
        panel.second = message.t;
        break;
      case 'what-if':
        panel.whatIf = message.whatIf;
        void refresh(panel);
        break;
      case 'likelihood':
        void ask(panel, message.failureRate);
        break;
      case 'save-scenario':
        void save(panel);
        break;
      case 'open-scenario':
        void openScenario(target, scenarioIn(panel.answer));
        break;
      case 'open':
        void kubectl.open(kubectlCommand(message.output, target), message.text);
        break;
      case 'open-recording':
        void openRecording(message.text);
        break;
      case 'copy':
        void env.clipboard.writeText(message.text);
        break;
      case 'text':
        reader.answer(message.id, message.text);
    }
  }

  const caret = followCaret(
    server,
    () => opened !== undefined,
    (place) => opened && post(opened, { type: 'caret', ...pathIn(opened.target, place) }),
  );
  context.subscriptions.push(
    soon,
    caret,
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (opened && contentChanges.length > 0 && isPlayedIn(opened.target, document)) changed(opened);
    }),
    server.onBuilt(() => opened && changed(opened)),
    workspace.onDidChangeConfiguration((change) => {
      if (opened && change.affectsConfiguration(section)) changed(opened);
    }),
    window.registerWebviewPanelSerializer(viewType, {
      async deserializeWebviewPanel(restored, kept) {
        const { target, history, startAt } = readKept(kept);
        if (target) await refresh(Object.assign(adopt(restored, target, history), { startAt }));
        else restored.dispose();
      },
    }),
  );

  return {
    async show(document, object, explain) {
      const target = targetOf(document.uri.toString(), object, explain);
      if (opened) {
        if (!isSameObject(opened.target, target) || opened.target.explain !== explain) opened.whatIf = nothingChanged;
        opened.target = target;
        opened.view.reveal(undefined, true);
        post(opened, { type: 'changed' });
        await refresh(opened);
      } else {
        const beside = { viewColumn: ViewColumn.Beside, preserveFocus: true };
        await refresh(adopt(window.createWebviewPanel(viewType, 'Kubejob', beside), target));
      }
    },
    outputs: () => opened && outputsOf(opened),
    choose: (second) => opened && post(opened, { type: 'moment', t: second }),
    edit: (edit) => opened && post(opened, { type: 'edit', edit }),
    save: async () => opened && save(opened),
    read: async () => opened?.reader.read(),
    loads: () => opened?.reader.loads ?? 0,
  };
}

/** The address of the scenario beside the manifest, where that counts. */
function scenarioIn(answered: Answer): string | undefined {
  return answered.status === 'shown' ? answered.scenario : undefined;
}
