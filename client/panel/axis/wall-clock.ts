import type { Seconds } from '../../../server/protocol/requests.ts';
import { exactDuration } from './axis.ts';
import type { View } from './view.ts';

/** What a second of the run is by the clock on the wall. */
export interface WallClock {
  /** At second 0, in milliseconds since 1970. */
  readonly epoch: number;
  readonly zone: string;
  /** Days are told with their year, as the run goes on for more than one. */
  readonly hasYears: boolean;
}

/**
 * The time of a second: by the clock where there is one, `02:30` or `02:30:15`, otherwise since the beginning. `step` is how exact:
 * of a day or more it is the day, `Jan 1`.
 */
export function timeText(second: Seconds, clock: WallClock | undefined, step: Seconds = 1): string {
  if (!clock) return exactDuration(second);
  if (step >= day) return withoutComma(formatOf(clock.zone, dayParts(clock)).format(clock.epoch + second * 1000));
  const isExact = step < 60;
  return formatOf(
    clock.zone,
    isExact ? { hour: '2-digit', minute: '2-digit', second: '2-digit' } : { hour: '2-digit', minute: '2-digit' },
  ).format(clock.epoch + second * 1000);
}

/** When something happens, as a sentence says it: by the clock with its day, `Jan 1 02:30:15` or `Feb 29 2028 00:00:00`, otherwise since the beginning; from a minute on in whole seconds that have passed, as kubectl and clocks tell them. */
export function whenText(second: Seconds, clock: WallClock | undefined): string {
  if (!clock) return exactDuration(second < 60 ? second : Math.floor(Math.round(second * 10) / 10));
  return withoutComma(formatOf(clock.zone, { ...dayParts(clock), ...minuteParts, second: '2-digit' }).format(clock.epoch + second * 1000));
}

/** Where the playhead is, beside an axis that tells times without days: with its day once either goes beyond the first. */
export function playheadText(second: Seconds, clock: WallClock | undefined, { to }: View): string {
  return Math.max(second, to) > day ? whenText(second, clock) : timeText(second, clock);
}

/** With the day: `Jan 1 02:30`. */
export function dayAndTime(second: Seconds, clock: WallClock): string {
  return withoutComma(formatOf(clock.zone, { ...dayParts(clock), ...minuteParts }).format(clock.epoch + second * 1000));
}

const day: Seconds = 86_400;
const minuteParts = { hour: '2-digit', minute: '2-digit' } as const;

function dayParts({ hasYears }: WallClock): Intl.DateTimeFormatOptions {
  return { ...(hasYears ? { year: 'numeric' } : {}), month: 'short', day: 'numeric' };
}

function withoutComma(text: string): string {
  return text.replaceAll(',', '');
}

function formatOf(zone: string, parts: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(document.documentElement.lang || 'en', { ...parts, timeZone: knownZone(zone), hourCycle: 'h23' });
}

/** Kubernetes knows some zones that a browser does not. */
export function knownZone(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
