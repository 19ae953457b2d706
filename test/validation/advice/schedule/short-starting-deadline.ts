import { type Cases, cronJob } from '../advised.ts';

export const cases: Cases = {
  called: [
    [cronJob('schedule: "@daily"\nstartingDeadlineSeconds: 5'), '5', 'within 5 s is skipped'],
    [cronJob('schedule: "@daily"\nstartingDeadlineSeconds: 0'), '0', 'No run ever starts'],
  ],
  silent: [
    cronJob('schedule: "@daily"\nstartingDeadlineSeconds: 10'),
    cronJob('schedule: "@daily"'),
    cronJob('schedule: "@daily"\nstartingDeadlineSeconds: -1'),
  ],
};
