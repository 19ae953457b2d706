import { cronJobWith, jobWith } from '../../../manifests.ts';
import { type Cases, cronJob, job } from '../advised.ts';

export const cases: Cases = {
  called: [
    [job('suspend: true'), 'true', 'Nothing here resumes this Job'],
    [cronJob('', 'suspend: true'), 'true', 'Nothing here resumes'],
    [cronJobWith({ metadata: 'name: a\nlabels: {kueue.x-k8s.io/queue-name: q}', spec: 'suspend: true' }), 'true', 'name a queue'],
  ],
  silent: [
    job('suspend: false'),
    job('suspend: true\nmanagedBy: kueue.x-k8s.io/multikueue'),
    jobWith({ metadata: 'name: a\nlabels: {kueue.x-k8s.io/queue-name: q}', spec: 'suspend: true' }),
    jobWith({ metadata: 'name: a\nannotations: {example.com/queue: q}', spec: 'suspend: true' }),
    cronJob('suspend: true'),
  ],
};
