import type { Assumption } from '../../estimate/runs/assumption.ts';
import { type Cluster, isPast } from '../api-server/cluster.ts';
import { jobEnd } from '../objects/job-end.ts';
import type { Summary } from '../recording/recording.ts';

export function summarize(cluster: Cluster, assumptions: readonly Assumption[]): Summary {
  const { cronJob, jobs, pods, totals } = cluster;
  const counts = { podsCreated: pods.length, ...totals, assumptions };
  if (cronJob) return { outcome: cronJob.deleted === undefined ? 'Scheduled' : 'Deleted', reason: '', duration: null, ...counts };
  const [job] = jobs;
  const gone = !job || isPast(job);
  const end = gone ? job?.end : jobEnd(job);
  return { outcome: gone ? 'Deleted' : (end?.outcome ?? 'Running'), reason: end?.reason ?? '', duration: end?.duration ?? null, ...counts };
}
