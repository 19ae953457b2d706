import { expect, test } from 'vitest';
import { jobOf } from '../../../server/kubernetes/creation/job-from-cronjob.ts';
import type { CronJob, Job } from '../../../server/kubernetes/generated/types.ts';

test('one run of a CronJob is the Job of its template', () => {
  const cronJob: CronJob = {
    kind: 'CronJob',
    metadata: { name: 'tick', namespace: 'night' },
    spec: { schedule: '* * * * *', jobTemplate: { metadata: { labels: { a: 'b' }, annotations: { c: 'd' } }, spec: { completions: 2 } } },
  };
  expect(jobOf(cronJob)).toEqual({
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: {
      name: 'tick-manual',
      namespace: 'night',
      labels: { a: 'b' },
      annotations: { c: 'd', 'cronjob.kubernetes.io/instantiate': 'manual' },
      ownerReferences: [{ apiVersion: 'batch/v1', kind: 'CronJob', name: 'tick', uid: '', controller: true }],
    },
    spec: { completions: 2 },
  });
  const job: Job = { kind: 'Job', metadata: { name: 'one' } };
  expect(jobOf(job)).toBe(job);
});
