import { shownSeconds } from '../../../server/simulator/engine/clock.ts';
import { readRun } from '../../../server/simulator/run/read-run.ts';
import type { Run } from '../../../server/simulator/run/run.ts';
import { type DrawnState, drawnState } from '../../../server/simulator/timeline/drawn-state.ts';
import { readPodStatus } from '../../../server/simulator/watch/pod-status-numbers.ts';

/**
 * The lives of all pods in columns of numbers, by ordinal: a Job may have a hundred thousand. Times are seconds from the create
 * request, infinite where that never happened.
 */
export interface PodLives {
  readonly count: number;
  readonly created: Float64Array;
  /** When a container of it ran for the first time. */
  readonly started: Float64Array;
  /** When its phase said how it ended, or it was gone. */
  readonly ended: Float64Array;
  readonly deleted: Float64Array;
  /** The pods that ended, in that order. */
  readonly endings: readonly number[];
  /** 1 where its phase is Failed at the end. */
  readonly failed: Uint8Array;
  readonly succeeded: Uint8Array;
  /** Of a CronJob: the Job that it belongs to. */
  readonly job: Float64Array;
  /** Its completion index, -1 without one. */
  readonly index: Float64Array;
}

const begun: ReadonlySet<DrawnState> = new Set(['initialising', 'running', 'not-ready', 'backing-off', 'succeeded', 'failed']);

export function podLives(run: Run): PodLives {
  const reading = readRun(run);
  const { at, of, count: changes } = reading.pods();
  const [job, index] = [reading.podJobs(), reading.podIndexes()];
  const count = job.length;
  const never = () => new Float64Array(count).fill(Infinity);
  const [created, started, ended, deleted] = [never(), never(), never(), never()];
  const endings: number[] = [];
  const end = (pod: number, t: number) => {
    if (ended[pod] !== Infinity) return;
    ended[pod] = t;
    endings.push(pod);
  };
  const [failed, succeeded] = [new Uint8Array(count), new Uint8Array(count)];
  const { step, steps, status, statuses, words } = run.pods;
  const hasBegun = steps.map(({ STATUS, READY }) => begun.has(drawnState(STATUS, READY)));
  const phases = statuses.map((numbers) => readPodStatus(numbers, words).phase);
  for (let change = 0; change < changes; change++) {
    const pod = of[change] ?? 0;
    const t = shownSeconds(at[change] ?? 0);
    const place = step[change] ?? 0;
    if (t < (created[pod] ?? 0)) created[pod] = t;
    if (steps[place]?.event === 'DELETED') {
      deleted[pod] = t;
      end(pod, t);
      continue;
    }
    const phase = phases[status[change] ?? -1];
    if (hasBegun[place] && t < (started[pod] ?? 0)) started[pod] = t;
    failed[pod] = phase === 'Failed' ? 1 : 0;
    succeeded[pod] = phase === 'Succeeded' ? 1 : 0;
    if (phase === 'Failed' || phase === 'Succeeded') end(pod, t);
  }
  return { count, created, started, ended, deleted, endings, failed, succeeded, job, index };
}
