import { type Cases, cronJob } from '../advised.ts';

const at = (schedule: string) => cronJob(`schedule: "${schedule}"`);

export const cases: Cases = {
  called: [
    [at('*/90 * * * *'), '"*/90 * * * *"', '`*/90` begins anew each hour: it runs at minute 0, not every 90 minutes'],
    [at('*/35 * * * *'), '"*/35 * * * *"', 'at minute 0, 35, not every 35 minutes'],
    [at('*/7 9-17 * * *'), '"*/7 9-17 * * *"', 'at minute 0, 7, 14, 21, …, 56'],
    [at('5-59/25 * * * *'), '"5-59/25 * * * *"', 'at minute 5, 30, 55'],
    [at('*/61 3 * * *'), '"*/61 3 * * *"', 'at minute 0,'],
    [at('0 */7 * * *'), '"0 */7 * * *"', 'at hour 0, 7, 14, 21, not every 7 hours'],
    [at('0 */36 * * *'), '"0 */36 * * *"', 'at hour 0, not every 36 hours'],
    [at('0 0 */2 * *'), '"0 0 */2 * *"', 'on day 1, 3, 5, 7, …, 31, not every 2 days'],
    [at('0 0 */15 * *'), '"0 0 */15 * *"', 'on day 1, 16, 31'],
    [at('0 0 */31 * *'), '"0 0 */31 * *"', 'on day 1, not every 31 days'],
    [at('0 0 1 */5 *'), '"0 0 1 */5 *"', 'in month 1, 6, 11, not every 5 months'],
    [at('0 0 * * */2'), '"0 0 * * */2"', 'on weekday 0, 2, 4, 6'],
  ],
  silent: [
    at('*/15 * * * *'),
    at('0-59/20 * * * *'),
    at('3/20 * * * *'),
    at('*/35 3 * * *'),
    at('*/35 0,12 * * *'),
    at('0 */7 * * 1'),
    at('0 */6 * * *'),
    at('0 8-20/5 * * *'),
    at('0 0 */1 */3 *'),
    at('0 0 * * */7'),
    at('*/7,3 * * * *'),
    at('@every 35m'),
    cronJob(''),
  ],
};
