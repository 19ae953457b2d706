import { commands, type ExtensionContext, Uri, window, workspace } from 'vscode';
import { saveAsUtf8Command } from '../../server/protocol/requests.ts';
import { t } from '../words/texts.ts';

/** The command behind *Save as UTF-8*, after its letters were put in. */
export function registerSaveAsUtf8(context: ExtensionContext): void {
  context.subscriptions.push(commands.registerCommand(saveAsUtf8Command, (address: string) => saveAsUtf8(Uri.parse(address))));
}

async function saveAsUtf8(uri: Uri): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  // In its own encoding first: what was typed is stored whatever happens next.
  if (document.isDirty && !(await document.save())) return;
  const { encoding } = document;
  if (/^utf8/.test(encoding)) return;
  await workspace.fs.writeFile(uri, new TextEncoder().encode(document.getText()));
  await workspace.openTextDocument(uri, { encoding: 'utf8' });
  void window.showInformationMessage(
    t('Saved as UTF-8. The editor had read the file as {0}: where the setting files.encoding says so, change it.', encoding),
  );
}
