import { type ExtensionContext, ExtensionMode, window } from 'vscode';
import { settingList } from '../server/application/settings/setting-list.ts';
import type { WhatIfEdit } from '../server/protocol/requests.ts';
import { registerLanguageModelTools } from './agent/language-model-tools.ts';
import { clusterAsking } from './cluster/ask-cluster.ts';
import { registerUseClusterVersion } from './cluster/use-cluster-version.ts';
import { followCommits } from './server/commits.ts';
import { followObjects } from './server/objects.ts';
import { registerPaste } from './server/paste.ts';
import { languageServer, type MakeClient, type Server } from './server/server.ts';
import { registerServerCommands } from './server/server-commands.ts';
import { setting } from './settings/setting.ts';
import { registerExplain } from './simulation/explain-command.ts';
import { registerKubectlDocuments } from './simulation/kubectl-documents.ts';
import { registerKubectlOutput } from './simulation/kubectl-output.ts';
import { registerSimulate } from './simulation/simulate-command.ts';
import { type SimulationPanel, simulationPanel } from './simulation/simulation-panel.ts';
import { registerCheckWorkspace } from './workspace/check-workspace.ts';
import { registerConfigurationStatus } from './workspace/configuration-status.ts';
import { registerFactsStatus } from './workspace/facts-status.ts';
import { registerNewJob } from './workspace/new-job.ts';
import { registerReportVerdict } from './workspace/report-verdict.ts';
import { registerSaveAsUtf8 } from './workspace/save-as-utf-8.ts';
import { registerTestExplorer } from './workspace/test-explorer.ts';
import { registerVersionStatus } from './workspace/version-status.ts';

/** For our own tests, which read what a user would see. */
export interface KubejobApi {
  /** The text that the simulation panel shows; undefined while there is no panel. */
  readonly readPanel: () => Promise<string | undefined>;
  /** How often its page was loaded. */
  readonly panelLoads: () => number;
  /** Chooses a second of the run, as the panel's slider does. */
  readonly choose: (t: number) => void;
  /** What came out of the tests that were run from the editor. */
  readonly testOutcomes: () => readonly string[];
  /** Changes something by hand, as the panel's menus and controls do. */
  readonly edit: (edit: WhatIfEdit) => void;
}

/** What is registered only where the server can run the user's tools. */
type Besides = (context: ExtensionContext, server: Server, panel: SimulationPanel) => void;

/** Registers everything; starts nothing that costs time. */
export function start(context: ExtensionContext, makeClient: MakeClient, besides?: Besides): KubejobApi | undefined {
  const log = window.createOutputChannel('Kubejob', { log: true });
  const server = languageServer(context, makeClient, log);
  const kubectl = registerKubectlDocuments(context);
  const panel = simulationPanel(context, server, kubectl, log);
  followCommits(context, server);
  registerPaste(context, server);
  registerNewJob(context, server);
  registerSimulate(context, server, panel);
  const asking = besides && clusterAsking(server);
  registerExplain(context, server, panel, asking);
  if (asking) registerUseClusterVersion(context, asking);
  registerKubectlOutput(context, panel, kubectl);
  const version = registerVersionStatus(context);
  followObjects(context, server, version.showBeside);
  registerReportVerdict(context);
  registerSaveAsUtf8(context);
  registerFactsStatus(context, server);
  registerConfigurationStatus(context, server);
  const explorer = registerTestExplorer(context, server);
  registerCheckWorkspace(context, server);
  registerServerCommands(context, server, log);
  registerLanguageModelTools(context, server);
  besides?.(context, server, panel);
  context.subscriptions.push(log, { dispose: () => void server.stop() });
  log.info(`Kubejob ${String(context.extension.packageJSON.version)}, Kubernetes ${setting(settingList.kubernetesVersion)}.`);
  return context.extensionMode === ExtensionMode.Test
    ? { readPanel: panel.read, panelLoads: panel.loads, choose: panel.choose, edit: panel.edit, testOutcomes: () => explorer.outcomes }
    : undefined;
}
