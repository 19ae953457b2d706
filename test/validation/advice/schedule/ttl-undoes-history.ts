import { type Cases, cronJob, job } from '../advised.ts';

const keeping = (limits: string, seconds: number) => cronJob(`schedule: "0 * * * *"\n${limits}`, `ttlSecondsAfterFinished: ${seconds}`);

export const cases: Cases = {
  called: [
    [keeping('', 600), '600', 'goes 600 s after its end'],
    [keeping('failedJobsHistoryLimit: 1', 600), '600', 'the next run comes 3600 s later'],
    [keeping('successfulJobsHistoryLimit: 5', 7200), '7200', 'history limits'],
    [keeping('successfulJobsHistoryLimit: 0\nfailedJobsHistoryLimit: 4', 7200), '7200', 'history limits'],
    [cronJob('schedule: "0 8,20 * * *"', 'ttlSecondsAfterFinished: 40000'), '40000', '43200 s later'],
  ],
  silent: [
    keeping('', 3600),
    keeping('successfulJobsHistoryLimit: 3', 7200),
    keeping('successfulJobsHistoryLimit: 0\nfailedJobsHistoryLimit: 0', 60),
    cronJob('successfulJobsHistoryLimit: 9'),
    cronJob('schedule: "0 0 31 2 *"', 'ttlSecondsAfterFinished: 60'),
    cronJob('schedule: every', 'ttlSecondsAfterFinished: 60'),
    job('ttlSecondsAfterFinished: 60'),
  ],
};
