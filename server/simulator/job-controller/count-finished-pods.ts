import { refusesStatus } from '../api-server/refused-status.ts';
import { writeTime } from '../engine/clock.ts';
import { countIndexes, differentIndexes, noIndexes, withIndexes } from '../objects/completion-indexes.ts';
import { append, decidedEnd, type EndCondition, isAnnounced } from './conditions.ts';
import type { FinishedPod, JobSync } from './job-sync.ts';
import { sendJobEvent } from './manage-pods.ts';

/** The status lists no more pods than this as seen but not counted; the rest waits for the next sync. */
const mostUncounted = 500;

/**
 * Counts finished pods: a first write of the status tells what was seen and how the Job will end, then the pods lose
 * their finalizers, and a second write tells the new counts and the end (trackJobStatusAndRemoveFinalizers). Where the
 * API server refuses the first write nothing of this happens, and the Job is tried again.
 */
export function countFinishedPods(sync: JobSync, statusChanged: boolean): void {
  const { job, cluster, memory, next, end, steps } = sync;
  const { behaviour } = cluster;
  const tally = tallyPods(sync);
  let changed = statusChanged || tally.succeeded + tally.failed + tally.indexes.length > 0;
  if (job.fields.indexed) changed = setIndexes(sync, tally.indexes) || changed;
  if (end && isAnnounced(end, behaviour) && !decidedEnd(next.conditions)) {
    next.conditions = append(next.conditions, end.type, end, sync.now);
    changed = true;
  }
  if (changed && refusesStatus(job, next, behaviour)) {
    sync.failed = true;
    return;
  }
  if (changed) {
    const run = () => {
      write(sync);
      memory.record = sync.found.record;
    };
    steps.push({ after: writeTime, run });
  }
  const waits = next.terminating > 0 && behaviour.has('endsAfterItsPods');
  const finishes = end !== undefined && !waits && !tally.capped;
  if (tally.released.length > 0) steps.push({ after: writeTime, run: () => release(sync, tally.released) });
  if (finishes || tally.succeeded + tally.failed > 0) {
    steps.push({ after: writeTime, run: () => writeCounts(sync, tally, finishes ? end : undefined) });
  }
}

function write({ job, cluster, next }: JobSync): void {
  if (job.deleted !== undefined) return;
  Object.assign(job.status, next);
  cluster.jobChanged(job, 'status');
}

function release({ cluster }: JobSync, pods: readonly FinishedPod[]): void {
  for (const { pod, match } of pods) {
    cluster.removeFinalizer(pod);
    const { rule, action } = match;
    if (rule !== undefined) cluster.recorder.explain('trace-failure-rule', { rule, action }, pod);
  }
}

function writeCounts(sync: JobSync, { succeeded, indexes, failed }: Tally, end: EndCondition | undefined): void {
  const { cluster, job, next } = sync;
  if (job.deleted !== undefined) return;
  next.succeeded += succeeded;
  next.failed += failed;
  cluster.totals.podsSucceeded += succeeded + indexes.length;
  cluster.totals.podsFailed += failed;
  if (end) {
    job.finished = end.type === 'SuccessCriteriaMet' ? 'Complete' : 'Failed';
    cluster.totals[job.finished === 'Complete' ? 'complete' : 'failed']++;
    next.conditions = append(next.conditions, job.finished, end, sync.now);
    if (job.finished === 'Complete') next.completionTime = cluster.stored(sync.now);
  }
  write(sync);
  if (end) announceEnd(sync, end);
}

interface Tally {
  readonly released: FinishedPod[];
  /** Of a Job without indexes. */
  succeeded: number;
  readonly indexes: number[];
  failed: number;
  /** Not all could be told at once. */
  capped: boolean;
}

function tallyPods(sync: JobSync): Tally {
  const tally: Tally = { released: [], succeeded: 0, indexes: [], failed: 0, capped: false };
  for (const one of candidates(sync)) {
    if (!isSettled(sync, one)) continue;
    tally.released.push(one);
    count(sync, tally, one);
    tally.capped = tally.succeeded + tally.indexes.length + tally.failed >= mostUncounted;
    if (tally.capped) break;
  }
  return tally;
}

/** A failed pod that knows how many tries its index had waits for its successor, unless the Job is at its end. */
function isSettled({ job, end, found }: JobSync, { pod, outcome }: FinishedPod): boolean {
  if (end !== undefined || job.deletion !== undefined || outcome === 'succeeded') return true;
  return outcome === 'failed' && found.waiting.get(pod.index) !== pod;
}

function count(sync: JobSync, tally: Tally, { pod, outcome, valid, match }: FinishedPod): void {
  const { job } = sync;
  const failed = outcome === 'failed' || (outcome === 'terminating' && failsTerminating(sync));
  if (outcome === 'succeeded' && !job.fields.indexed) tally.succeeded++;
  else if (outcome === 'succeeded' && valid) tally.indexes.push(pod.index);
  else if (failed && valid && match.action !== 'Ignore') tally.failed++;
}

function failsTerminating({ end, cluster }: JobSync): boolean {
  return end?.type === 'FailureTarget' || (end !== undefined && cluster.behaviour.has('failsPodsThatTerminateAtTheEnd'));
}

/** With the Job at its end its running pods are done with as well. */
function candidates({ job, end, found }: JobSync): readonly FinishedPod[] {
  const { finished, activePods } = found;
  if (!end && job.deletion === undefined) return finished;
  const { indexed, completions = 0 } = job.fields;
  const running = activePods
    .filter(({ finalizer }) => finalizer)
    .map<FinishedPod>((pod) => ({
      pod,
      outcome: 'terminating',
      valid: !indexed || pod.index < completions,
      match: { action: 'Count', message: '' },
    }));
  const all = [...finished, ...running];
  return indexed ? all.sort((a, b) => a.pod.index - b.pod.index) : all;
}

/** Whether anything changed. */
function setIndexes({ job, next, found }: JobSync, succeeded: readonly number[]): boolean {
  const { succeededIndexes, failedIndexes } = found;
  const { status } = job;
  const completed = withIndexes(succeededIndexes, succeeded);
  next.completedIndexes = completed;
  next.succeeded = countIndexes(completed);
  next.failedIndexes = failedIndexes;
  return (
    differentIndexes(completed, status.completedIndexes).length > 0 ||
    (failedIndexes === undefined) !== (status.failedIndexes === undefined) ||
    differentIndexes(failedIndexes ?? noIndexes, status.failedIndexes ?? noIndexes).length > 0
  );
}

function announceEnd(sync: JobSync, end: EndCondition): void {
  const { job } = sync;
  if (end.type === 'FailureTarget') {
    sendJobEvent(sync, 'Warning', end.reason, end.message);
    return;
  }
  const { completions } = job.fields;
  if (completions !== undefined && job.status.succeeded > completions) {
    sendJobEvent(sync, 'Warning', 'TooManySucceededPods', 'Too many succeeded pods running after completion count reached');
  }
  sendJobEvent(sync, 'Normal', 'Completed', 'Job completed');
}
