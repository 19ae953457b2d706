import type { Assumption } from '../estimate/assumption.ts';
import { type KubernetesVersion, newestVersion } from '../kubernetes/versions.ts';
import { type Cluster, isPast } from './cluster.ts';
import { jobEnd } from './job-end.ts';
import { finalCronJobStatus, finalJobStatus, type WriteTime } from './object-status.ts';
import type { FinalStatus, Summary } from './recording.ts';

/** The status at the end; null when the object is gone. */
export function finalStatus({ cronJob, jobs }: Cluster, time: WriteTime): FinalStatus | null {
  if (cronJob) return cronJob.deleted === undefined ? finalCronJobStatus(cronJob) : null;
  const [job] = jobs;
  return job && !isPast(job) ? finalJobStatus(job, time) : null;
}

/** Whatever version is in force, the controllers' behaviour is that of the newest. */
const controllersAssumed: Assumption = { code: 'assumed-controllers', args: { version: newestVersion } };

export function summarize(cluster: Cluster, assumed: readonly Assumption[], version: KubernetesVersion): Summary {
  const assumptions = version === newestVersion ? assumed : [...assumed, controllersAssumed];
  const { cronJob, jobs, pods, totals } = cluster;
  const counts = { podsCreated: pods.length, ...totals, assumptions };
  if (cronJob) return { outcome: cronJob.deleted === undefined ? 'Scheduled' : 'Deleted', reason: '', duration: null, ...counts };
  const [job] = jobs;
  const gone = !job || isPast(job);
  const end = gone ? job?.end : jobEnd(job);
  return { outcome: gone ? 'Deleted' : (end?.outcome ?? 'Running'), reason: end?.reason ?? '', duration: end?.duration ?? null, ...counts };
}
