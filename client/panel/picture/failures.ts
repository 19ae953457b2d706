import type { Seconds } from '../../../server/protocol/requests.ts';
import { type Instant, shownSeconds } from '../../../server/simulator/engine/clock.ts';
import { formOf } from '../../../server/simulator/run/jobs-at.ts';
import { readRun } from '../../../server/simulator/run/read-run.ts';
import type { Run } from '../../../server/simulator/run/run.ts';
import { readPodStatus } from '../../../server/simulator/watch/pod-status-numbers.ts';

/** How many failures there were from a second on. */
export interface FailureCount {
  readonly t: Seconds;
  readonly failed: number;
}

export interface FailuresUsed {
  readonly failed: number;
  /** Its backoffLimit. */
  readonly limit: number;
}

interface Failing {
  readonly ordinal: number;
  readonly failures: readonly FailureCount[];
}

/** How many failures a Job had, up to a second or in all, and how many it may have; undefined where it had none. */
export function failuresUsed(run: Run, { ordinal, failures }: Failing, until: Seconds = Infinity): FailuresUsed | undefined {
  const failed = failures.findLast(({ t }) => t <= until)?.failed ?? 0;
  const { backoffLimit = Infinity } = formOf(readRun(run), ordinal, Infinity).spec ?? {};
  return failed === 0 ? undefined : { failed, limit: backoffLimit };
}

/** What the API server fills in where limits count per index is no limit. */
export function isLimited(limit: number): boolean {
  return limit < 2 ** 31 - 1;
}

/**
 * The restarts in place that count against a Job's backoffLimit, by its ordinal, where restartPolicy is OnFailure: those of its pods
 * that run, each time that there are more than ever before (pastBackoffLimitOnFailure of the job controller, 1.37). None where it
 * is Never, also where a rule restarts containers.
 */
export function countedRestarts(run: Run): ReadonlyMap<number, readonly FailureCount[]> {
  const reading = readRun(run);
  const counts = new Map<number, FailureCount[]>();
  const sums = new Map<number, number>();
  const ofPods = new Map<number, number>();
  for (const { pod, at, restarts } of restartsOf(run)) {
    const job = reading.podJobs()[pod] ?? 0;
    const sum = (sums.get(job) ?? 0) + restarts - (ofPods.get(pod) ?? 0);
    ofPods.set(pod, restarts);
    sums.set(job, sum);
    const counted = counts.get(job) ?? [];
    counts.set(job, counted);
    if (sum > (counted.at(-1)?.failed ?? 0)) counted.push({ t: shownSeconds(at), failed: sum });
  }
  return counts;
}

/** At each change of a pod how often its containers were restarted, as long as it has not ended; none of Jobs that replace failed pods. */
function restartsOf(run: Run): readonly { readonly pod: number; readonly at: Instant; readonly restarts: number }[] {
  const reading = readRun(run);
  if (podFormOf(run)?.restartPolicy !== 'OnFailure') return [];
  const { at, of } = reading.pods();
  const { step, steps, status, statuses, words } = run.pods;
  const hasEnded = statuses.map((numbers) => ended.has(readPodStatus(numbers, words).phase));
  const restarts = steps.map(({ event, RESTARTS }) => (event === 'DELETED' ? 0 : Number.parseInt(RESTARTS, 10)));
  return Array.from(of, (pod, change) => {
    const isOver = hasEnded[status[change] ?? -1] === true;
    return { pod, at: at[change] ?? 0, restarts: isOver ? 0 : (restarts[step[change] ?? -1] ?? 0) };
  });
}

const ended: ReadonlySet<string> = new Set(['Succeeded', 'Failed']);

/** Of the first Job, whose template nobody can change. */
function podFormOf(run: Run) {
  return formOf(readRun(run), 0, Infinity).spec?.template?.spec;
}
