import { jobWith } from '../../../manifests.ts';
import { type Cases, cronJob, job } from '../advised.ts';

const annotated = (annotations: string, name = 'name: hello') => jobWith({ metadata: `${name}\nannotations: {${annotations}}` });

export const cases: Cases = {
  called: [
    [job(''), 'spec', 'set ttlSecondsAfterFinished'],
    [annotated('helm.sh/hook-delete-policy: hook-succeeded'), 'spec', 'Nothing removes this Job'],
    [annotated('argocd.argoproj.io/hook: PostSync', 'generateName: hello-'), 'spec', 'Nothing removes this Job'],
    [annotated('helm.sh/hook: pre-install, helm.sh/hook-delete-policy: hook-suceeded', 'generateName: hello-'), 'spec', 'Nothing removes'],
    [
      annotated('argocd.argoproj.io/hook: Sync, argocd.argoproj.io/hook-delete-policy: hook-succeeded', 'generateName: hello-'),
      'spec',
      'Nothing removes',
    ],
  ],
  silent: [
    job('ttlSecondsAfterFinished: 60'),
    cronJob('schedule: "@daily"'),
    annotated('helm.sh/hook: pre-install, helm.sh/hook-delete-policy: hook-succeeded'),
    annotated('argocd.argoproj.io/hook: PostSync'),
    annotated('helm.sh/hook: post-upgrade'),
    annotated('argocd.argoproj.io/hook: Sync, argocd.argoproj.io/hook-delete-policy: HookSucceeded', 'generateName: hello-'),
    annotated('helm.sh/hook: test, argocd.argoproj.io/hook-delete-policy: "HookFailed, HookSucceeded"', 'generateName: hello-'),
    annotated('argocd.argoproj.io/sync-wave: "1"'),
    jobWith({ metadata: 'name: hello\nlabels: {argocd.argoproj.io/instance: events}' }),
  ],
};
