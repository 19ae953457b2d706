import type { JobObject } from '../objects.ts';

/** The finished Jobs beyond their limit, oldest first (pkg/controller/cronjob cleanupFinishedJobs). */
export function jobsBeyondHistory(
  jobs: Iterable<JobObject>,
  successful: number | undefined,
  failed: number | undefined,
): readonly JobObject[] {
  const all = [...jobs];
  const beyond = (outcome: JobObject['finished'], limit: number | undefined) => {
    if (limit === undefined) return [];
    const finished = all.filter((job) => job.finished === outcome);
    return finished.length > limit ? finished.sort(byStart).slice(0, finished.length - limit) : [];
  };
  return [...beyond('Complete', successful), ...beyond('Failed', failed)];
}

/** Those that never started come last. */
function byStart(a: JobObject, b: JobObject): number {
  const start = ({ status }: JobObject) => status.startTime ?? Infinity;
  const [first, second] = [start(a), start(b)];
  return first === second ? (a.name < b.name ? -1 : 1) : first - second;
}
