import { commands, EventEmitter, type ExtensionContext, languages, Range, Uri, ViewColumn, window, workspace } from 'vscode';
import {
  type MayBeRenderedParams,
  type MayBeRenderedResult,
  mayBeRenderedRequest,
  type RenderedParams,
  type RenderedResult,
  renderedRequest,
} from '../../server/protocol/builds/build-requests.ts';
import { renderedScheme as scheme } from '../server/documents.ts';
import { objectsOf } from '../server/objects.ts';
import type { Server } from '../server/server.ts';
import type { SimulationPanel } from '../simulation/simulation-panel.ts';
import { t } from '../words/texts.ts';
import { watchTextInFront } from '../workspace/text-in-front.ts';

/**
 * `kubejob.showRenderedJob`: what the user's helm made of the template in front, or kustomize of a base or patch, in a read-only document
 * beside it, and its simulation. Both follow each time that it is made anew, which happens when a file of it is saved. The palette has it
 * where there is a chart or overlay.
 */
export function registerRenderedJobs(context: ExtensionContext, server: Server, panel: SimulationPanel): void {
  const changed = new EventEmitter<Uri>();
  const shown = () => workspace.textDocuments.filter(({ uri }) => uri.scheme === scheme);
  const rendered = (template: Uri, line: number) => {
    const params: RenderedParams = { uri: template.toString(), line };
    return server.request<RenderedResult>(renderedRequest, params);
  };
  const look = async () => {
    const document = window.activeTextEditor?.document;
    const may = document !== undefined && server.wanted(document) && (await mayBeRendered(server, document.uri));
    if (document === window.activeTextEditor?.document) await commands.executeCommand('setContext', 'kubejob.mayBeRendered', may);
  };
  context.subscriptions.push(
    changed,
    ...watchTextInFront(look, server.onBuilt),
    workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      async provideTextDocumentContent(uri) {
        const { rendered: made, message } = await rendered(templateOf(uri), 0);
        return made?.text ?? (message === null ? '' : `# ${message}\n`);
      },
    }),
    server.onBuilt(() => {
      for (const { uri } of shown()) changed.fire(uri);
    }),
    commands.registerCommand('kubejob.showRenderedJob', async () => {
      const editor = window.activeTextEditor;
      if (!editor) return void window.showInformationMessage(t('Open a template of a chart, or a base or patch of an overlay, first.'));
      const template = editor.document.uri;
      const { rendered: made, message } = await rendered(template, editor.selection.active.line);
      if (!made) return void window.showInformationMessage(message ?? t('There is no chart or overlay here that may be rendered.'));
      // In front, so that the simulation comes beside it and not over it.
      const document = await workspace.openTextDocument(renderedOf(template));
      await languages.setTextDocumentLanguage(document, 'yaml');
      const selection = new Range(made.line, 0, made.line, 0);
      await window.showTextDocument(document, { viewColumn: ViewColumn.Beside, preview: true, selection });
      const objects = await objectsOf(server, document);
      const object = objects.findLast(({ firstLine }) => firstLine <= made.line) ?? objects[0];
      if (object) await panel.show(document, object);
    }),
  );
}

async function mayBeRendered(server: Server, uri: Uri): Promise<boolean> {
  const params: MayBeRenderedParams = { uri: uri.toString() };
  return (await server.request<MayBeRenderedResult>(mayBeRenderedRequest, params)).mayBeRendered;
}

/** The rendered document is called as its template is; the template's own address is what it asks for. */
function renderedOf(template: Uri): Uri {
  return Uri.from({ scheme, path: template.path, query: template.toString() });
}

function templateOf(uri: Uri): Uri {
  return Uri.parse(uri.query, true);
}
