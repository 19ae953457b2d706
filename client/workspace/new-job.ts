import { commands, type ExtensionContext, Uri, window, workspace } from 'vscode';
import { type NewManifestsResult, newManifestsRequest } from '../../server/protocol/requests.ts';
import type { Server } from '../server/server.ts';
import { t } from '../words/texts.ts';

/** Commands that open something to begin with: a new manifest, or one of the samples that the extension brings along. */
export function registerNewJob(context: ExtensionContext, server: Server): void {
  const sample = async (name: string) => {
    const file = Uri.joinPath(context.extensionUri, 'media/walkthrough', name);
    return open(new TextDecoder().decode(await workspace.fs.readFile(file)));
  };
  context.subscriptions.push(
    commands.registerCommand('kubejob.newJob', async () => {
      const { manifests } = await server.request<NewManifestsResult>(newManifestsRequest, undefined);
      const picked = await window.showQuickPick([...manifests], { placeHolder: t('What is it to do?') });
      if (picked) await open(picked.text);
    }),
    commands.registerCommand('kubejob.openFaultySample', () => sample('faulty.yaml')),
    commands.registerCommand('kubejob.openSample', async () => {
      const document = await sample('sample.yaml');
      await commands.executeCommand('kubejob.simulate', document.uri);
    }),
  );
}

/** As a text without a file: it is saved where the user wants it, or not at all. */
async function open(content: string) {
  const document = await workspace.openTextDocument({ language: 'yaml', content });
  await window.showTextDocument(document, { preview: false });
  return document;
}
