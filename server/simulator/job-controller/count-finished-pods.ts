import type { Pod } from '../objects.ts';
import { countIndexes, formatIndexes, withIndexes } from './completion-indexes.ts';
import { append, decidedEnd } from './conditions.ts';
import type { FinishedPod, JobSync } from './job-sync.ts';
import { sendJobEvent } from './manage-pods.ts';

/** The status lists no more pods than this as seen but not counted; the rest waits for the next sync. */
const mostUncounted = 500;

/**
 * Counts finished pods: a first write of the status tells what was seen and how the Job will end, then the pods lose
 * their finalizers, and a second write tells the new counts and the end (trackJobStatusAndRemoveFinalizers).
 */
export function countFinishedPods(sync: JobSync, statusChanged: boolean): void {
  const { cluster, job, memory } = sync;
  const { status, fields } = job;
  const tally = tallyPods(sync);
  let changed = statusChanged || tally.succeeded.length + tally.failed > 0 || tally.indexes.length > 0;
  if (fields.indexed) changed = writeIndexes(sync, tally.indexes) || changed;
  if (sync.end && !decidedEnd(status.conditions)) {
    status.conditions = append(status.conditions, sync.end.type, sync.end, sync.now);
    changed = true;
  }
  if (changed) {
    cluster.jobChanged(job, 'status');
    memory.record = sync.record;
  }
  for (const pod of tally.released) cluster.removeFinalizer(pod);
  status.succeeded += tally.succeeded.length;
  status.failed += tally.failed;
  cluster.totals.podsFailed += tally.failed;
  const finishes = sync.end !== undefined && sync.terminating === 0 && !tally.capped;
  if (finishes) finish(sync);
  if (finishes || tally.succeeded.length + tally.failed > 0) cluster.jobChanged(job, 'status');
  if (finishes) announceEnd(sync);
}

interface Tally {
  readonly released: readonly Pod[];
  /** Of a Job without indexes. */
  readonly succeeded: readonly Pod[];
  readonly indexes: readonly number[];
  readonly failed: number;
  readonly capped: boolean;
}

function tallyPods(sync: JobSync): Tally {
  const { job, end, waiting } = sync;
  const { fields } = job;
  const released: Pod[] = [];
  const succeeded: Pod[] = [];
  const indexes: number[] = [];
  const everything = end !== undefined || job.deletion !== undefined;
  let failed = 0;
  for (const { pod, outcome, valid, match } of candidates(sync)) {
    const delayed = waiting.get(pod.index) === pod;
    if (!everything && outcome !== 'succeeded' && (outcome !== 'failed' || delayed)) continue;
    released.push(pod);
    if (outcome === 'succeeded') {
      if (!fields.indexed) succeeded.push(pod);
      else if (valid) indexes.push(pod.index);
    } else if (outcome === 'failed' || end?.type === 'FailureTarget') {
      if (valid && match.action !== 'Ignore') failed++;
    }
    if (succeeded.length + indexes.length + failed >= mostUncounted) return { released, succeeded, indexes, failed, capped: true };
  }
  return { released, succeeded, indexes, failed, capped: false };
}

/** With the Job at its end its running pods are done with as well. */
function candidates({ job, end, finished, activePods }: JobSync): readonly FinishedPod[] {
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
function writeIndexes(sync: JobSync, succeeded: readonly number[]): boolean {
  const { status } = sync.job;
  const completed = withIndexes(sync.succeededIndexes, succeeded);
  const text = formatIndexes(completed);
  const failed = sync.failedIndexes && formatIndexes(sync.failedIndexes);
  const changed =
    text !== formatIndexes(status.completedIndexes) || failed !== (status.failedIndexes && formatIndexes(status.failedIndexes));
  status.completedIndexes = completed;
  status.succeeded = countIndexes(completed);
  status.failedIndexes = sync.failedIndexes;
  return changed;
}

function finish(sync: JobSync): void {
  const { end, job } = sync;
  if (!end) return;
  const type = end.type === 'SuccessCriteriaMet' ? 'Complete' : 'Failed';
  job.status.conditions = append(job.status.conditions, type, end, sync.now);
  if (type === 'Complete') job.status.completionTime = sync.cluster.stored(sync.now);
  job.finished = type;
}

function announceEnd(sync: JobSync): void {
  const { end, job } = sync;
  if (!end) return;
  if (end.type === 'FailureTarget') return sendJobEvent(sync, 'Warning', end.reason, end.message);
  const { completions } = job.fields;
  if (completions !== undefined && job.status.succeeded > completions) {
    sendJobEvent(sync, 'Warning', 'TooManySucceededPods', 'Too many succeeded pods running after completion count reached');
  }
  sendJobEvent(sync, 'Normal', 'Completed', 'Job completed');
}
