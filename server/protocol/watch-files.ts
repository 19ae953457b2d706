import { type Connection, DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import type { Editor } from './editor.ts';

/** Manifests, and what kustomize calls the file of a folder. */
const patterns = ['**/*.{yaml,yml,json}', '**/Kustomization'];

/** Has the editor tell, where it can, when manifests of the workspace change; `changed` is told which, those that are gone among them. */
export function watchFiles(connection: Connection, editor: Editor, changed: (uris: readonly string[]) => void): { watch(): void } {
  connection.onDidChangeWatchedFiles(({ changes }) => changed(changes.map(({ uri }) => uri)));
  return {
    watch() {
      const watchers = patterns.map((globPattern) => ({ globPattern }));
      if (editor.can.workspace?.didChangeWatchedFiles?.dynamicRegistration)
        void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    },
  };
}
