import { EventEmitter, type ExtensionContext, languages, Uri, ViewColumn, window, workspace } from 'vscode';

const scheme = 'kubejob-kubectl';

export interface KubectlDocuments {
  /** Opens what a command printed as a read-only document; the same document again when it is already open. */
  open(command: string, text: string): Promise<void>;
}

/** Read-only documents with what kubectl would print. They live as long as the window: there is nothing to save. */
export function registerKubectlDocuments(context: ExtensionContext): KubectlDocuments {
  const contents = new Map<string, string>();
  const changed = new EventEmitter<Uri>();
  context.subscriptions.push(
    changed,
    workspace.registerTextDocumentContentProvider(scheme, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => contents.get(uri.path) ?? '',
    }),
    workspace.onDidCloseTextDocument(({ uri }) => {
      if (uri.scheme === scheme) contents.delete(uri.path);
    }),
  );
  return {
    async open(command, text) {
      const uri = Uri.from({ scheme, path: `/${command}` });
      contents.set(uri.path, text);
      changed.fire(uri);
      const document = await languages.setTextDocumentLanguage(await workspace.openTextDocument(uri), 'kubectl-output');
      await window.showTextDocument(document, { viewColumn: ViewColumn.Active, preview: true });
    },
  };
}
