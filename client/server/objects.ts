import { commands, type ExtensionContext, type TextDocument, type TextEditor, window, workspace } from 'vscode';
import { type ObjectSummary, type ObjectsParams, type ObjectsResult, objectsRequest } from '../../server/protocol/requests.ts';
import { debounced } from './debounce.ts';
import type { Server } from './server.ts';

/** The Jobs and CronJobs of a document, in order; none where the server cannot tell. */
export async function objectsOf(server: Server, document: TextDocument): Promise<readonly ObjectSummary[]> {
  const params: ObjectsParams = { uri: document.uri.toString() };
  const { objects } = await server.request<ObjectsResult>(objectsRequest, params);
  return objects;
}

/** Keeps the context key that shows our buttons and menu entries, and tells of it: only where there is a Job or CronJob. */
export function followObjects(context: ExtensionContext, server: Server, onObjects: (has: boolean) => void): void {
  let shown = false;
  const show = (has: boolean) => {
    if (has === shown) return;
    shown = has;
    void commands.executeCommand('setContext', 'kubejob.hasObjects', has);
    onObjects(has);
  };
  const look = async (editor: TextEditor | undefined) => {
    if (!editor || !server.wanted(editor.document)) return show(false);
    const objects = await objectsOf(server, editor.document).catch(() => []);
    if (window.activeTextEditor === editor) show(objects.length > 0);
  };
  const soon = debounced(300, () => void look(window.activeTextEditor));
  context.subscriptions.push(
    soon,
    window.onDidChangeActiveTextEditor((editor) => {
      // The simulation panel in front has no text editor: the buttons stay as they are for the one beside it.
      if (editor) void look(editor);
    }),
    workspace.onDidChangeTextDocument(({ document }) => {
      if (document === window.activeTextEditor?.document) soon.call();
    }),
  );
  void look(window.activeTextEditor);
}
