import { ProgressLocation, window, workspace } from 'vscode';
import { settingList } from '../../server/application/settings/setting-list.ts';
import { type ClusterQuestion, isNamespace, kubectlArguments } from '../../server/cluster/questions.ts';
import {
  type ClusterFailure,
  type ClusterRecord,
  type ClusterRecordParams,
  type ClusterVersion,
  clusterRecordRequest,
  clusterVersionRequest,
} from '../../server/protocol/cluster/cluster-requests.ts';
import type { Server } from '../server/server.ts';
import { setting } from '../settings/setting.ts';
import { t } from '../words/texts.ts';

/** What the user's own kubectl may be asked, where it can run. Whoever calls these has shown the command, and the user has chosen it. */
export interface ClusterAsking {
  /** The command to the letter. */
  command(question: ClusterQuestion): string;
  /** What kubectl printed of a namespace, or of the current one; undefined where there is nothing, which the user was told. */
  record(namespace: string | null): Promise<string | undefined>;
  version(): Promise<ClusterVersion | undefined>;
}

export function clusterAsking(server: Server): ClusterAsking {
  const command = (question: ClusterQuestion) => [setting(settingList.kubectl.path), ...kubectlArguments(question)].join(' ');
  async function ask<Answer extends object>(question: ClusterQuestion, method: string, params: unknown): Promise<Answer | undefined> {
    if (!workspace.isTrusted) return void window.showInformationMessage(t('Nothing is run in a workspace that is not trusted.'));
    const title = t('Running {0}', command(question));
    const answer = await window.withProgress({ location: ProgressLocation.Notification, cancellable: true, title }, (_, token) =>
      server.request<Answer | ClusterFailure>(method, params, token),
    );
    if (!('failure' in answer)) return answer;
    return void window.showErrorMessage(answer.failure);
  }
  return {
    command,
    async record(namespace) {
      const params: ClusterRecordParams = { namespace };
      return (await ask<ClusterRecord>({ about: 'record', namespace }, clusterRecordRequest, params))?.text;
    },
    version: () => ask<ClusterVersion>({ about: 'version' }, clusterVersionRequest, {}),
  };
}

/** Asks the user for the name of a namespace. */
export function nameOfNamespace(): Thenable<string | undefined> {
  return window.showInputBox({
    prompt: t('The namespace of the Job'),
    validateInput: (text) => (isNamespace(text) ? undefined : t('A namespace has lower-case letters, digits and "-" in its name.')),
  });
}
