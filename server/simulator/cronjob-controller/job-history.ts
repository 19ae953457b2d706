import type { CronJobObject, JobObject } from '../objects/objects.ts';

/** The finished Jobs beyond their limit, oldest first (pkg/controller/cronjob cleanupFinishedJobs). */
export function jobsBeyondHistory({ finished, stored }: Pick<CronJobObject, 'finished' | 'stored'>): readonly JobObject[] {
  const { successfulJobsHistoryLimit, failedJobsHistoryLimit } = stored.spec ?? {};
  return [...beyond(finished.Complete, successfulJobsHistoryLimit), ...beyond(finished.Failed, failedJobsHistoryLimit)];
}

function beyond(finished: ReadonlySet<JobObject>, limit = Infinity): readonly JobObject[] {
  return finished.size > limit ? [...finished].sort(byStart).slice(0, finished.size - limit) : [];
}

/** Those that never started come last. */
function byStart(a: JobObject, b: JobObject): number {
  const first = a.status.startTime ?? Infinity;
  const second = b.status.startTime ?? Infinity;
  if (first !== second) return first - second;
  return a.name < b.name ? -1 : 1;
}
