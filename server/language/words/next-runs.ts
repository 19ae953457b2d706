import type { Analysis } from '../../application/analysis.ts';
import { nextTimes } from '../../kubernetes/cron/next-time.ts';
import { parseSchedule } from '../../kubernetes/cron/parse-schedule.ts';
import { findTimeZone, spanAt, utc } from '../../kubernetes/time-zones/time-zone.ts';
import { knownText } from '../../messages/render.ts';

/** The next times a schedule fires after `now`, in milliseconds; none for what Kubernetes could not read. */
export function nextRuns(schedule: string, timeZone: string | undefined, now: number, count: number): readonly number[] {
  const parsed = parseSchedule(schedule);
  const zone = timeZone === undefined ? utc : findTimeZone(timeZone);
  return parsed.ok && zone ? nextTimes(parsed.schedule, zone, now, count) : [];
}

/** Seconds that a zone is ahead of UTC at an instant in milliseconds; 0 for a zone that does not exist. */
export function offsetIn(timeZone: string | undefined, instant: number): number {
  const zone = timeZone === undefined ? utc : findTimeZone(timeZone);
  return zone ? spanAt(zone, Math.floor(instant / 1000)).offset : 0;
}

/** `Sat 2026-11-21 09:30` in English, by a clock that is so many seconds ahead of UTC. */
export function clockTime(instant: number, offset: number, { texts }: Pick<Analysis, 'texts'>): string {
  const shifted = new Date(instant + offset * 1000);
  const iso = shifted.toISOString();
  return texts('clock-time', {
    weekday: knownText(`weekday-${shifted.getUTCDay()}`, texts) ?? '',
    date: iso.slice(0, 10),
    time: iso.slice(11, iso.slice(17, 19) === '00' ? 16 : 19),
  });
}
