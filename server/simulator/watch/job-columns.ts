import { type Instant, microsecondsPerSecond } from '../engine/clock.ts';
import { humanDuration } from '../kubectl/human-duration.ts';
import type { JobFields } from '../objects/job-fields.ts';
import type { JobObject, JobStatus } from '../objects/objects.ts';
import type { Behaviour } from '../versions/behaviour.ts';

export interface JobColumns {
  readonly STATUS: string;
  readonly COMPLETIONS: string;
  readonly DURATION: string;
}

/** What of a Job the columns are made of. */
export interface ShownJob {
  readonly fields: Pick<JobFields, 'completions' | 'parallelism'>;
  readonly status: Pick<JobStatus, 'conditions' | 'succeeded' | 'startTime' | 'completionTime'>;
  /** Set while it is being deleted. */
  readonly deletion: JobObject['deletion'] | true;
}

/** STATUS, COMPLETIONS and DURATION of `kubectl get jobs` (pkg/printers/internalversion/printers.go printJob, 1.37). */
export function jobColumns(job: ShownJob, now: Instant, behaviour: Behaviour): JobColumns {
  return { STATUS: statusColumn(job, behaviour), COMPLETIONS: completionsColumn(job), DURATION: durationColumn(job, now) };
}

function statusColumn({ status, deletion }: ShownJob, behaviour: Behaviour): string {
  const holds = (type: string) => status.conditions.some((condition) => condition.type === type && condition.status === 'True');
  if (holds('Complete')) return 'Complete';
  if (holds('Failed')) return 'Failed';
  if (deletion) return 'Terminating';
  if (holds('Suspended')) return 'Suspended';
  if (holds('FailureTarget')) return 'FailureTarget';
  return behaviour.has('statusSuccessCriteriaMet') && holds('SuccessCriteriaMet') ? 'SuccessCriteriaMet' : 'Running';
}

function completionsColumn({ fields, status }: ShownJob): string {
  if (fields.completions !== undefined) return `${status.succeeded}/${fields.completions}`;
  return fields.parallelism > 1 ? `${status.succeeded}/1 of ${fields.parallelism}` : `${status.succeeded}/1`;
}

function durationColumn({ status }: ShownJob, now: Instant): string {
  if (status.startTime === undefined) return '';
  return humanDuration(((status.completionTime ?? now) - status.startTime) / microsecondsPerSecond);
}
