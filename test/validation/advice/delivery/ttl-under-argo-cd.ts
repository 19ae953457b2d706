import { cronJobWith, jobWith } from '../../../manifests.ts';
import { type Cases, job } from '../advised.ts';

const annotated = (annotations: string, spec: string) => jobWith({ metadata: `name: hello\nannotations: {${annotations}}`, spec });

export const cases: Cases = {
  called: [
    [
      jobWith({ metadata: 'name: hello\nlabels: {argocd.argoproj.io/instance: x}', spec: 'ttlSecondsAfterFinished: 300' }),
      '300',
      'OutOfSync',
    ],
    [annotated('argocd.argoproj.io/hook: Sync', 'ttlSecondsAfterFinished: 0'), '0', 'the sync hangs'],
    [annotated('helm.sh/hook: "pre-install, pre-upgrade"', 'ttlSecondsAfterFinished: 30'), '30', 'the sync hangs'],
  ],
  silent: [
    job('ttlSecondsAfterFinished: 0'),
    annotated('argocd.argoproj.io/hook: Sync', 'ttlSecondsAfterFinished: 600'),
    annotated('argocd.argoproj.io/hook: Sync', 'backoffLimit: 1'),
    annotated('argocd.argoproj.io/sync-wave: "1"', 'backoffLimit: 1'),
    cronJobWith({ metadata: 'name: hello\nlabels: {argocd.argoproj.io/instance: x}', spec: 'ttlSecondsAfterFinished: 3' }),
  ],
};
