import { commands, type Disposable, type ExtensionContext, languages, window, workspace } from 'vscode';
import { section, settingList } from '../../server/application/settings/setting-list.ts';
import { type FactsParams, type FactsResult, factsRequest } from '../../server/protocol/requests.ts';
import { debounced } from '../server/debounce.ts';
import { languages as ours } from '../server/documents.ts';
import type { Server } from '../server/server.ts';
import { changeSetting, setting } from '../settings/setting.ts';
import { t, useTexts } from '../words/texts.ts';

const { namespaceFacts } = settingList;

/** What is in force in the namespace of the text in front, among the language's status items, and the command that turns it on and off. */
export function registerFactsStatus(context: ExtensionContext, server: Server): void {
  const item = languages.createLanguageStatusItem('kubejob.facts', []);
  const look = async () => {
    const document = window.activeTextEditor?.document;
    const isOn = setting(namespaceFacts, document?.uri);
    const facts = document && isOn && server.wanted(document) ? await factsOf(server, document.uri.toString()) : [];
    if (document !== window.activeTextEditor?.document) return;
    useTexts();
    item.selector = facts.length > 0 || !isOn ? ours.map((language) => ({ language })) : [];
    item.name = t('Namespace rules for Kubejob');
    item.text = isOn ? t('Namespace rules: {0}', facts.length) : t('Namespace rules: left aside');
    item.detail = facts.join(' · ');
    item.command = { command: 'kubejob.switchNamespaceFacts', title: isOn ? t('Leave aside') : t('Take into account') };
  };
  const soon = debounced(300, () => void look().catch(() => undefined));
  const watching: Disposable[] = [
    item,
    soon,
    window.onDidChangeActiveTextEditor(soon.call),
    // What is in force has the server say its diagnostics again.
    languages.onDidChangeDiagnostics(({ uris }) => {
      if (uris.some((uri) => uri.toString() === window.activeTextEditor?.document.uri.toString())) soon.call();
    }),
    workspace.onDidChangeConfiguration((change) => change.affectsConfiguration(section) && soon.call()),
    commands.registerCommand('kubejob.switchNamespaceFacts', async () => {
      const uri = window.activeTextEditor?.document.uri;
      await changeSetting(namespaceFacts, uri, !setting(namespaceFacts, uri));
    }),
  ];
  context.subscriptions.push(...watching);
  soon.call();
}

async function factsOf(server: Server, uri: string): Promise<readonly string[]> {
  const params: FactsParams = { uri };
  return (await server.request<FactsResult>(factsRequest, params)).facts;
}
