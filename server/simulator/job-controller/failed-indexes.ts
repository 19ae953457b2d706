import type { Instant } from '../engine/clock.ts';
import { type CompletionIndexes, hasIndex, union } from '../objects/completion-indexes.ts';
import type { JobObject, Pod } from '../objects/objects.ts';
import type { PodFailureMatch } from './pod-failure-policy.ts';

/** Whether a failed pod takes its index with it, its tries being used up (pkg/controller/job isIndexFailed). */
export function failsIndex(pod: Pod, match: PodFailureMatch, limit: number): boolean {
  return match.action === 'FailIndex' || (match.action !== 'Ignore' && pod.failures >= limit);
}

/**
 * Of each index that waits for another try, the failed pod that knows how many there were: it is counted only when its
 * successor exists, which takes over the number (getPodsWithDelayedDeletionPerIndex).
 */
export function lastFailures(
  failed: readonly Pod[],
  { active }: JobObject,
  succeededIndexes: CompletionIndexes,
  failedIndexes: CompletionIndexes,
  finishTime: (pod: Pod) => Instant,
): ReadonlyMap<number, Pod> {
  const last = new Map<number, Pod>();
  if (failed.length === 0) return last;
  const settled = union(succeededIndexes, failedIndexes);
  const running = new Set([...active].map(({ index }) => index));
  for (const pod of failed) {
    if (running.has(pod.index) || hasIndex(settled, pod.index)) continue;
    const known = last.get(pod.index);
    const later = !known || (allFailures(known) <= allFailures(pod) && finishTime(pod) >= finishTime(known));
    if (later) last.set(pod.index, pod);
  }
  return last;
}

/** Ignored ones as well: they too make the next try wait. */
export function allFailures({ failures, ignoredFailures }: Pod): number {
  return failures + ignoredFailures;
}
