import type { Assumption } from '../../estimate/runs/assumption.ts';
import type { Cluster } from '../api-server/cluster.ts';
import { jobEnd } from '../objects/job-end.ts';
import type { Summary } from '../recording/recording.ts';
import type { CronJobRuns } from '../run/run.ts';
import { runningJobs } from './unfinished.ts';

/** A Job that was deleted after its end ended as it did. */
export function summarize(cluster: Cluster, assumptions: readonly Assumption[]): Summary {
  const { cronJob, job, created, clock, totals } = cluster;
  const { podsFailed, restarts } = totals;
  const counts = { podsCreated: created.pods + clock.skipped.pods, podsFailed, restarts };
  if (cronJob) {
    const outcome = cronJob.deleted === undefined ? 'Scheduled' : 'Deleted';
    return { outcome, reason: '', ...counts, duration: null, deletedAfter: null, assumptions };
  }
  if (!job) return { outcome: 'Running', reason: '', ...counts, duration: null, deletedAfter: null, assumptions };
  const { outcome, reason, duration, deletedAfter } = jobEnd(job, cluster.stored);
  return { outcome, reason, ...counts, duration, deletedAfter, assumptions };
}

/** Undefined of a Job. */
export function summarizeRuns(cluster: Cluster): CronJobRuns | undefined {
  if (!cluster.cronJob) return undefined;
  const { complete, failed, replaced, forbidden, missed } = cluster.totals;
  const suspended = cluster.cronJob.stored.spec?.suspend === true;
  return { complete, failed, replaced, running: runningJobs(cluster).length, forbidden, missed, suspended };
}
