import { type Cases, cronJob } from '../advised.ts';

const at = (schedule: string) => cronJob(`schedule: "${schedule}"`);

export const cases: Cases = {
  called: [
    [at('* 3 * * *'), '"* 3 * * *"', '60 times a day: write `0 3 * * *`'],
    [at('*/1 2,14 * * 1-5'), '"*/1 2,14 * * 1-5"', '120 times a day: write `0 2,14 * * 1-5`'],
    [at('* */5 * * *'), '"* */5 * * *"', '300 times'],
    [at('* * 1 * *'), '"* * 1 * *"', '1440 times a day: write `0 0 1 * *`'],
    [at('* * * * 0'), '"* * * * 0"', 'write `0 0 * * 0`'],
  ],
  silent: [
    at('* * * * *'),
    at('0 3 * * *'),
    at('*/5 3 * * *'),
    at('* 9-17 * * 1-5'),
    at('* * * * 1-5'),
    at('@hourly'),
    at('@every 1m'),
    cronJob(''),
  ],
};
