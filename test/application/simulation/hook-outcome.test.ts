import { expect, test } from 'vitest';
import { simulateObject } from '../../../server/application/simulation/simulate-object.ts';
import { analysisOf } from '../../analysis.ts';
import { jobWith } from '../../manifests.ts';

/** What is said of a hook behind how its Job ended; `exit` is that of its only run. */
function said(annotations: string, exit = 0): string {
  const text = jobWith({
    metadata: `annotations: {${annotations}}`,
    spec: 'backoffLimit: 0',
    container: `command: [sh, -c, "exit ${exit}"]`,
  });
  const result = simulateObject(analysisOf(text), { uri: 'file:///manifests/job.yaml', document: 0 }, () => false);
  return result.status === 'simulated' ? result.outcome.replace(/^[^.]*: [^.]*\. ?/, '') : result.status;
}

const helm = 'helm.sh/hook: "pre-upgrade, post-install", helm.sh/hook-weight: "-5"';
const stays = 'which stays: the next time it stops at "already exists", unless somebody deletes it.';

test.each([
  [
    'succeeded, by default',
    helm,
    0,
    'Helm goes on behind this hook (pre-upgrade, post-install; weight -5), which stays until it runs again, and is deleted first then.',
  ],
  [
    'succeeded, deleted by policy',
    `${helm}, helm.sh/hook-delete-policy: hook-succeeded`,
    0,
    'Helm goes on behind this hook (pre-upgrade, post-install; weight -5), which is deleted then.',
  ],
  [
    'failed, where the policy is of success',
    `${helm}, helm.sh/hook-delete-policy: hook-succeeded`,
    1,
    `Helm fails the release at this hook (pre-upgrade, post-install; weight -5), ${stays}`,
  ],
  [
    'of Argo CD, failed',
    'argocd.argoproj.io/hook: PreSync, argocd.argoproj.io/sync-wave: "2", argocd.argoproj.io/hook-delete-policy: HookFailed',
    1,
    'Argo CD fails the sync at this hook (PreSync; wave 2), which is deleted then.',
  ],
  ['of which its tool knows no phase', 'helm.sh/hook: pre-upgrad', 0, ''],
  ['that is none', 'a: b', 0, ''],
])('a hook %s', (_, annotations, exit, sentence) => {
  expect(said(annotations, exit)).toBe(sentence);
});
