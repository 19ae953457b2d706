import { secondsOf } from '../engine/clock.ts';
import type { Seconds } from '../engine/time.ts';
import { jobChanges } from './jobs-at.ts';
import { podStatusOf } from './pod-object.ts';
import { podStep } from './pods-at.ts';
import { readRun } from './read-run.ts';
import type { Run } from './run.ts';

/** The most of something that there was at the same time, and the moment when it was that many first. */
export interface Together {
  readonly most: number;
  readonly t: Seconds;
}

/** Pods that take room: those that exist and have not ended, which one that terminates has not. */
export function podsTogether(run: Run): Together {
  const reading = readRun(run);
  const { count, at, of } = reading.pods();
  return mostOf(
    Array.from({ length: count }, (_, change) => {
      const { phase } = podStatusOf(reading, change);
      const ended = podStep(reading, change)?.event === 'DELETED' || phase === 'Succeeded' || phase === 'Failed';
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
