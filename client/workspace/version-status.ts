import { commands, type ExtensionContext, languages, StatusBarAlignment, window, workspace } from 'vscode';
import { section, settingList } from '../../server/application/settings/setting-list.ts';
import { kubernetesVersions } from '../../server/kubernetes/versions.ts';
import { languages as ours } from '../server/documents.ts';
import { changeSetting, setting } from '../settings/setting.ts';
import { t, useTexts } from '../words/texts.ts';

const { kubernetesVersion } = settingList;

/** Shows the version in the status bar too, beside a text with a Job or CronJob. */
export interface VersionStatus {
  readonly showBeside: (hasObjects: boolean) => void;
}

/** The Kubernetes version in force, in the status bar and among the language's status items, and the command that changes it. */
export function registerVersionStatus(context: ExtensionContext): VersionStatus {
  const inBar = window.createStatusBarItem('kubejob.version', StatusBarAlignment.Right, 90);
  const item = languages.createLanguageStatusItem(
    'kubejob.version',
    ours.map((language) => ({ language })),
  );
  const show = () => {
    useTexts();
    item.name = t('Kubernetes version for Kubejob');
    item.text = `Kubernetes ${setting(kubernetesVersion, uriInFront())}`;
    item.detail = t('Jobs and CronJobs are judged as by this version');
    inBar.name = item.name;
    inBar.text = `K8s ${setting(kubernetesVersion, uriInFront())}`;
    inBar.tooltip = item.detail;
    inBar.command = 'kubejob.chooseKubernetesVersion';
    item.command = { command: 'kubejob.chooseKubernetesVersion', title: t('Change') };
  };
  show();
  context.subscriptions.push(
    item,
    inBar,
    workspace.onDidChangeConfiguration((change) => change.affectsConfiguration(section) && show()),
    window.onDidChangeActiveTextEditor(show),
    commands.registerCommand('kubejob.chooseKubernetesVersion', choose),
  );
  return { showBeside: (hasObjects) => (hasObjects ? inBar.show() : inBar.hide()) };
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
