import type { JobObject, JobStatus } from '../objects/objects.ts';
import type { Behaviour } from '../versions/behaviour.ts';

/**
 * Whether the API server refuses a status that the Job controller writes: of what it checks, what the controllers of some
 * versions break (pkg/registry/batch/job/strategy.go getStatusValidationOptions, pkg/apis/batch/validation/validation.go
 * validateJobStatus and ValidateJobStatusUpdate, 1.33.5). A rule asks for nothing where its fields stay as they were.
 */
export function refusesStatus({ status, fields }: JobObject, next: JobStatus, behaviour: Behaviour): boolean {
  const { active, ready = 0, startTime } = next;
  const counted = active !== status.active || ready !== status.ready;
  if (counted && ready > active && behaviour.has('refusesMoreReadyThanActive')) return true;
  const restarted = status.startTime !== undefined && status.startTime !== startTime && !fields.suspended;
  return restarted && behaviour.has('refusesToResume');
}
