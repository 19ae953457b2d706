import { type Cases, cronJob } from '../advised.ts';

export const cases: Cases = {
  called: [
    [cronJob('schedule: 0 0 13 * 5'), '0 0 13 * 5', 'on days that match either of them'],
    [cronJob('schedule: 0 0 */2 * 1-5'), '0 0 */2 * 1-5', 'either of them'],
    [cronJob('schedule: 0 0 1-31 * 1'), '0 0 1-31 * 1', 'this runs every day'],
  ],
  silent: [cronJob('schedule: 0 0 13 * *'), cronJob('schedule: 0 0 ? * 5'), cronJob('schedule: "@weekly"')],
};
