import { scheduledTimestamp } from '../../kubernetes/creation/job-from-cronjob.ts';
import type { CronJob, Job } from '../../kubernetes/generated/types.ts';
import { localTime } from '../engine/local-time.ts';

/**
 * The Job that a CronJob starts for a time, in milliseconds since 1970; `offset` is that of its time zone then, in seconds east
 * of Greenwich (pkg/controller/cronjob getJobFromTemplate2).
 */
export function scheduledJob(cronJob: CronJob, name: string, time: number, offset: number): Job {
  const { metadata: { namespace, uid = '' } = {}, spec: { jobTemplate = {} } = {} } = cronJob;
  const { labels, annotations } = jobTemplate.metadata ?? {};
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: {
      name,
      ...(namespace === undefined ? {} : { namespace }),
      ...(labels ? { labels } : {}),
      annotations: { ...annotations, [scheduledTimestamp]: localTime(time, offset) },
      ownerReferences: [
        { apiVersion: 'batch/v1', kind: 'CronJob', name: cronJob.metadata?.name ?? '', uid, controller: true, blockOwnerDeletion: true },
      ],
    },
    spec: jobTemplate.spec ?? {},
  };
}
