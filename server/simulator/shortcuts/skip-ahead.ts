import type { Cluster } from '../api-server/cluster.ts';
import type { ScheduleClock } from '../cronjob-controller/missed-schedules.ts';
import { type Instant, wallTime } from '../engine/clock.ts';
import type { CronJobObject } from '../objects/objects.ts';
import { type Mark, markOf, type Repetition, repeat } from './repeat.ts';
import { roughKey, stateKey } from './state-key.ts';
import { createTimetable, type Timetable } from './timetable.ts';

export interface Bounds {
  /** The run is watched up to here, as far as is known yet. */
  readonly limit: Instant;
  /** No more rows of Jobs and pods than this are written down without being lived. */
  readonly mostRows: number;
  /** That bound is met. */
  isFull: boolean;
}

/** A state of the CronJob when a time of its schedule had come. */
interface Checkpoint extends Mark {
  /** The place of that time in the timetable. */
  readonly turn: number;
}

/** At a time, so that a long run can be cancelled in between. */
const mostTurns = 100_000;
/** What is longer is not repeated, and no more states than this are remembered. */
const mostRepeatedRows = 100_000;
const mostStates = 50_000;
const mostLetters = 10_000_000;
/** Where more Jobs and pods are about than this, each of them is told only where they have once been as many. */
const fewLiving = 200;
/** Where a state came several times, the latest are remembered: each at another place of the schedule's hour, perhaps. */
const mostOfOneState = 16;
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
  /** The latest last. */
  const states = new Map<string, Checkpoint[]>();
  let letters = 0;
  const roughly = new Set<string>();
  let left = bounds.mostRows;
  let known: ScheduleClock | undefined;
  let lastAction = -Infinity;
  let times: Timetable | undefined;
  /** The place of the first time that has not come yet. */
  let next = 0;

  const wall = (instant: Instant) => wallTime(epoch, instant + clock.skipped.time);
  /** From when on times count that the controller has not met. */
  const met = () => wall(cluster.stored(cronJob.lastScheduleTime ?? cronJob.created));

  /** What somebody did is not repeated, and what was before an edit of the CronJob tells nothing of what comes after it. */
  function follow(schedule: ScheduleClock): Timetable {
    const { last } = clock.appointments;
    if (schedule !== known || last !== lastAction) forget();
    lastAction = last;
    if (times && schedule === known) return times;
    known = schedule;
    times = createTimetable(schedule, met());
    next = 0;
    pass(times);
    return times;
  }
  /** Goes on to what has not come yet; whether anything had come. */
  function pass(table: Timetable): boolean {
    const [before, now] = [next, wall(clock.now)];
    for (let time = table.time(next); time !== undefined && time <= now; time = table.time(next)) next++;
    return next > before;
  }
  /** Told of the first time after the one that was met: what is due besides the controller looks at in other ways. */
  function keyAt(table: Timetable, turn: number): string | undefined {
    const [due, last] = [table.time(turn), met()];
    if (due === undefined || due <= last || (table.time(turn - 1) ?? last) > last) return undefined;
    const phase = `${wall(clock.now) - due} ${due % minute} ${due - last}`;
    const state = mayHaveBeen(phase) ? stateKey(cluster, cronJob) : undefined;
    return state === undefined ? undefined : `${phase} ${state}`;
  }
  /** Jobs that never end become more and more: then no state comes again, and to tell all of them each time would take long. */
  function mayHaveBeen(phase: string): boolean {
    if (cronJob.jobs.size + cluster.pods.size <= fewLiving) return true;
    const rough = `${phase} ${roughKey(cluster, cronJob)}`;
    if (roughly.has(rough)) return true;
    if (roughly.size >= mostStates) roughly.clear();
    roughly.add(rough);
    return false;
  }
  function forget(): void {
    states.clear();
    roughly.clear();
    letters = 0;
  }
  /** How often what was between two checkpoints of now's state comes again. */
  function repetitions(table: Timetable, from: Checkpoint, to: Checkpoint, now: Checkpoint): number {
    const rows = rowsBetween(from, to);
    if (rows > mostRepeatedRows) return 0;
    if (rows > left) bounds.isFull = true;
    const turns = to.turn - from.turn;
    const end = Math.min(bounds.limit, clock.appointments.next - 1);
    const fitting = Math.min(Math.floor((end - now.at) / (to.at - from.at)), Math.floor(left / rows), Math.ceil(mostTurns / turns));
    const most = to === now ? fitting : Math.min(1, fitting);
    return Math.floor(table.alike(from.turn, now.turn, most * turns) / turns);
  }

  /**
   * Of all that was between two checkpoints of one state, the last of which is now, what skips most. That is mostly all since one
   * of them, time and again, and less where that does not fit any more before the end.
   */
  function bestOf(table: Timetable, alike: readonly Checkpoint[], now: Checkpoint): Repetition<Checkpoint> | undefined {
    let best: Repetition<Checkpoint> | undefined;
    for (const [place, from] of alike.entries()) {
      // Most came at another place of the schedule: this is asked first, as it is asked very often.
      if (from === now || table.alike(from.turn, now.turn, 1) === 0) continue;
      for (const to of alike.slice(place + 1)) {
        const again = { from, to, count: repetitions(table, from, to, now) };
        if (again.count > 0 && (!best || turnsOf(again) > turnsOf(best))) best = again;
      }
    }
    return best;
  }
  function remember(key: string, now: Checkpoint): void {
    if (states.size >= mostStates || letters >= mostLetters) forget();
    const before = states.get(key) ?? [];
    if (before.length === 0) letters += key.length;
    if (before.length >= mostOfOneState) before.shift();
    states.set(key, before);
    before.push(now);
  }

  return (schedule) => {
    const table = follow(schedule);
    if (!pass(table)) return;
    const key = keyAt(table, next - 1);
    if (key === undefined) return;
    const now = { ...markOf(cluster), turn: next - 1 };
    remember(key, now);
    const again = bestOf(table, states.get(key) ?? [], now);
    if (!again) return;
    repeat(cluster, cronJob, again);
    left -= again.count * rowsBetween(again.from, again.to);
    next += turnsOf(again);
    remember(key, { ...markOf(cluster), turn: next - 1 });
  };
}

function turnsOf({ from, to, count }: Repetition<Checkpoint>): number {
  return count * (to.turn - from.turn);
}

/** At least one. */
function rowsBetween(from: Mark, to: Mark): number {
  return Math.max(1, to.jobs - from.jobs + to.pods - from.pods);
}
