import type { Cluster } from '../api-server/cluster.ts';
import type { Instant } from '../engine/clock.ts';
import type { CronJobObject, JobObject } from '../objects/objects.ts';

/**
 * All that the future of a CronJob depends on beside its schedule, seen from now: where it is the same at two times, the same
 * follows. Undefined where it cannot be told.
 *
 * Jobs that live alike are told by their age and, as they are named after it, by the time of the schedule that each is for:
 * what became of them until now, what is planned for them, and what the controllers remember of them follows from it. So it is
 * not of Jobs that somebody meddled with, or that were made before the CronJob was edited, nor where a quota has come to refuse
 * pods or Jobs: to one of them for the sake of another.
 */
export function stateKey(cluster: Cluster, cronJob: CronJobObject): string | undefined {
  const { clock, created } = cluster;
  if (cronJob.deleting || cluster.admission.quotaRefused) return undefined;
  const jobs = livingJobs(cluster, cronJob);
  const alike = clock.appointments.last - clock.skipped.time;
  const ago = (instant: Instant | undefined) => (instant === undefined ? undefined : clock.now - instant);
  const before = ({ ordinal }: JobObject) => created.jobs - ordinal;
  const { active } = cronJob;
  const told = [ago(cronJob.lastScheduleTime ?? cronJob.created), ago(cronJob.lastSuccessfulTime), active.neighbours.length];
  for (const [first, count] of active.neighbours) told.push(created.jobs - first, count);
  for (const job of jobs) {
    if (job.created <= alike) return undefined;
    told.push(before(job), ago(job.created), ago(job.origin?.due), ago(job.deleted), ...stretches(job, created.pods));
  }
  return `${told}`;
}

/** What can be told of a state without looking at each of its Jobs: where it is not the same, neither is the state. */
export function roughKey({ pods }: Cluster, { jobs, active }: CronJobObject): string {
  return `${jobs.size} ${active.size} ${pods.size}`;
}

/**
 * Which of the run's pods those of the Job are, counted back from the next: for each stretch of neighbours its first and its
 * length. Jobs of one age differ in that where others were about when they created their pods.
 */
function stretches({ pods }: JobObject, next: number): readonly number[] {
  const found: number[] = [];
  let last = -1;
  for (const { ordinal } of pods) {
    if (ordinal === last + 1 && found.length > 0) found.push((found.pop() ?? 0) + 1);
    else found.push(next - ordinal, 1);
    last = ordinal;
  }
  return found;
}

/** Those that exist, and those of which some pods still do. */
function livingJobs({ pods }: Cluster, { jobs }: CronJobObject): ReadonlySet<JobObject> {
  const living = new Set(jobs.values());
  for (const { job } of pods.values()) if (job.deleted !== undefined) living.add(job);
  return living;
}
