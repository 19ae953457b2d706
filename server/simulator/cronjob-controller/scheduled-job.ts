import { scheduledTimestamp } from '../../kubernetes/creation/job-from-cronjob.ts';
import type { CronJob, Job } from '../../kubernetes/generated/types.ts';
import { spanAt, type TimeZone } from '../../kubernetes/time-zones/time-zone.ts';

/** The Job that a CronJob starts for a time, in milliseconds since 1970 (pkg/controller/cronjob getJobFromTemplate2). */
export function scheduledJob(cronJob: CronJob, name: string, time: number, zone: TimeZone): Job {
  const { metadata: { namespace, uid = '' } = {}, spec: { jobTemplate = {} } = {} } = cronJob;
  const { labels, annotations } = jobTemplate.metadata ?? {};
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: {
      name,
      ...(namespace === undefined ? {} : { namespace }),
      ...(labels ? { labels } : {}),
      annotations: { ...annotations, [scheduledTimestamp]: localTime(time, zone) },
      ownerReferences: [
        { apiVersion: 'batch/v1', kind: 'CronJob', name: cronJob.metadata?.name ?? '', uid, controller: true, blockOwnerDeletion: true },
      ],
    },
    spec: jobTemplate.spec ?? {},
  };
}

/** RFC 3339 with the zone's offset, `Z` where it is none. */
export function localTime(time: number, zone: TimeZone): string {
  const { offset } = spanAt(zone, time / 1000);
  const text = new Date(time + offset * 1000).toISOString().slice(0, 19);
  if (offset === 0) return `${text}Z`;
  const minutes = Math.abs(Math.round(offset / 60));
  const two = (number: number) => `${number}`.padStart(2, '0');
  return `${text}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
