import { type Cases, cronJob, sleep } from '../advised.ts';

export const cases: Cases = {
  called: [
    [cronJob('schedule: "*/5 * * * *"\nconcurrencyPolicy: Replace', '', sleep(400)), 'Replace', 'replaced after 300 s at the latest'],
  ],
  silent: [
    cronJob('schedule: "0,5 * * * *"\nconcurrencyPolicy: Replace', '', sleep(400)),
    cronJob('schedule: "*/5 * * * *"\nconcurrencyPolicy: Replace', '', sleep(100)),
  ],
};
