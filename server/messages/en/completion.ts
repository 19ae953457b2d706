import type { MessageTable } from '../table/message-table.ts';

/** What completion says beside its items. */
export const completion = {
  'completion-default': 'default {value}',

  'snippet-job-one-shot': 'Job: one pod, no retry',
  'snippet-job-fixed-count': 'Job: a fixed number of completions',
  'snippet-job-work-queue': 'Job: work queue',
  'snippet-job-indexed': 'Job: indexed',
  'snippet-job-retries': 'Job: retries, deadline and clean-up',
  'snippet-job-pod-failure-policy': 'Job: pod failure policy',
  'snippet-job-success-policy': 'Job: success policy',
  'snippet-cron-job': 'CronJob',

  'schedule-example-*/15 * * * *': 'every 15 minutes',
  'schedule-example-0 * * * *': 'every hour',
  'schedule-example-30 2 * * *': 'every day at 02:30',
  'schedule-example-0 9 * * 1-5': 'Monday to Friday at 09:00',
  'schedule-example-0 0 * * 0': 'every Sunday at midnight',
  'schedule-example-0 0 1 * *': 'on the first of every month at midnight',
  'schedule-example-@hourly': 'every hour',
  'schedule-example-@daily': 'every day at midnight',

  'value-restart-policy-Never': 'a failed pod stays, a new one takes its place',
  'value-restart-policy-OnFailure': 'a failed container is started again in its pod',
  'value-action-FailJob': 'end the Job at once',
  'value-action-FailIndex': 'give up this index',
  'value-action-Ignore': 'start a new pod without counting the failure',
  'value-action-Count': 'count the failure as usual',
} as const satisfies MessageTable;
