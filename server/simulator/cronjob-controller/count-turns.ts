import type { Cluster } from '../api-server/cluster.ts';
import type { Instant } from '../engine/clock.ts';
import type { ScheduleClock } from './missed-schedules.ts';
import { wallClockOf } from './wall-clock.ts';

/** Counts what becomes of a CronJob's times; instants are those of the clock that is lived, as the CronJob's status holds them. */
export interface TurnCount {
  /** Times that have come since the last call count as missed, until a Job starts for the latest or Forbid keeps it back. */
  pass(schedule: ScheduleClock): void;
  forbid(): void;
  /** Also of a time that Forbid kept back until then. */
  start(): void;
  /** Times before now do not count any more: the CronJob was suspended until now, or had another schedule. */
  beginAnew(): void;
}

export function countTurns({ clock, totals }: Cluster, epoch: number, created: Instant): TurnCount {
  const { wall, instantAt } = wallClockOf(clock, epoch);
  let passed = created;
  /** How the latest time that came is counted; undefined once a Job started for it. */
  let latest: 'missed' | 'forbidden' | undefined;

  function countLatestAs(now: typeof latest): void {
    if (latest !== undefined) totals[latest]--;
    if (latest !== undefined && now !== undefined) totals[now]++;
    latest = latest && now;
  }
  return {
    pass(schedule) {
      const now = wall(clock.now);
      for (let time = schedule.next(wall(passed)); time !== undefined && time <= now; time = schedule.next(time)) {
        passed = instantAt(time);
        latest = 'missed';
        totals.missed++;
      }
    },
    forbid: () => countLatestAs('forbidden'),
    start: () => countLatestAs(undefined),
    beginAnew() {
      passed = clock.now;
      latest = undefined;
    },
  };
}
