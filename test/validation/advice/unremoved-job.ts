import { type Cases, cronJob, job } from './advised.ts';

export const cases: Cases = {
  called: [[job(''), 'spec', 'set ttlSecondsAfterFinished']],
  silent: [
    job('ttlSecondsAfterFinished: 60'),
    cronJob('schedule: "@daily"'),
    job('').replace('name: hello', 'name: hello\n  annotations: {helm.sh/hook-delete-policy: hook-succeeded}'),
  ],
};
