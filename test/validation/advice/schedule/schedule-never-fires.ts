import { type Cases, cronJob } from '../advised.ts';

export const cases: Cases = {
  called: [[cronJob('schedule: 0 0 31 2 *'), '0 0 31 2 *', 'never comes up']],
  silent: [cronJob('schedule: 0 0 29 2 *'), cronJob('schedule: 0 0 31 2 * *'), cronJob('schedule: "@every 1h"')],
};
