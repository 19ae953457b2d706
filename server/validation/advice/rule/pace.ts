import { aboutSeconds } from '../../../estimate/runs/job-run.ts';
import { nextTimes } from '../../../kubernetes/cron/next-time.ts';
import { oncePerText } from '../../../plain/once-per.ts';
import type { Subject, Timing } from './subject.ts';

/** How many coming runs are looked at for the interval between them. */
const lookedAt = 30;

/** The intervals between the coming runs, in seconds; none of a schedule that comes up once or never. */
export function comingIntervals(timing: Timing, now: number): readonly number[] {
  return intervalsOnce(`${now} ${timing.zone.name} ${timing.text}`, timing, now);
}

/** Several rules ask for them, and many CronJobs have the same schedule. */
const intervalsOnce = oncePerText(100, (_, { schedule, zone }: Timing, now: number): readonly number[] => {
  const times = nextTimes(schedule, zone, now, lookedAt);
  return times.slice(1).map((time, place) => (time - (times[place] ?? time)) / 1000);
});

/** How long a run takes, and the shortest and the longest interval between runs, in seconds. */
export function pace({
  timing,
  job,
  now,
}: Subject): { readonly seconds: number; readonly shortest: number; readonly longest: number } | undefined {
  const seconds = timing ? aboutSeconds(job) : undefined;
  if (!timing || seconds === undefined) return undefined;
  const intervals = comingIntervals(timing, now);
  return intervals.length ? { seconds, shortest: Math.min(...intervals), longest: Math.max(...intervals) } : undefined;
}
