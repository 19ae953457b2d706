import { type ExtensionContext, Uri } from 'vscode';
import { type KubejobApi, start } from './start.ts';

/** VS Code on a desktop or a remote machine: the server is a Node process of its own. */
export function activate(context: ExtensionContext): KubejobApi | undefined {
  return start(context, async ({ extensionUri }, options) => {
    // Loaded only when a document needs it, so that activation costs next to nothing.
    const { LanguageClient, TransportKind } = await import('./server/language-client.ts');
    const module = Uri.joinPath(extensionUri, 'dist/server.js').fsPath;
    return new LanguageClient('kubejob', 'Kubejob', { module, transport: TransportKind.ipc }, options);
  });
}
