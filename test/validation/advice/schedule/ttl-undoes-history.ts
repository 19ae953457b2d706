import { type Cases, cronJob, job } from '../advised.ts';

const keeping = (limits: string, seconds: number) => cronJob(`schedule: "0 * * * *"\n${limits}`, `ttlSecondsAfterFinished: ${seconds}`);

export const cases: Cases = {
  called: [
    [keeping('', 600), '600', 'never reach the history limit of 3'],
    [keeping('failedJobsHistoryLimit: 1', 600), '600', 'With runs 3600 s apart, Jobs that go 600 s after their end'],
    [keeping('successfulJobsHistoryLimit: 5', 7200), '7200', 'history limit of 5'],
    [keeping('successfulJobsHistoryLimit: 0\nfailedJobsHistoryLimit: 4', 7200), '7200', 'history limit of 4'],
    [cronJob('schedule: "0 8,20 * * *"', 'ttlSecondsAfterFinished: 40000'), '40000', '43200 s apart'],
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
