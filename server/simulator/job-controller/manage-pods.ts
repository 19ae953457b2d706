import type { RefusedPod } from '../../admission/admit-pod.ts';
import { type Instant, instantOf, secondsOf, watchTime, writeTime } from '../engine/clock.ts';
import { firstFreeIndexes, union, withIndexes } from '../objects/completion-indexes.ts';
import { hasEnded, nameOfPod, type Pod } from '../objects/objects.ts';
import { type Name, type Text, textWithName } from '../objects/text.ts';
import { backoffDelay, remainingBackoff } from './backoff.ts';
import { allFailures } from './failed-indexes.ts';
import type { JobSync } from './job-sync.ts';
import { type Inheritance, newPod, type PlannedPod } from './new-pod.ts';
import { podsForRemoval } from './pods-for-removal.ts';
import { slowStart } from './slow-start.ts';

/** No sync creates or deletes more pods than this. */
const mostChanges = 500;
const shortestDelay = instantOf(1);
/** Requests that are sent together take each other's time. */
const crowding = 3;

/** Brings the number of active pods to what is wanted: deletes or creates, never both (syncJob's manageJob). */
export function managePods(sync: JobSync): void {
  const { job, cluster, next } = sync;
  const { fields } = job;
  const { activePods } = sync.found;
  if (fields.suspended) {
    remove(sync, activePods, 'trace-deleted-suspended');
    return;
  }
  const wanted = wantedPods(sync);
  const surplus = podsForRemoval(
    activePods,
    Math.max(0, next.active - wanted),
    fields.indexed ? fields.completions : undefined,
    cluster.stored,
  );
  const missing = wanted - next.active - (fields.replaceFailedOnly ? next.terminating : 0);
  if (surplus.length > 0) remove(sync, surplus.slice(0, mostChanges), 'trace-deleted-surplus');
  else if (missing > 0) create(sync, missing);
}

export function sendJobEvent(sync: JobSync, type: 'Normal' | 'Warning', reason: string, message: Text): void {
  sync.cluster.send(sync.job, { type, reason, message, source: 'job-controller' });
}

function wantedPods({ job: { fields }, found: { succeeded }, next: { active } }: JobSync): number {
  if (fields.completions === undefined) return succeeded > 0 ? active : fields.parallelism;
  return Math.max(0, Math.min(fields.completions - succeeded, fields.parallelism));
}

/** Pods that go for these reasons lose their finalizer first, so that they are never counted. */
function remove(sync: JobSync, pods: readonly Pod[], why: 'trace-deleted-suspended' | 'trace-deleted-surplus'): void {
  if (pods.length === 0) return;
  const { cluster, steps } = sync;
  const release = () => {
    for (const pod of pods) cluster.removeFinalizer(pod);
  };
  const run = () => {
    for (const pod of pods) {
      cluster.deletePod(pod);
      sendJobEvent(sync, 'Normal', 'SuccessfulDelete', textWithName('Deleted pod: ', nameOfPod(pod)));
      cluster.recorder.explain(why, {}, pod);
    }
  };
  steps.push({ after: writeTime, run: release }, { after: writeTime, run });
  takeOut(sync, pods);
}

/** What the status says of active pods that are deleted. */
export function takeOut({ next, cluster }: JobSync, pods: readonly Pod[]): void {
  next.active -= pods.length;
  if (!cluster.behaviour.has('countsDeletionsAtOnce')) return;
  next.ready -= pods.filter(({ ready }) => ready).length;
  next.terminating += pods.length;
}

function create(sync: JobSync, missing: number): void {
  const { job, found, now, cluster } = sync;
  const { fields } = job;
  const perIndex = found.failedIndexes !== undefined;
  const { failuresAfterLastSuccess: failures, lastFailure } = found.record;
  const wait = perIndex || lastFailure === undefined ? 0 : remainingBackoff(failures, lastFailure, now);
  if (wait > 0) {
    const whole = secondsOf(backoffDelay(failures));
    cluster.recorder.explain('trace-waits-after-failures', { seconds: Math.ceil(wait / instantOf(1)), failures, whole });
    waitFor(sync, wait);
    return;
  }
  const count = Math.min(missing, mostChanges);
  const pending = fields.indexed ? pendingIndexes(sync, count) : Array.from({ length: count }, () => -1);
  const indexes = perIndex ? dueIndexes(sync, pending) : pending;
  for (const batch of slowStart(indexes)) {
    const { planned, refused } = askFor(sync, batch);
    sync.next.active += planned.length;
    const appear = () => {
      for (const pod of planned) createOne(sync, pod);
      for (const one of refused) sendRefusal(sync, one);
      if (refused.length > 0) cluster.recorder.explain('trace-pod-refused', {});
    };
    const run = () => cluster.clock.schedule(cluster.clock.now + watchTime, appear);
    sync.steps.push({ after: writeTime + (batch.length - 1) * crowding, run });
    sync.failed = refused.length > 0;
    // What was not tried yet is left for the next sync.
    if (sync.failed) return;
  }
}

function waitFor({ memory, cluster, next }: JobSync, wait: Instant): void {
  memory.queue.addAfter(Math.max(wait, shortestDelay));
  if (cluster.behaviour.has('hidesActivePodsWhileBackingOff')) next.active = 0;
}

interface Asked {
  readonly planned: readonly PlannedPod[];
  readonly refused: readonly RefusedIndex[];
}

interface RefusedIndex {
  readonly index: number;
  readonly answer: RefusedPod;
}

/** Requests of a batch are sent at once. Of those the last one tends to be first: Go runs the goroutine that was started last before the others. */
function askFor({ job, cluster }: JobSync, batch: readonly number[]): Asked {
  const order = [...batch.slice(-1), ...batch.slice(0, -1)];
  const answers = order.map((index) => ({ index, answer: cluster.admission.ask(job) }));
  const inOrder = [...answers.slice(1), ...answers.slice(0, 1)];
  return {
    planned: inOrder.flatMap(({ index, answer }) => (answer.accepted ? [{ index, plan: answer.plan }] : [])),
    refused: inOrder.flatMap(({ index, answer }) => (answer.accepted ? [] : [{ index, answer }])),
  };
}

function createOne(sync: JobSync, planned: PlannedPod): void {
  const { cluster, job } = sync;
  const { waiting, record, succeeded, failed } = sync.found;
  if (job.deleted !== undefined) {
    cluster.admission.giveBack(job);
    return;
  }
  const pod = newPod(cluster, job, planned, inheritance(sync, waiting.get(planned.index)));
  cluster.addPod(pod);
  sendJobEvent(sync, 'Normal', 'SuccessfulCreate', textWithName('Created pod: ', nameOfPod(pod)));
  const retry = pod.attempt > 0 || (planned.index < 0 && record.failuresAfterLastSuccess > 0);
  cluster.recorder.explain(retry ? 'trace-created-retry' : 'trace-created', { succeeded, failed }, pod);
}

/** Most often the server has made up a name for the pod that it refuses, another one each time (pkg/controller/controller_utils.go createPods). */
function sendRefusal(sync: JobSync, { index, answer: { called, because, unnamed } }: RefusedIndex): void {
  const { job, memory } = sync;
  if (job.deleted !== undefined) return;
  const due = job.origin?.due;
  const name: Name = unnamed ? { kind: 'unnamed-pod', due, index } : { kind: 'refused-pod', due, index, number: memory.refused++ };
  sendJobEvent(sync, 'Warning', 'FailedCreate', textWithName(`Error creating: ${called} "`, name, `" ${because}`));
}

/** The lowest indexes that have no pod and no outcome. */
function pendingIndexes({ job, found }: JobSync, count: number): readonly number[] {
  const { fields } = job;
  const { activePods, succeededIndexes, failedIndexes } = found;
  let taken = withIndexes(
    succeededIndexes,
    activePods.map(({ index }) => index),
  );
  if (fields.replaceFailedOnly && job.terminating.size > 0) {
    taken = withIndexes(
      taken,
      [...job.terminating].filter((pod) => !hasEnded(pod)).map(({ index }) => index),
    );
  }
  if (failedIndexes) taken = union(taken, failedIndexes);
  return firstFreeIndexes(taken, count, fields.completions ?? 0);
}

/** Those whose own wait is over; if none is, the Job is looked at again when the first one is due. */
function dueIndexes(sync: JobSync, indexes: readonly number[]): readonly number[] {
  const { waiting, finishTime } = sync.found;
  const due: number[] = [];
  let next = { wait: Infinity, failures: 0 };
  for (const index of indexes) {
    const before = waiting.get(index);
    const failures = before ? allFailures(before) + 1 : 0;
    const wait = before ? remainingBackoff(failures, finishTime(before), sync.now) : 0;
    if (wait === 0) due.push(index);
    else if (wait < next.wait) next = { wait, failures };
  }
  if (due.length === 0 && next.wait < Infinity) {
    const [seconds, whole] = [Math.ceil(next.wait / instantOf(1)), secondsOf(backoffDelay(next.failures))];
    sync.cluster.recorder.explain('trace-index-waits', { seconds, whole });
    waitFor(sync, next.wait);
  }
  return due;
}

function inheritance({ found: { finished }, job: { fields } }: JobSync, before: Pod | undefined): Inheritance {
  if (!before || fields.backoffLimitPerIndex === undefined) return { failures: 0, ignoredFailures: 0 };
  const ignored = finished.find(({ pod }) => pod === before)?.match.action === 'Ignore';
  return {
    failures: before.failures + (ignored ? 0 : 1),
    ignoredFailures: before.ignoredFailures + (ignored ? 1 : 0),
  };
}
