import { parseSchedule } from '../../kubernetes/cron/parse-schedule.ts';
import { shortestGap } from '../../kubernetes/cron/shortest-gap.ts';
import type { CronJobSpec } from '../../kubernetes/generated/types.ts';
import { findTimeZone, utc } from '../../kubernetes/time-zones/time-zone.ts';
import { bounds } from './bounds.ts';

/**
 * How many runs of a CronJob can be going on at the same time at worst, while nobody edits it; undefined where nothing bounds
 * that. With Allow it is as many as start within the longest run; a run may last a little longer than its bound, as its pods
 * have to start, and the next always starts a little after its time.
 */
export function runsTogether({ concurrencyPolicy = 'Allow', schedule = '', timeZone, jobTemplate }: CronJobSpec): number | undefined {
  if (concurrencyPolicy !== 'Allow') return 1;
  const { longestSeconds } = bounds(jobTemplate?.spec ?? {});
  const parsed = parseSchedule(schedule);
  const zone = timeZone === undefined ? utc : findTimeZone(timeZone);
  if (longestSeconds === undefined || !parsed.ok || !zone) return undefined;
  const gap = shortestGap(parsed.schedule, zone);
  return Math.ceil((longestSeconds + beyondBound) / gap) + 1;
}

/** Seconds. */
const beyondBound = 30;
