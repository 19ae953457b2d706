import { type Cases, cronJob, sleep } from '../advised.ts';

export const cases: Cases = {
  called: [
    [cronJob('schedule: "*/5 * * * *"', '', sleep(400)), 'spec', 'about 402 s, but the next may start after 300 s'],
    [cronJob('schedule: "@every 10s"\nconcurrencyPolicy: Allow', 'completions: 3', sleep(10)), 'Allow', 'about 38 s'],
  ],
  silent: [
    cronJob('schedule: "*/5 * * * *"', '', sleep(30)),
    cronJob('schedule: "*/5 * * * *"'),
    cronJob('schedule: "*/5 * * * *"\nconcurrencyPolicy: Forbid', '', sleep(400)),
  ],
};
