import { type Instant, microsecondsPerSecond } from '../engine/clock.ts';
import type { JobObject } from '../objects/objects.ts';
import { humanDuration } from './human-duration.ts';

export interface JobColumns {
  readonly STATUS: string;
  readonly COMPLETIONS: string;
  readonly DURATION: string;
}

/** STATUS, COMPLETIONS and DURATION of `kubectl get jobs` (pkg/printers/internalversion/printers.go printJob, 1.37). */
export function jobColumns(job: JobObject, now: Instant): JobColumns {
  return { STATUS: statusColumn(job), COMPLETIONS: completionsColumn(job), DURATION: durationColumn(job, now) };
}

function statusColumn({ status, deletion }: JobObject): string {
  const holds = (type: string) => status.conditions.some((condition) => condition.type === type && condition.status === 'True');
  if (holds('Complete')) return 'Complete';
  if (holds('Failed')) return 'Failed';
  if (deletion) return 'Terminating';
  return ['Suspended', 'FailureTarget', 'SuccessCriteriaMet'].find(holds) ?? 'Running';
}

function completionsColumn({ fields, status }: JobObject): string {
  if (fields.completions !== undefined) return `${status.succeeded}/${fields.completions}`;
  return fields.parallelism > 1 ? `${status.succeeded}/1 of ${fields.parallelism}` : `${status.succeeded}/1`;
}

function durationColumn({ status }: JobObject, now: Instant): string {
  if (status.startTime === undefined) return '';
  return humanDuration(((status.completionTime ?? now) - status.startTime) / microsecondsPerSecond);
}
