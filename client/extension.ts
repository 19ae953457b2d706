import { commands, type ExtensionContext, Uri, window } from 'vscode';
import { registerChartStatus } from './charts/chart-status.ts';
import { registerRenderedJobs } from './charts/rendered-jobs.ts';
import type { MakeClient } from './server/server.ts';
import { type KubejobApi, start } from './start.ts';
import { registerTasks } from './workspace/tasks.ts';

/** VS Code on a desktop or a remote machine: the server is a Node process of its own. */
export function activate(context: ExtensionContext): KubejobApi | undefined {
  const makeClient: MakeClient = async ({ extensionUri }, options) => {
    // Loaded only when a document needs it, so that activation costs next to nothing.
    const { LanguageClient, TransportKind } = await import('./server/language-client.ts');
    const module = Uri.joinPath(extensionUri, 'dist/server.js').fsPath;
    return new LanguageClient('kubejob', 'Kubejob', { module, transport: TransportKind.ipc }, options);
  };
  const api = start(context, makeClient, (_, server, panel) => {
    registerRenderedJobs(context, server, panel);
    registerChartStatus(context, server);
    registerTasks(context);
  });
  // How `npm start` shows at once what there is to see.
  if (process.env['KUBEJOB_SIMULATE_FIRST'] && window.activeTextEditor) void commands.executeCommand('kubejob.simulate');
  return api;
}
