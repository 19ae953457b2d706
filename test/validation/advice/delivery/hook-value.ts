import { jobWith } from '../../../manifests.ts';
import { type Cases, job } from '../advised.ts';

const annotated = (annotations: string) => jobWith({ metadata: `name: hello\nannotations: {${annotations}}` });

export const cases: Cases = {
  called: [
    [annotated('helm.sh/hook: pre-instal'), 'pre-instal', 'creates nothing for this: is pre-install meant?'],
    [annotated('helm.sh/hook: "post-install, crd-install"'), '"post-install, crd-install"', 'knows no hook `crd-install`'],
    [annotated('helm.sh/hook: ""'), '""', 'use pre-install'],
    [annotated('helm.sh/hook: test-failure'), 'test-failure', 'knows no hook `test-failure`'],
    [annotated('helm.sh/hook: test, helm.sh/hook-delete-policy: hook-succeded'), 'hook-succeded', 'is hook-succeeded meant?'],
    [annotated('helm.sh/hook: test, helm.sh/hook-delete-policy: HookSucceeded'), 'HookSucceeded', 'never deletes the hook'],
    [annotated('argocd.argoproj.io/hook: PreSinc'), 'PreSinc', 'is PreSync meant?'],
    [annotated('argocd.argoproj.io/hook: presync'), 'presync', 'is PreSync meant?'],
    [
      annotated('argocd.argoproj.io/hook: Sync, argocd.argoproj.io/hook-delete-policy: hook-succeeded'),
      'hook-succeeded',
      'knows no delete policy',
    ],
  ],
  silent: [
    job(''),
    annotated('helm.sh/hook: "pre-install, Post-Upgrade", helm.sh/hook-delete-policy: "before-hook-creation,hook-failed"'),
    annotated('argocd.argoproj.io/hook: "Sync, PostDelete", argocd.argoproj.io/hook-delete-policy: BeforeHookCreation'),
    annotated('helm.sh/hook: "$PHASE"'),
    annotated('helm.sh/hook-weight: "-5"'),
  ],
};
