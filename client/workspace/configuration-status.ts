import { type ExtensionContext, languages, Uri, window, workspace } from 'vscode';
import { section } from '../../server/application/settings/setting-list.ts';
import { type ConfigurationParams, type ConfigurationResult, configurationRequest } from '../../server/protocol/requests.ts';
import { languages as ours } from '../server/documents.ts';
import type { Server } from '../server/server.ts';
import { t, useTexts } from '../words/texts.ts';
import { statusDetail } from './status-detail.ts';
import { diagnosedInFront, watchTextInFront } from './text-in-front.ts';

/** Which `.kubejob.yaml` speaks of the text in front, among the language's status items, and which settings take the place of what it says. */
export function registerConfigurationStatus(context: ExtensionContext, server: Server): void {
  const item = languages.createLanguageStatusItem('kubejob.configuration', []);
  const look = async () => {
    const document = window.activeTextEditor?.document;
    const found = document && server.wanted(document) ? await configurationOf(server, document.uri) : undefined;
    if (document !== window.activeTextEditor?.document) return;
    useTexts();
    item.selector = found?.file ? ours.map((language) => ({ language })) : [];
    if (!found?.file) return;
    const file = Uri.parse(found.file);
    item.name = t('Configuration for Kubejob');
    item.text = `${workspace.asRelativePath(file)} · Kubernetes ${found.versions}`;
    const command = t('Open');
    const overridden = found.overridden.map((name) => `${section}.${name}`);
    const told = overridden.length > 0 ? t('your settings win: {0}', overridden.join(', ')) : t('for all who open this folder');
    item.detail = statusDetail([told], { text: item.text, command });
    item.command = { command: 'vscode.open', title: command, arguments: [file] };
  };
  context.subscriptions.push(item, ...watchTextInFront(look, diagnosedInFront));
}

function configurationOf(server: Server, uri: Uri): Promise<ConfigurationResult> {
  const params: ConfigurationParams = { uri: uri.toString() };
  return server.request<ConfigurationResult>(configurationRequest, params);
}
