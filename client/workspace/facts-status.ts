import { commands, type ExtensionContext, languages, window } from 'vscode';
import { settingList } from '../../server/application/settings/setting-list.ts';
import { type FactsParams, type FactsResult, factsRequest } from '../../server/protocol/requests.ts';
import { languages as ours } from '../server/documents.ts';
import type { Server } from '../server/server.ts';
import { changeSetting, setting } from '../settings/setting.ts';
import { t, useTexts } from '../words/texts.ts';
import { statusDetail } from './status-detail.ts';
import { diagnosedInFront, watchTextInFront } from './text-in-front.ts';

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
    const command = isOn ? t('Leave aside') : t('Take into account');
    item.detail = statusDetail(facts, { text: item.text, command });
    item.command = { command: 'kubejob.switchNamespaceFacts', title: command };
  };
  context.subscriptions.push(
    item,
    ...watchTextInFront(look, diagnosedInFront),
    commands.registerCommand('kubejob.switchNamespaceFacts', async () => {
      const uri = window.activeTextEditor?.document.uri;
      await changeSetting(namespaceFacts, uri, !setting(namespaceFacts, uri));
    }),
  );
}

async function factsOf(server: Server, uri: string): Promise<readonly string[]> {
  const params: FactsParams = { uri };
  return (await server.request<FactsResult>(factsRequest, params)).facts;
}
