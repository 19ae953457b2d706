import { deepStrictEqual } from 'node:assert';
import { chmodSync, readFileSync } from 'node:fs';
import { ConfigurationTarget, type Uri, workspace } from 'vscode';
import { closeAll, example, kubejob, panelShows, pick, set } from './editor.ts';

const at = (second: number) => `2026-03-01T10:00:${String(second).padStart(2, '0')}Z`;
const labels = { 'batch.kubernetes.io/job-name': 'load', 'job-name': 'load', 'batch.kubernetes.io/controller-uid': 'u1' };
const template = {
  metadata: { labels },
  spec: { restartPolicy: 'Never', containers: [{ name: 'main', image: 'busybox:1.36', command: ['sh', '-c', 'exit 3'] }] },
};

/** What kubectl prints of a namespace with a Job that failed. */
const record = {
  apiVersion: 'v1',
  kind: 'List',
  items: [
    {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name: 'load', namespace: 'work', uid: 'u1', creationTimestamp: at(0) },
      spec: { backoffLimit: 0, completions: 1, parallelism: 1, template },
      status: {
        startTime: at(0),
        failed: 1,
        conditions: [
          {
            type: 'Failed',
            status: 'True',
            reason: 'BackoffLimitExceeded',
            message: 'Job has reached the specified backoff limit',
            lastProbeTime: at(6),
            lastTransitionTime: at(6),
          },
        ],
      },
    },
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        name: 'load-x7k2p',
        namespace: 'work',
        labels,
        creationTimestamp: at(0),
        ownerReferences: [{ apiVersion: 'batch/v1', kind: 'Job', name: 'load', uid: 'u1', controller: true }],
      },
      spec: template.spec,
      status: {
        phase: 'Failed',
        startTime: at(0),
        containerStatuses: [
          {
            name: 'main',
            image: 'busybox:1.36',
            ready: false,
            restartCount: 0,
            state: { terminated: { exitCode: 3, reason: 'Error', startedAt: at(2), finishedAt: at(5) } },
          },
        ],
      },
    },
  ],
};

/** A stand-in for kubectl that knows a cluster, and notes what it is asked. */
const standIn = `#!${process.execPath}
require('fs').appendFileSync(__filename + '.asked', process.argv.slice(2).join(' ') + '\\n');
console.log(JSON.stringify(process.argv[2] === 'version' ? { serverVersion: { gitVersion: 'v1.34.2-eks-1' } } : ${JSON.stringify(record)}));
`;

describe('A cluster that is asked', () => {
  const usual = () => workspace.getConfiguration('kubejob').inspect<string>('kubectl.path')?.globalValue;
  let previous: string | undefined;
  let kubectl: Uri;
  before(async () => {
    await kubejob();
    previous = usual();
    kubectl = example('kubectl.cjs');
    await workspace.fs.writeFile(kubectl, new TextEncoder().encode(standIn));
    chmodSync(kubectl.fsPath, 0o755);
    await workspace.getConfiguration('kubejob').update('kubectl.path', kubectl.fsPath, ConfigurationTarget.Global);
  });
  after(async () => {
    await workspace.getConfiguration('kubejob').update('kubectl.path', previous, ConfigurationTarget.Global);
    await set('kubernetesVersion', undefined);
    await workspace.fs.delete(kubectl);
  });
  afterEach(closeAll);

  const asked = () => readFileSync(`${kubectl.fsPath}.asked`, 'utf8').trim().split('\n').at(-1);

  it('says its version, which judges from then on', async () => {
    const version = () => workspace.getConfiguration('kubejob').get('kubernetesVersion');
    await pick('kubejob.useClusterVersion', 0, () => (version() === '1.34' ? true : undefined));
    deepStrictEqual(asked(), 'version -o json');
  });

  it('tells what happened to a Job: the panel draws it', async () => {
    // Behind the clipboard and a file; no text is in front.
    await pick('kubejob.explain', 2, () => true);
    await panelShows(/^load[\s\S]*exit code 3/);
    deepStrictEqual(asked(), 'get jobs,pods,events -o json');
  });
});
