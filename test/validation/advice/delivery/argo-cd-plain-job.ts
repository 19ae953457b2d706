import { cronJobWith, jobWith } from '../../../manifests.ts';
import { type Cases, job } from '../advised.ts';

const labelled = (more = '') => `name: hello\nlabels: {argocd.argoproj.io/instance: x}${more}`;

export const cases: Cases = {
  called: [
    [jobWith({ metadata: labelled() }), 'metadata', 'make it a hook'],
    [jobWith({ metadata: labelled('\nannotations: {argocd.argoproj.io/sync-options: Replace=true}') }), 'annotations', 'make it a hook'],
  ],
  silent: [
    job(''),
    jobWith({ metadata: labelled('\nannotations: {argocd.argoproj.io/hook: Sync}') }),
    jobWith({ metadata: labelled('\nannotations: {argocd.argoproj.io/sync-options: "Force=true,Replace=true"}') }),
    jobWith({ metadata: labelled('\nannotations: {argocd.argoproj.io/sync-options: Force=true}') }),
    jobWith({ metadata: labelled(), spec: 'ttlSecondsAfterFinished: 300' }),
    cronJobWith({ metadata: labelled() }),
  ],
};
