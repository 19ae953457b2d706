import type { Calendar } from '../../../server/protocol/requests.ts';
import { fromStretches } from '../../../server/simulator/run/columns.ts';
import { knownZone } from '../axis/wall-clock.ts';
import type { ScheduledRun } from './scheduled-runs.ts';

/** A day of the zone's calendar. */
export interface Day {
  /** `2026-01-31`. */
  readonly date: string;
  /** How often the schedule is due on it. */
  readonly count: number;
  /** Those that are known one by one. */
  readonly runs: readonly ScheduledRun[];
  /** How far the clocks go forward on it, in seconds; back where it is below 0. */
  readonly clockChange: number;
}

/** The first days, as many as are wanted. */
export function daysOf(calendar: Calendar, runs: readonly ScheduledRun[], count: number): readonly Day[] {
  const dateOf = dateReader(calendar.zone);
  const byDay = new Map<string, ScheduledRun[]>();
  for (const run of runs) {
    const date = dateOf(run.at);
    byDay.set(date, [...(byDay.get(date) ?? []), run]);
  }
  const changes = new Map(calendar.clockChanges.map(({ at, seconds }) => [dateOf(at), seconds]));
  const first = Date.parse(`${calendar.firstDay}T00:00:00Z`);
  return fromStretches(calendar.perDay)
    .slice(0, count)
    .map((times, day) => {
      const date = new Date(first + day * 86_400_000).toISOString().slice(0, 10);
      return { date, count: times, runs: byDay.get(date) ?? [], clockChange: changes.get(date) ?? 0 };
    });
}

/** Where in its day a time is, from 0 to 1, by the zone's clock. */
export function shareOfDay(zone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: knownZone(zone),
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  return (at) => {
    const [hour = 0, minute = 0, second = 0] = format.format(at).split(':').map(Number);
    return (hour * 3600 + minute * 60 + second) / 86_400;
  };
}

function dateReader(zone: string): (at: number) => string {
  // Sweden writes dates as ISO does.
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: knownZone(zone), year: 'numeric', month: '2-digit', day: '2-digit' });
  return (at) => format.format(at);
}
