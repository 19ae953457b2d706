import { secondsOf } from '../engine/clock.ts';
import type { Seconds } from '../engine/time.ts';
import { readPodStatus } from '../watch/pod-status-numbers.ts';
import { jobChanges } from './jobs-at.ts';
import { podStep } from './pods-at.ts';
import { readRun } from './read-run.ts';
import type { Run } from './run.ts';

/** The most of something that there was at the same time, and the moment when it was that many first. */
export interface Together {
  readonly most: number;
  readonly t: Seconds;
}

const ended: ReadonlySet<string> = new Set(['Succeeded', 'Failed']);

/** Pods that take room: those that exist and have not ended, which one that terminates has not. */
export function podsTogether(run: Run): Together {
  const reading = readRun(run);
  const { count, at, of } = reading.pods();
  const { status, statuses, words } = run.pods;
  const isOver = statuses.map((numbers) => ended.has(readPodStatus(numbers, words).phase));
  return mostOf(
    Array.from({ length: count }, (_, change) => {
      const ended = podStep(reading, change)?.event === 'DELETED' || isOver[status[change] ?? -1] === true;
      return { of: of[change] ?? 0, t: secondsOf(at[change] ?? 0), ended };
    }),
  );
}

/** Jobs that are neither gone nor ended; of a Job at most itself. */
export function jobsTogether(run: Run): Together {
  return mostOf(
    Array.from(jobChanges(readRun(run), Infinity), ({ job, at, event, status }) => {
      const ended = status.conditions.some(({ type, status }) => status === 'True' && (type === 'Complete' || type === 'Failed'));
      return { of: job, t: secondsOf(at), ended: event === 'DELETED' || ended };
    }),
  );
}

interface Change {
  readonly of: number;
  readonly t: Seconds;
  readonly ended: boolean;
}

function mostOf(changes: readonly Change[]): Together {
  const there = new Set<number>();
  let together: Together = { most: 0, t: 0 };
  for (const { of, t, ended } of changes) {
    if (ended) there.delete(of);
    else there.add(of);
    if (there.size > together.most) together = { most: there.size, t };
  }
  return together;
}
