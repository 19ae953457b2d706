import {
  type CancellationToken,
  commands,
  type Diagnostic,
  type ExtensionContext,
  FileType,
  languages,
  ProgressLocation,
  type Uri,
  window,
  workspace,
} from 'vscode';
import { isScenarioName, manifestNames } from '../../server/application/scenario/scenario-name.ts';
import { type CheckParams, type CheckResult, checkRequest } from '../../server/protocol/requests.ts';
import { mayBeOurs } from '../server/documents.ts';
import { manifestFiles } from '../server/manifest-files.ts';
import { readText } from '../server/read-text.ts';
import type { Server } from '../server/server.ts';
import { t } from '../words/texts.ts';

/**
 * `kubejob.checkWorkspace`, and `kubejob.checkFolder` of what is chosen in the explorer: they fill the Problems view for files that
 * are not open; those that are open have theirs already.
 */
export function registerCheckWorkspace(context: ExtensionContext, server: Server): void {
  const found = languages.createDiagnosticCollection('kubejob-workspace');
  context.subscriptions.push(
    found,
    commands.registerCommand('kubejob.checkWorkspace', () => {
      found.clear();
      return check(
        server,
        found,
        (workspace.workspaceFolders ?? []).map(({ uri }) => uri),
      );
    }),
    // The explorer tells which one was clicked, and all that are chosen with it.
    commands.registerCommand('kubejob.checkFolder', (clicked?: Uri, chosen: readonly Uri[] = clicked ? [clicked] : []) =>
      check(server, found, chosen),
    ),
    // From now on the server speaks of it.
    workspace.onDidOpenTextDocument(({ uri }) => found.delete(uri)),
    workspace.onDidDeleteFiles(({ files }) => {
      for (const uri of files) found.delete(uri);
    }),
  );
}

/** Files that are on their way at once: reading waits for the editor, judging for the server. */
const atOnce = 16;

interface Found {
  set(uri: Uri, diagnostics: Diagnostic[]): void;
}

async function check(server: Server, found: Found, places: readonly Uri[]): Promise<void> {
  if (places.length === 0) return void window.showInformationMessage(t('Open a folder first.'));
  const counts = { files: 0, problems: 0 };
  const one = async (uri: Uri, token: CancellationToken) => {
    const diagnostics = await judged(server, uri, token);
    if (!diagnostics || token.isCancellationRequested) return;
    counts.files += 1;
    counts.problems += diagnostics.length;
    if (!isOpen(uri)) found.set(uri, diagnostics);
  };
  const whole = await window.withProgress(
    { location: ProgressLocation.Notification, title: t('Checking manifests'), cancellable: true },
    async (progress, token) => {
      const files = withoutOtherScenarios((await Promise.all(places.map((place) => filesAt(place, token)))).flat());
      for (let at = 0; at < files.length && !token.isCancellationRequested; at += atOnce) {
        const some = files.slice(at, at + atOnce);
        progress.report({ increment: (100 * some.length) / files.length, message: workspace.asRelativePath(files[at] ?? '') });
        await Promise.all(some.map((uri) => one(uri, token)));
      }
      return !token.isCancellationRequested;
    },
  );
  if (!whole) return;
  if (counts.problems === 0) void window.showInformationMessage(t('{0} manifests checked: nothing to report.', counts.files));
  else await commands.executeCommand('workbench.actions.view.problems');
}

async function filesAt(place: Uri, token: CancellationToken): Promise<readonly Uri[]> {
  const { type } = await workspace.fs.stat(place);
  return type & FileType.Directory ? manifestFiles(place, token) : [place];
}

/** As on the command line: what has the name of a scenario is one only beside its manifest, others belong to other tools. */
function withoutOtherScenarios(files: readonly Uri[]): readonly Uri[] {
  const names = new Set(files.map(String));
  return files.filter((uri) => !isScenarioName(uri.path) || manifestNames(uri.toString()).some((name) => names.has(name)));
}

/** What there is to say of a file; undefined where it is none of ours, cannot be read, or nobody wants to know any more. */
async function judged(server: Server, uri: Uri, token: CancellationToken): Promise<Diagnostic[] | undefined> {
  const read = await readText(uri);
  const languageId = uri.path.endsWith('json') ? 'json' : 'yaml';
  // Between the letters of UTF-16 without a mark stand zeros.
  if (!read || !mayBeOurs({ uri, languageId, getText: () => read.text.replaceAll('\0', '') })) return undefined;
  const { text, notUtf8 } = read;
  const params: CheckParams = { uri: uri.toString(), text, ...(notUtf8 ? { notUtf8 } : {}) };
  try {
    const { diagnostics } = await server.request<CheckResult>(checkRequest, params, token);
    return await server.toEditor(diagnostics);
  } catch (error) {
    if (token.isCancellationRequested) return undefined;
    throw error;
  }
}

function isOpen(uri: Uri): boolean {
  return workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
}
