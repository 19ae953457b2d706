import { oneOf } from '../values/listed.ts';
import type { FieldRecords } from './field-record.ts';
import { addressOf, pages } from './pages.ts';

/** The fields at the root of a Job or CronJob. */
export const job: FieldRecords<'Job'> = {
  apiVersion: { value: oneOf('batch/v1'), example: 'apiVersion: batch/v1\nkind: Job', page: `${pages.jobs}#writing-a-job-spec` },
  kind: {
    value: { ...oneOf('Job', 'CronJob'), link: () => addressOf(pages.jobs) },
    example: 'apiVersion: batch/v1\nkind: Job',
    page: pages.jobs,
  },
  metadata: { snippet: '\n  name: ${1:my-job}$0', example: 'metadata:\n  name: import-orders', page: `${pages.jobs}#writing-a-job-spec` },
  spec: {
    snippet:
      '\n  template:\n    spec:\n      restartPolicy: ${1|Never,OnFailure|}\n      containers:\n        - name: ${2:main}\n          image: ${3:busybox:1.36}$0',
    example:
      'spec:\n  template:\n    spec:\n      restartPolicy: Never\n      containers:\n        - name: main\n          image: busybox:1.36\n          command: ["sleep", "60"]',
    page: `${pages.jobs}#writing-a-job-spec`,
  },
  status: { page: `${pages.jobs}#terminal-job-conditions` },
};

export const cronJob: FieldRecords<'CronJob'> = {
  apiVersion: {
    value: oneOf('batch/v1'),
    example: 'apiVersion: batch/v1\nkind: CronJob',
    page: `${pages.cronJobs}#writing-a-cronjob-spec`,
  },
  kind: {
    value: { ...oneOf('CronJob', 'Job'), link: () => addressOf(pages.cronJobs) },
    example: 'apiVersion: batch/v1\nkind: CronJob',
    page: pages.cronJobs,
  },
  metadata: {
    snippet: '\n  name: ${1:my-cron-job}$0',
    example: 'metadata:\n  name: nightly-report',
    page: `${pages.cronJobs}#writing-a-cronjob-spec`,
  },
  spec: {
    snippet:
      '\n  schedule: "${1:0 * * * *}"\n  jobTemplate:\n    spec:\n      template:\n        spec:\n          restartPolicy: ${2|OnFailure,Never|}\n          containers:\n            - name: ${3:main}\n              image: ${4:busybox:1.36}$0',
    example: 'spec:\n  schedule: "30 2 * * *"\n  jobTemplate:\n    spec:\n      template: …',
    page: `${pages.cronJobs}#writing-a-cronjob-spec`,
  },
  status: { page: pages.cronJobs },
};
