import { type ExtensionContext, Uri } from 'vscode';
import { type KubejobApi, start } from './start.ts';

/** VS Code in a browser: the server is a web worker. */
export function activate(context: ExtensionContext): KubejobApi | undefined {
  return start(context, async ({ extensionUri }, options) => {
    const { LanguageClient } = await import('vscode-languageclient/browser');
    const worker = new Worker(Uri.joinPath(extensionUri, 'dist/core.js').toString(true));
    return new LanguageClient('kubejob', 'Kubejob', worker, options);
  });
}
