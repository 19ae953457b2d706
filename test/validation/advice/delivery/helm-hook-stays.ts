import { cronJobWith, jobWith } from '../../../manifests.ts';
import type { Cases } from '../advised.ts';

const hook = (policy: string, more = '') =>
  `${more || 'name: hello'}\nannotations: {helm.sh/hook: test, helm.sh/hook-delete-policy: "${policy}"}`;

export const cases: Cases = {
  called: [
    [jobWith({ metadata: hook('hook-failed') }), '"hook-failed"', 'A hook that succeeds stays'],
    [jobWith({ metadata: hook('Hook-Succeeded') }), '"Hook-Succeeded"', 'A hook that fails stays'],
  ],
  silent: [
    jobWith({ metadata: hook('before-hook-creation') }),
    jobWith({ metadata: hook('hook-succeeded,hook-failed') }),
    jobWith({ metadata: hook('hook-succeeded, before-hook-creation') }),
    jobWith({ metadata: hook('') }),
    jobWith({ metadata: hook('hook-succeeded', 'generateName: hello-') }),
    jobWith({ metadata: hook('hook-succeeded'), spec: 'ttlSecondsAfterFinished: 600' }),
    jobWith({ metadata: 'name: hello\nannotations: {helm.sh/hook-delete-policy: hook-succeeded}' }),
    cronJobWith({ metadata: hook('hook-succeeded') }),
  ],
};
