import type { Assumption } from '../../estimate/runs/assumption.ts';
import type { Cluster } from '../api-server/cluster.ts';
import { jobEnd } from '../objects/job-end.ts';
import type { Summary } from '../recording/recording.ts';

export function summarize(cluster: Cluster, assumptions: readonly Assumption[]): Summary {
  const { cronJob, job, created, clock, totals } = cluster;
  const counts = { podsCreated: created.pods + clock.skipped.pods, ...totals, assumptions };
  if (cronJob) return { outcome: cronJob.deleted === undefined ? 'Scheduled' : 'Deleted', reason: '', duration: null, ...counts };
  if (!job) return { outcome: 'Running', reason: '', duration: null, ...counts };
  const { outcome, reason, duration } = jobEnd(job);
  return { outcome: job.deleted === undefined ? outcome : 'Deleted', reason, duration, ...counts };
}
