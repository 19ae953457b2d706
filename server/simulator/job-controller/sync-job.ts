import { watchTime, writeTime } from '../engine/clock.ts';
import { countIndexes, noIndexes } from '../objects/completion-indexes.ts';
import { nameOfPod } from '../objects/objects.ts';
import { textWithName } from '../objects/text.ts';
import {
  backoffLimitExceeded,
  completionsReached,
  deadlineExceeded,
  decidedEnd,
  type EndCondition,
  failedByPolicy,
  failedIndexes,
  maxFailedIndexesExceeded,
  successPolicyMet,
  withSuspended,
} from './conditions.ts';
import { countFinishedPods } from './count-finished-pods.ts';
import { activeTime, deadlineOf, type JobSync } from './job-sync.ts';
import { managePods, sendJobEvent, takeOut } from './manage-pods.ts';
import { metSuccessRule } from './success-policy.ts';

/** One sync, in the order of pkg/controller/job/job_controller.go syncJob, 1.37. */
export function syncJob(sync: JobSync): void {
  const { job, now, cluster, next } = sync;
  const { status, fields } = job;
  if (status.startTime === undefined && !fields.suspended) next.startTime = cluster.stored(now);
  let changed = false;
  sync.end = decideEnd(sync);
  if (sync.end) deleteActivePods(sync, sync.end);
  else {
    const managed = job.deletion === undefined;
    if (managed) managePods(sync);
    if (isComplete(sync)) sync.end = completionsReached(cluster.behaviour);
    else if (managed) changed = updateSuspended(sync);
  }
  changed ||= next.active !== status.active || next.ready !== status.ready || next.terminating !== status.terminating;
  countFinishedPods(sync, changed);
  tryAgain(sync);
  if (sync.steps.length > 0) sync.memory.run(sync.steps);
}

/** A sync that failed is tried again, later after each one that fails as well (processNextWorkItem). */
function tryAgain({ failed, memory: { queue }, steps }: JobSync): void {
  if (failed) steps.push({ after: writeTime, run: queue.addRateLimited });
  else queue.forget();
}

/** The pods keep their finalizers: how they end may count. */
function deleteActivePods(sync: JobSync, { reason }: EndCondition): void {
  const { cluster } = sync;
  const { activePods } = sync.found;
  if (activePods.length === 0) return;
  const run = () => {
    for (const pod of activePods) {
      cluster.deletePod(pod);
      sendJobEvent(sync, 'Normal', 'SuccessfulDelete', textWithName('Deleted pod: ', nameOfPod(pod)));
      cluster.recorder.explain('trace-deleted-job-ends', { reason }, pod);
    }
  };
  sync.steps.push({ after: writeTime, run });
  takeOut(sync, activePods);
}

/** Whether the Job is at its end, whatever its pods still do; which reason goes first is part of the contract. */
function decideEnd(sync: JobSync): EndCondition | undefined {
  const { job, found } = sync;
  const decided = decidedEnd(job.status.conditions);
  if (decided) return decided;
  const fatal = found.finished.find(({ match }) => match.action === 'FailJob');
  if (fatal) return failedByPolicy(fatal.match.message);
  if (found.failed > job.fields.backoffLimit || restartedTooOften(sync)) return backoffLimitExceeded;
  if (isPastDeadline(sync)) return deadlineExceeded;
  return indexesLost(sync) ?? successReached(sync);
}

/** Whether activeDeadlineSeconds are over; until then the Job is looked at again when they are. */
function isPastDeadline(sync: JobSync): boolean {
  const { job, memory } = sync;
  const deadline = job.fields.suspended ? undefined : deadlineOf(job);
  if (deadline === undefined) return false;
  const left = deadline - activeTime(sync);
  if (left > 0) memory.queue.addAfter(left);
  return left <= 0;
}

function indexesLost({ job, found }: JobSync): EndCondition | undefined {
  const { maxFailedIndexes = Infinity, completions = 0 } = job.fields;
  const count = countIndexes(found.failedIndexes ?? noIndexes);
  if (count > maxFailedIndexes) return maxFailedIndexesExceeded;
  return count > 0 && count + countIndexes(found.succeededIndexes) >= completions ? failedIndexes : undefined;
}

function successReached({ job, found }: JobSync): EndCondition | undefined {
  const { indexed, successPolicy, completions = 0 } = job.fields;
  const rule = indexed ? metSuccessRule(successPolicy, found.succeededIndexes, completions) : undefined;
  return rule === undefined ? undefined : successPolicyMet(rule);
}

/** Restarts in place count against backoffLimit as well: with OnFailure the Job fails when they reach it. */
function restartedTooOften({ job: { fields, restarts } }: JobSync): boolean {
  return fields.restartOnFailure && (fields.backoffLimit === 0 ? restarts > 0 : restarts >= fields.backoffLimit);
}

/** A work queue is done when one pod succeeded and the others have ended. */
function isComplete({ job, found: { succeeded }, next: { active } }: JobSync): boolean {
  const { completions } = job.fields;
  return active === 0 && (completions === undefined ? succeeded > 0 : succeeded >= completions);
}

function updateSuspended(sync: JobSync): boolean {
  const { next, now, cluster } = sync;
  const { suspended } = sync.job.fields;
  const conditions = withSuspended(next.conditions, suspended, now);
  if (!conditions) return false;
  next.conditions = conditions;
  if (!suspended) next.startTime = cluster.stored(now);
  else if (cluster.behaviour.has('clearsStartTime')) next.startTime = undefined;
  const [reason, message] = suspended ? ['Suspended', 'Job suspended'] : ['Resumed', 'Job resumed'];
  // The events of pods that this sync creates or deletes have been sent by then.
  sync.steps.push({ after: watchTime, run: () => sendJobEvent(sync, 'Normal', reason, message) });
  return true;
}
