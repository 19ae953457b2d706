import type { Cluster } from '../api-server/cluster.ts';
import type { ScheduleClock } from '../cronjob-controller/missed-schedules.ts';
import { type Instant, wallTime } from '../engine/clock.ts';
import type { CronJobObject } from '../objects/objects.ts';
import { type Mark, markOf, repeat } from './repeat.ts';
import { gapsBetween, goesOnLike } from './schedule-gaps.ts';
import { stateKey } from './state-key.ts';

export interface Bounds {
  /** The run is watched up to here. */
  readonly limit: Instant;
  /** No more rows of Jobs and pods than this are written down without being lived. */
  readonly mostRows: number;
}

/** A state of the CronJob when a time of its schedule had come. */
interface Checkpoint extends Mark {
  /** That time, in milliseconds since 1970. */
  readonly due: number;
}

/** At a time, so that a long run can be cancelled in between. */
const mostTurns = 10_000;
/** What is longer is not repeated, and no more states than this are remembered. */
const mostRepeatedRows = 100_000;
const mostStates = 10_000;
/** Where the controller is so far behind its schedule, it looks at the times that it missed in other ways. */
const mostMissed = 50;
/** Names of Jobs follow from the minute. */
const minute = 60_000;

/**
 * How far may I skip? A CronJob's turns, from one time of its schedule to the next, come again and again: where it stands as
 * it once stood, and the schedule goes on as it went on then, all that followed then follows once more.
 *
 * To be asked before each look at the CronJob. It skips as far as it may, which mostly is not at all.
 */
export function createSkipAhead(
  cluster: Cluster,
  cronJob: CronJobObject,
  epoch: number,
  bounds: Bounds,
): (schedule: ScheduleClock) => void {
  const { clock } = cluster;
  const states = new Map<string, Checkpoint>();
  let left = bounds.mostRows;
  let known: ScheduleClock | undefined;
  let lastAction = -Infinity;
  /** The first time of the schedule that has not come yet. */
  let next: number | undefined;

  const wall = (instant: Instant) => wallTime(epoch, instant + clock.skipped.time);

  /** What somebody did is not repeated, and what was before an edit of the CronJob tells nothing of what comes after it. */
  function follow(schedule: ScheduleClock): void {
    const { last } = clock.appointments;
    if (schedule !== known || last !== lastAction) states.clear();
    if (schedule !== known) next = schedule.next(wall(clock.now));
    known = schedule;
    lastAction = last;
  }
  /** The latest time of the schedule that came since this was last asked; undefined where none did. */
  function newlyDue(schedule: ScheduleClock): number | undefined {
    let due: number | undefined;
    for (; next !== undefined && next <= wall(clock.now); next = schedule.next(next)) due = next;
    return due;
  }
  function keyAt(due: number, schedule: ScheduleClock): string | undefined {
    const state = stateKey(cluster, cronJob);
    const met = wall(cluster.stored(cronJob.lastScheduleTime ?? cronJob.created));
    const gaps = state === undefined ? [] : gapsBetween(schedule, met, due);
    return gaps.length > mostMissed ? undefined : state && `${wall(clock.now) - due} ${due % minute} ${gaps} ${state}`;
  }
  /** How often all that was since the checkpoint comes again. */
  function repetitions(from: Checkpoint, to: Checkpoint, schedule: ScheduleClock): number {
    const rows = rowsBetween(from, to);
    if (rows > mostRepeatedRows) return 0;
    const length = to.at - from.at;
    const gaps = gapsBetween(schedule, from.due, to.due);
    const end = Math.min(bounds.limit, clock.appointments.next - 1);
    const most = Math.min(Math.floor((end - to.at) / length), Math.floor(left / rows), Math.ceil(mostTurns / gaps.length));
    return goesOnLike(schedule, gaps, to.due, most);
  }

  return (schedule) => {
    follow(schedule);
    const due = newlyDue(schedule);
    const key = due === undefined ? undefined : keyAt(due, schedule);
    if (due === undefined || key === undefined) return;
    if (states.size >= mostStates) states.clear();
    const before = states.get(key);
    const now = { ...markOf(cluster), due };
    const count = before ? repetitions(before, now, schedule) : 0;
    if (before && count > 0) {
      repeat(cluster, cronJob, before, count);
      left -= count * rowsBetween(before, now);
    }
    const landed = due + (before ? (count * (now.at - before.at)) / 1000 : 0);
    next = schedule.next(landed);
    states.set(key, { ...markOf(cluster), due: landed });
  };
}

/** At least one. */
function rowsBetween(from: Mark, to: Mark): number {
  return Math.max(1, to.jobs - from.jobs + to.pods - from.pods);
}
