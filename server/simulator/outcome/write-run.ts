import type { Cluster } from '../api-server/cluster.ts';
import type { Instant } from '../engine/clock.ts';
import { lateRun } from '../run/late-run.ts';
import { once } from '../run/once.ts';
import type { CronJobOutcome, Run } from '../run/run.ts';
import { firstTime, timeOfRow } from './each-row.ts';
import { writeCronJob } from './write-cronjob.ts';
import { writeEvents } from './write-events.ts';
import { writeJobs } from './write-jobs.ts';
import { writePods } from './write-pods.ts';
import { writeTrace } from './write-trace.ts';

/** What is known of a run when it is over, beside what the cluster's recorder has written down. */
export type Outline = Omit<CronJobOutcome, 'kind' | 'name' | 'namespace' | 'jobsCreated'>;

/** Up to where a run is told; absent or infinite where it is told whole. */
interface Bound {
  /** No more Jobs, and no more pods, are told. */
  readonly most?: number | undefined;
  /** No more rows of each log are told. */
  readonly mostRows?: number | undefined;
}

/** The run as a value; its columns are written when they are first read. */
export function writeRun(cluster: Cluster, known: Outline, { most = Infinity, mostRows = Infinity }: Bound = {}): Run {
  const { cronJob, namespace, recorder } = cluster;
  const { name = '' } = cronJob ?? cluster.job ?? {};
  const kind = cronJob ? 'CronJob' : 'Job';
  const told = once(() => toldUpTo(cluster, known.end, { most, mostRows }));
  return lateRun(
    { kind, name, namespace, ...known, jobsCreated: jobsCreated(cluster) },
    {
      told,
      cronJob: () => cronJob && writeCronJob(recorder.cronjobs, told()),
      jobs: () => writeJobs(recorder.jobs, told(), cronJob && { ...known, name }),
      pods: () => writePods(recorder.pods, told()),
      events: () => writeEvents(recorder.events, told(), kind),
      trace: () => writeTrace(recorder.trace, told()),
    },
  );
}

/** What the run of a CronJob came to. */
export function writeOutcome(cluster: Cluster, known: Outline): CronJobOutcome {
  const { cronJob, namespace } = cluster;
  return { kind: 'CronJob', name: cronJob?.name ?? '', namespace, ...known, jobsCreated: jobsCreated(cluster) };
}

function jobsCreated({ created, clock }: Cluster): number {
  return created.jobs + clock.skipped.jobs;
}

/** All up to the end, or as much as makes no more than so many Jobs or pods, and rows of each log. */
function toldUpTo(
  { created, clock, recorder }: Cluster,
  end: Instant,
  { most, mostRows }: Readonly<Record<'most' | 'mostRows', number>>,
): Instant {
  const { skipped } = clock;
  const { jobs, pods, cronjobs, events, trace } = recorder;
  const before = (at: Instant | undefined) => (at === undefined ? end : Math.min(end, at - 1));
  const moreJobs = created.jobs + skipped.jobs > most;
  const morePods = created.pods + skipped.pods > most;
  const firstJob = moreJobs ? firstTime(jobs, (row, by) => (jobs.job[row] ?? 0) + by.jobs >= most) : undefined;
  const firstPod = morePods ? firstTime(pods, (row, by) => (pods.pod[row] ?? 0) + by.pods >= most) : undefined;
  const firstRows = [jobs, pods, cronjobs, events, trace].map((log) => (log.rows.length > mostRows ? timeOfRow(log, mostRows) : undefined));
  return Math.min(...[firstJob, firstPod, ...firstRows].map(before));
}
