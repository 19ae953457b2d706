import { seconds } from '../values/durations.ts';
import { meaning } from '../values/listed.ts';
import { cronSchedule, timeZone } from '../values/schedules.ts';
import type { FieldRecords } from './field-record.ts';
import { pages } from './pages.ts';

/** When Jobs are made, and from what. */
export const cronJobSpec: FieldRecords<'CronJobSpec'> = {
  concurrencyPolicy: {
    goesWith: ['startingDeadlineSeconds'],
    value: meaning({
      Allow: 'value-concurrency-policy-Allow',
      Forbid: 'value-concurrency-policy-Forbid',
      Replace: 'value-concurrency-policy-Replace',
    }),
    example: 'concurrencyPolicy: Forbid',
    page: `${pages.cronJobs}#concurrency-policy`,
  },
  failedJobsHistoryLimit: {
    goesWith: ['successfulJobsHistoryLimit'],
    example: 'failedJobsHistoryLimit: 3',
    page: `${pages.cronJobs}#jobs-history-limits`,
  },
  jobTemplate: {
    snippet:
      '\n  spec:\n    template:\n      spec:\n        restartPolicy: ${1|OnFailure,Never|}\n        containers:\n          - name: ${2:main}\n            image: ${3:busybox:1.36}$0',
    example: 'jobTemplate:\n  spec:\n    template:\n      spec:\n        restartPolicy: OnFailure\n        containers: …',
    page: `${pages.cronJobs}#job-template`,
  },
  schedule: {
    initial: '0 * * * *',
    goesWith: ['timeZone'],
    value: cronSchedule,
    snippet: ' "${1:0 * * * *}"$0',
    example: 'schedule: "0 9 * * 1-5"',
    page: `${pages.cronJobs}#schedule-syntax`,
  },
  startingDeadlineSeconds: {
    goesWith: ['schedule', 'concurrencyPolicy'],
    value: seconds,
    example: 'startingDeadlineSeconds: 300',
    page: `${pages.cronJobs}#starting-deadline`,
  },
  successfulJobsHistoryLimit: {
    goesWith: ['failedJobsHistoryLimit'],
    example: 'successfulJobsHistoryLimit: 1',
    page: `${pages.cronJobs}#jobs-history-limits`,
  },
  suspend: { example: 'suspend: true', page: `${pages.cronJobs}#schedule-suspension` },
  timeZone: { goesWith: ['schedule'], value: timeZone, example: 'timeZone: Asia/Seoul', page: `${pages.cronJobs}#time-zones` },
};

export const jobTemplateSpec: FieldRecords<'JobTemplateSpec'> = {
  metadata: { example: 'metadata:\n  labels:\n    app: report', page: `${pages.cronJobs}#job-template` },
  spec: {
    snippet:
      '\n  template:\n    spec:\n      restartPolicy: ${1|OnFailure,Never|}\n      containers:\n        - name: ${2:main}\n          image: ${3:busybox:1.36}$0',
    example: 'spec:\n  backoffLimit: 2\n  template: …',
    page: `${pages.cronJobs}#job-template`,
  },
};
