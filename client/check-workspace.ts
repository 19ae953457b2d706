import { commands, type Diagnostic, type ExtensionContext, languages, ProgressLocation, type Uri, window, workspace } from 'vscode';
import { mayBeOurs } from './documents.ts';
import { manifestFiles } from './manifest-files.ts';
import { type CheckParams, type CheckResult, checkRequest } from './requests.ts';
import type { Server } from './server.ts';
import { t } from './texts.ts';

/** `kubejob.checkWorkspace`: fills the Problems view for files that are not open; those that are open have theirs already. */
export function registerCheckWorkspace(context: ExtensionContext, server: Server): void {
  const found = languages.createDiagnosticCollection('kubejob-workspace');
  context.subscriptions.push(
    found,
    commands.registerCommand('kubejob.checkWorkspace', () => check(server, found)),
    // From now on the server speaks of it.
    workspace.onDidOpenTextDocument(({ uri }) => found.delete(uri)),
    workspace.onDidDeleteFiles(({ files }) => {
      for (const uri of files) found.delete(uri);
    }),
  );
}

async function check(server: Server, found: { set(uri: Uri, diagnostics: Diagnostic[]): void; clear(): void }): Promise<void> {
  found.clear();
  const counts = { files: 0, problems: 0 };
  const whole = await window.withProgress(
    { location: ProgressLocation.Notification, title: t('Checking manifests'), cancellable: true },
    async (progress, token) => {
      const folders = workspace.workspaceFolders ?? [];
      const files = (await Promise.all(folders.map((folder) => manifestFiles(folder, token)))).flat();
      for (const uri of files) {
        if (token.isCancellationRequested) return false;
        progress.report({ increment: 100 / files.length, message: workspace.asRelativePath(uri) });
        const text = await read(uri);
        if (text === undefined || !mayBeOurs({ languageId: uri.path.endsWith('json') ? 'json' : 'yaml', getText: () => text })) continue;
        const params: CheckParams = { uri: uri.toString(), text };
        const { diagnostics } = await server.request<CheckResult>(checkRequest, params, token);
        counts.files += 1;
        counts.problems += diagnostics.length;
        if (!isOpen(uri)) found.set(uri, await server.toEditor(diagnostics));
      }
      return true;
    },
  );
  if (!whole) return;
  if (counts.problems === 0) void window.showInformationMessage(t('{0} manifests checked: nothing to report.', counts.files));
  else await commands.executeCommand('workbench.actions.view.problems');
}

/** The text of a file; undefined where it cannot be read. */
async function read(uri: Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}

function isOpen(uri: Uri): boolean {
  return workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
}
