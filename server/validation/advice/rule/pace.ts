import { aboutSeconds } from '../../../estimate/runs/pod-run.ts';
import { nextTimes } from '../../../kubernetes/cron/next-time.ts';
import type { Subject } from './subject.ts';

/** How many coming runs are looked at for the interval between them. */
const lookedAt = 30;

/** How long a run takes, and the shortest and the longest interval between runs, in seconds. */
export function pace({
  timing,
  job,
  now,
}: Subject): { readonly seconds: number; readonly shortest: number; readonly longest: number } | undefined {
  const seconds = timing ? aboutSeconds(job) : undefined;
  if (!timing || seconds === undefined) return undefined;
  const times = nextTimes(timing.schedule, timing.zone, now, lookedAt);
  const intervals = times.slice(1).map((time, place) => (time - (times[place] ?? time)) / 1000);
  return intervals.length ? { seconds, shortest: Math.min(...intervals), longest: Math.max(...intervals) } : undefined;
}
