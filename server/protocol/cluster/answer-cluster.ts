import type { CancellationToken, Connection } from 'vscode-languageserver';
import { clusterVersion } from '../../application/settings/cluster-version.ts';
import type { Settings } from '../../application/settings/settings.ts';
import { type AskCluster, type ClusterAnswer, type ClusterQuestion, isNamespace } from '../../cluster/questions.ts';
import { textsIn } from '../../messages/render.ts';
import type { Trust } from '../builds/trust.ts';
import {
  type ClusterRecordParams,
  type ClusterRecordResult,
  type ClusterVersionResult,
  clusterRecordRequest,
  clusterVersionRequest,
} from './cluster-requests.ts';

/**
 * Asks the user's cluster through the user's kubectl, when a user has chosen so, in a trusted workspace. `ask` is missing where no
 * program can run, as in a browser.
 */
export function answerCluster(connection: Connection, ask: AskCluster | undefined, trust: Trust, settingsOf: () => Settings): void {
  async function answer(question: ClusterQuestion, token: CancellationToken): Promise<ClusterAnswer | undefined> {
    if (!ask || !trust.isGiven()) return undefined;
    const stop = new AbortController();
    const listening = token.onCancellationRequested(() => stop.abort());
    try {
      return await ask(settingsOf().kubectl.path, question, stop.signal);
    } finally {
      listening.dispose();
    }
  }
  const failure = (answered: Exclude<ClusterAnswer, { readonly status: 'answered' }> | undefined): string => {
    const texts = textsIn(settingsOf().language);
    switch (answered?.status) {
      case undefined:
        return texts('cluster-not-trusted', {});
      case 'no-kubectl':
        return texts('cluster-no-kubectl', {});
      case 'stopped':
        return texts(`cluster-${answered.why}`, {});
      case 'refused':
        return texts('cluster-refused', { words: answered.message });
    }
  };

  connection.onRequest<ClusterRecordResult, void>(
    clusterRecordRequest,
    async ({ namespace }: ClusterRecordParams, token: CancellationToken) => {
      if (namespace !== null && !isNamespace(namespace))
        return { failure: textsIn(settingsOf().language)('cluster-no-namespace', { name: namespace }) };
      const answered = await answer({ about: 'record', namespace }, token);
      return answered?.status === 'answered' ? { text: answered.text } : { failure: failure(answered) };
    },
  );
  connection.onRequest<ClusterVersionResult, void>(clusterVersionRequest, async (_: unknown, token: CancellationToken) => {
    const answered = await answer({ about: 'version' }, token);
    const version = answered?.status === 'answered' ? clusterVersion(answered.text) : undefined;
    if (version) return version;
    // kubectl says its own version even where no cluster answers.
    return { failure: answered?.status === 'answered' ? textsIn(settingsOf().language)('cluster-no-version', {}) : failure(answered) };
  });
}
