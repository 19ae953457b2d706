import type { JobObject } from '../objects/objects.ts';

/** The finished Jobs beyond their limit, oldest first (pkg/controller/cronjob cleanupFinishedJobs). */
export function jobsBeyondHistory(
  jobs: Iterable<JobObject>,
  successful: number | undefined,
  failed: number | undefined,
): readonly JobObject[] {
  return [...beyond(jobs, 'Complete', successful), ...beyond(jobs, 'Failed', failed)];
}

function beyond(jobs: Iterable<JobObject>, outcome: JobObject['finished'], limit = Infinity): readonly JobObject[] {
  const finished: JobObject[] = [];
  for (const job of jobs) if (job.finished === outcome) finished.push(job);
  return finished.length > limit ? finished.sort(byStart).slice(0, finished.length - limit) : [];
}

/** Those that never started come last. */
function byStart(a: JobObject, b: JobObject): number {
  const first = a.status.startTime ?? Infinity;
  const second = b.status.startTime ?? Infinity;
  if (first !== second) return first - second;
  return a.name < b.name ? -1 : 1;
}
