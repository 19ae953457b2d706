import { type Connection, DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import { configurationName } from '../application/configuration/configuration-name.ts';
import type { Editor } from './editor.ts';

/** Manifests, and what kustomize calls the file of a folder. */
const patterns = ['**/*.{yaml,yml,json}', '**/Kustomization'];

/**
 * Has the editor tell, where it can, when manifests of the workspace change, or a configuration in the folders around it; `changed` is
 * told which, those that are gone among them.
 */
export function watchFiles(
  connection: Connection,
  editor: Editor,
  changed: (uris: readonly string[]) => void,
): { watch(around: readonly string[]): void } {
  connection.onDidChangeWatchedFiles(({ changes }) => changed(changes.map(({ uri }) => uri)));
  return {
    watch(around) {
      const can = editor.can.workspace?.didChangeWatchedFiles;
      const outside = can?.relativePatternSupport ? around.map((baseUri) => ({ baseUri, pattern: configurationName })) : [];
      const watchers = [...patterns, ...outside].map((globPattern) => ({ globPattern }));
      if (can?.dynamicRegistration) void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    },
  };
}
