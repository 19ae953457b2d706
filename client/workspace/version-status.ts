import { commands, type ExtensionContext, languages, window, workspace } from 'vscode';
import { section, settingList } from '../../server/application/settings/setting-list.ts';
import { kubernetesVersions } from '../../server/kubernetes/versions.ts';
import { languages as ours } from '../server/documents.ts';
import { changeSetting, setting } from '../settings/setting.ts';
import { t, useTexts } from '../words/texts.ts';

const { kubernetesVersion } = settingList;

/** The Kubernetes version in force, among the language's status items, and the command that changes it. */
export function registerVersionStatus(context: ExtensionContext): void {
  const item = languages.createLanguageStatusItem(
    'kubejob.version',
    ours.map((language) => ({ language })),
  );
  const show = () => {
    useTexts();
    item.name = t('Kubernetes version for Kubejob');
    item.text = `Kubernetes ${setting(kubernetesVersion, uriInFront())}`;
    item.detail = t('Jobs and CronJobs are judged as by this version');
    item.command = { command: 'kubejob.chooseKubernetesVersion', title: t('Change') };
  };
  show();
  context.subscriptions.push(
    item,
    workspace.onDidChangeConfiguration((change) => change.affectsConfiguration(section) && show()),
    window.onDidChangeActiveTextEditor(show),
    commands.registerCommand('kubejob.chooseKubernetesVersion', choose),
  );
}

/** Of the text in front: folders of a workspace may have versions of their own. */
function uriInFront() {
  return window.activeTextEditor?.document.uri;
}

async function choose(): Promise<void> {
  const current = setting(kubernetesVersion, uriInFront());
  const picked = await window.showQuickPick(
    kubernetesVersions.toReversed().map((label) => (label === current ? { label, description: t('in force') } : { label })),
    { placeHolder: t('The Kubernetes version that judges Jobs and CronJobs') },
  );
  if (!picked) return;
  await changeSetting(kubernetesVersion, uriInFront(), picked.label);
}
