import type { Job } from '../../kubernetes/generated/types.ts';
import type { Cluster } from '../api-server/cluster.ts';
import type { EventDeed } from '../api-server/event-deeds.ts';
import { type Instant, microsecondsPerSecond } from '../engine/clock.ts';
import type { CronJobObject, JobObject } from '../objects/objects.ts';
import type { ScheduleClock } from '../schedules/missed-schedules.ts';
import { movedStatus } from './job-rehearsal.ts';
import { copyTurns } from './repeated-turns.ts';
import { laterTurns, type Marks, marksOf, type Turn, writtenIn } from './turn.ts';

export interface TurnBounds {
  /** The run is watched up to here. */
  readonly limit: Instant;
  /** No more rows than this are copied. */
  readonly mostSteps: number;
}

interface Surroundings {
  readonly cluster: Cluster;
  readonly cronJob: CronJobObject;
  readonly bounds: TurnBounds;
  readonly seed: number;
  /** Milliseconds since 1970. */
  wall(instant: Instant): number;
  /** Makes the stored Job when it is asked for. */
  maker(name: string, time: number, ordinal: number): () => Job;
}

/** Turns at a time, so that a long run can be cancelled in between. */
const mostTurns = 10_000;
const mostKept = 100;
/** Looking costs as much as some turns: each time that it does not pay, twice as many looks are left out as before. */
const fewTurns = 20;
const longestRest = 1000;

/**
 * A CronJob soon takes the same turn at each time of its schedule: a Job starts, ends, and pushes an older one out of
 * the history. To be called with each look at the CronJob: where nothing else goes on and the last two turns were alike,
 * the following ones are copied. Answers how much time they took; 0 where none was copied.
 */
export function createTurnCopier(surroundings: Surroundings): (schedule: ScheduleClock | undefined) => Instant {
  const { cluster, cronJob, bounds, wall } = surroundings;
  const { clock, eventDeeds } = cluster;
  let begun: Begun | undefined;
  let previous: Turn | undefined;
  let left = bounds.mostSteps;
  let rest = 0;
  let skipped = 0;

  /** The turn that ends now, if it left the cluster as it found it. */
  function finishTurn(now: Begun): Turn | undefined {
    if (!begun || begun.shape !== now.shape || begun.stored !== now.stored || now.marks.jobs !== begun.marks.jobs + 1) return undefined;
    const length = now.start - begun.start;
    if (length % microsecondsPerSecond !== 0) return undefined;
    return { start: begun.start, time: begun.time, length, from: begun.marks, to: now.marks, deeds: begun.deeds };
  }
  function isRepeated(turn: Turn): boolean {
    if (!previous || previous.length !== turn.length || previous.to.jobs !== turn.from.jobs || previous.start + turn.length !== turn.start)
      return false;
    const { jobs, pods, cronjobs, trace, deeds } = laterTurns(cluster, previous, cronJob.jobs.size);
    const predicted = { jobs: jobs(1), pods: pods(1), cronjobs: cronjobs(1), trace: trace(1), deeds: deeds(1) };
    return JSON.stringify(predicted) === JSON.stringify(writtenIn(cluster, turn));
  }
  /** How many turns of the same length follow; the schedule is asked for its times beyond the last of them. */
  function following(schedule: ScheduleClock, turn: Turn): number {
    const { time, length } = turn;
    const gap = length / 1000;
    const most = Math.min(mostTurns, Math.floor((bounds.limit - clock.now) / length), Math.floor(left / rowsOf(turn)));
    let count = 0;
    for (let next = time; count < most + 3 && schedule.next(next) === next + gap; count++) next += gap;
    return Math.min(most, count - 3);
  }
  function startOver(vain: boolean): void {
    begun = previous = undefined;
    eventDeeds.log = undefined;
    rest = vain ? Math.min(2 * rest + 1, longestRest) : 0;
    skipped = 0;
  }
  return (schedule) => {
    if (!clock.idle || !schedule || skipped++ < rest) return 0;
    const now = beginTurn(surroundings, schedule);
    const turn = now && finishTurn(now);
    const compared = turn && previous;
    const count = turn && isRepeated(turn) ? following(schedule, turn) : 0;
    previous = turn;
    begun = now;
    eventDeeds.log = undefined;
    if (turn && count > cronJob.jobs.size && copyTurns(turn, count, surroundings)) {
      startOver(count < fewTurns);
      left -= count * rowsOf(turn);
      return count * turn.length;
    }
    if (compared) startOver(true);
    else eventDeeds.log = now?.deeds;
    return 0;
  };
  function beginTurn({ cluster: { jobs, pods } }: Surroundings, schedule: ScheduleClock): Begun | undefined {
    const last = cronJob.lastScheduleTime;
    const time = last === undefined ? undefined : schedule.next(wall(last));
    const kept = [...cronJob.jobs];
    if (last === undefined || time === undefined || time > wall(clock.now) || kept.length > mostKept) return undefined;
    if (cronJob.active.length > 0 || !kept.every(isAtRest)) return undefined;
    const shape = JSON.stringify([
      clock.now - last,
      cronJob.lastSuccessfulTime === undefined ? null : clock.now - cronJob.lastSuccessfulTime,
      cronJob.shown,
      kept.map((job) => [
        jobs.length - job.ordinal,
        clock.now - job.created,
        job.finished,
        job.shown,
        movedStatus(job.status, -clock.now),
        [...job.pods].map((pod) => [pods.length - pod.ordinal, pod.finalizer, clock.now - pod.created]),
      ]),
    ]);
    return { start: clock.now, time, shape, stored: cronJob.stored, marks: marksOf(cluster), deeds: [] };
  }
}

interface Begun {
  readonly start: Instant;
  readonly time: number;
  /** All that the next turn may depend on, seen from now. */
  readonly shape: string;
  readonly stored: CronJobObject['stored'];
  readonly marks: Marks;
  readonly deeds: EventDeed[];
}

function rowsOf({ from, to }: Turn): number {
  return to.podRows - from.podRows + to.jobRows - from.jobRows;
}

function isAtRest({ finished, deletion, active, terminating, uncounted }: JobObject): boolean {
  return finished !== undefined && !deletion && active.size + terminating.size + uncounted.size === 0;
}
