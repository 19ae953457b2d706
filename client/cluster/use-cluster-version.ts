import { commands, type ExtensionContext, env, window } from 'vscode';
import { settingList } from '../../server/application/settings/setting-list.ts';
import { changeSetting } from '../settings/setting.ts';
import { t } from '../words/texts.ts';
import type { ClusterAsking } from './ask-cluster.ts';

/** `kubejob.useClusterVersion`: asks the user's cluster once for its version, by a command that is shown first, and judges by it from then on. */
export function registerUseClusterVersion(context: ExtensionContext, asking: ClusterAsking): void {
  context.subscriptions.push(
    commands.registerCommand('kubejob.useClusterVersion', async () => {
      const uri = window.activeTextEditor?.document.uri;
      const command = asking.command({ about: 'version' });
      const run = { label: t('Run {0}', command), detail: t('It asks the cluster of your current context, and changes nothing there.') };
      const copy = { label: t('Copy the command: {0}', command) };
      const picked = await window.showQuickPick([run, copy], { placeHolder: t('Which version does your cluster run?') });
      if (picked === copy) await env.clipboard.writeText(command);
      if (picked !== run) return;
      const found = await asking.version();
      if (!found) return;
      await changeSetting(settingList.kubernetesVersion, uri, found.version);
      void window.showInformationMessage(t('The cluster runs {0}: Jobs are judged as by Kubernetes {1}.', found.said, found.version));
    }),
  );
}
