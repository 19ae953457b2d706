import { type Cases, cronJob } from '../advised.ts';

export const cases: Cases = {
  called: [
    [
      cronJob('schedule: 30 2 * * *\ntimeZone: Europe/Berlin'),
      '30 2 * * *',
      'no run at 2027-03-28 02:30 and there are two runs at 2027-10-31 02:30',
    ],
    [cronJob('schedule: 15 1 * * 0\ntimeZone: America/New_York'), '15 1 * * 0', 'there are two runs at 2027-11-07 01:15'],
    [cronJob('schedule: 0,30 2 * * *\ntimeZone: Australia/Lord_Howe'), '0,30 2 * * *', '2027-10-03 02:00'],
  ],
  silent: [
    cronJob('schedule: 30 2 * * *'),
    cronJob('schedule: 30 4 * * *\ntimeZone: Europe/Berlin'),
    cronJob('schedule: 30 2 * * *\ntimeZone: Asia/Seoul'),
    cronJob('schedule: 30 * * * *\ntimeZone: Europe/Berlin'),
    cronJob('schedule: 30 2 * 7 *\ntimeZone: Europe/Berlin'),
    cronJob('schedule: 30 2 * * *\ntimeZone: Europe/Bärlin'),
  ],
};
