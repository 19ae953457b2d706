import { ConfigurationTarget, commands, type ExtensionContext, languages, type WorkspaceConfiguration, window, workspace } from 'vscode';
import { languages as ours } from '../server/documents.ts';
import type { KubernetesVersion } from '../server/requests.ts';
import { t, useTexts } from '../words/texts.ts';

const versions: readonly KubernetesVersion[] = ['1.37', '1.36', '1.35', '1.34', '1.33', '1.32', '1.31', '1.30', '1.29'];

/** The Kubernetes version in force, among the language's status items, and the command that changes it. */
export function registerVersionStatus(context: ExtensionContext): void {
  const item = languages.createLanguageStatusItem(
    'kubejob.version',
    ours.map((language) => ({ language })),
  );
  const show = () => {
    useTexts();
    item.name = t('Kubernetes version for Kubejob');
    item.text = `Kubernetes ${settings().get('kubernetesVersion', '')}`;
    item.detail = t('Jobs and CronJobs are judged as by this version');
    item.command = { command: 'kubejob.chooseKubernetesVersion', title: t('Change') };
  };
  show();
  context.subscriptions.push(
    item,
    workspace.onDidChangeConfiguration((change) => change.affectsConfiguration('kubejob') && show()),
    window.onDidChangeActiveTextEditor(show),
    commands.registerCommand('kubejob.chooseKubernetesVersion', choose),
  );
}

/** Those in force for the text in front: folders of a workspace may have versions of their own. */
function settings(): WorkspaceConfiguration {
  return workspace.getConfiguration('kubejob', window.activeTextEditor?.document.uri);
}

async function choose(): Promise<void> {
  const before = settings();
  const current = before.get<string>('kubernetesVersion');
  const picked = await window.showQuickPick(
    versions.map((label) => (label === current ? { label, description: t('in force') } : { label })),
    { placeHolder: t('The Kubernetes version that judges Jobs and CronJobs') },
  );
  if (!picked) return;
  const ofFolder = before.inspect('kubernetesVersion')?.workspaceFolderValue !== undefined;
  const target = workspace.workspaceFolders ? ConfigurationTarget.Workspace : ConfigurationTarget.Global;
  await before.update('kubernetesVersion', picked.label, ofFolder ? ConfigurationTarget.WorkspaceFolder : target);
}
