import type { Cluster, Totals } from './api-server/cluster.ts';
import { type Instant, instantOf, microsecondsPerSecond } from './engine/clock.ts';
import type { Seconds } from './engine/time.ts';
import type { WatchEnd } from './run/run.ts';

export interface PlayOptions {
  /** Watched up to here. Absent: as long as `play` finds right. */
  readonly until?: Seconds;
  /** Somebody does something until then. */
  readonly lastAction?: Seconds;
  /** After so many steps the run stops early. */
  readonly maxEvents?: number;
  /** With more pods than this at once it does, too; a CronJob's Jobs count as pods here. */
  readonly mostPods: number;
  /** With more Jobs of a CronJob, finished ones that are kept among them. */
  readonly mostJobs: number;
  /** With more numbers in statuses of pods than this, written down so far, as well. */
  readonly mostStatusNumbers: number;
  /** Asked now and then; true ends the run early. */
  readonly cancelled?: () => boolean;
}

/** Why a run was stopped before its time. */
type EarlyEnd = Extract<WatchEnd, 'events' | 'pods' | 'jobs' | 'cancelled'>;

export function isEarly(why: WatchEnd): why is EarlyEnd {
  return why === 'events' || why === 'pods' || why === 'jobs' || why === 'cancelled';
}

export interface Played {
  readonly end: Instant;
  readonly why: WatchEnd;
}

const hour: Seconds = 3600;
const day: Seconds = 24 * hour;
/** Five years, a leap day among them. */
const fiveYears: Seconds = (5 * 365 + 1) * day;
/** The rarest schedule names a 29 February, so three of its times come within twelve years. */
const longest = 3 * fiveYears;
const runsToSee = 3;
const defaultMaxEvents = 5_000_000;
/** Where nobody said how long to watch: so many steps, and no pod or Job of a CronJob came to its end. */
const longestQuiet = 20_000;
const stepsBetweenQuestions = 4096;

/** Up to where a run may be copied instead of lived; it moves while the run is watched. */
export interface Reach {
  limit: Instant;
  /** As much was copied as may be: what would follow is not lived either, as it would take very long. */
  readonly isFull: boolean;
}

/**
 * Lets time pass: up to what was asked for, or as long as there is something to see. Of a Job that is until nothing more can
 * happen, a day at most; of a CronJob until its third run has ended, an hour at least. Where that run does not end it is watched for
 * five years, and for five more as long as its schedule has not come up three times. Where three times have passed and no Job was ever
 * started, as with a starting deadline of 0 s, that is enough.
 */
export function play(cluster: Cluster, options: PlayOptions, reach: Reach): Played {
  const { clock, recorder, totals, created } = cluster;
  const { until } = options;
  const lastAction = instantOf(options.lastAction ?? 0);
  const step = stepper(cluster, options, reach);
  if (until !== undefined) return upTo(instantOf(until), 'asked');
  if (!cluster.cronJob) return untilIdle(upTo(instantOf(day), 'day'));
  const first = untilIdle(upTo(instantOf(hour), 'hour'));
  return first.why === 'hour' && ended(totals) < runsToSee ? untilThirdRun() : first;

  function upTo(end: Instant, why: WatchEnd): Played {
    reach.limit = end;
    const stopped = step(end, () => false);
    return stopped === 'enough' || stopped === 'passed' ? { end, why } : { end: clock.now + clock.skipped.time, why: stopped };
  }
  function untilIdle(played: Played): Played {
    const idle = clock.idle && !isEarly(played.why);
    return idle ? { end: recorder.lastChange, why: 'settled' } : played;
  }
  /** What is copied might go beyond that run, so every step is lived; up to the full second, when the CronJob has heard of it. */
  function untilThirdRun(): Played {
    reach.limit = 0;
    let quiet = 0;
    let seen = endings(totals);
    let end = instantOf(fiveYears);
    // Times count from the last that somebody did: with it they may begin to start Jobs.
    let missed = lastAction > 0 ? totals.missed : 0;
    const isFutile = () => {
      if (clock.now + clock.skipped.time <= lastAction) missed = totals.missed;
      return created.jobs + clock.skipped.jobs === 0 && totals.missed - missed >= runsToSee;
    };
    const isEnough = () => {
      if (isFutile()) return true;
      quiet = endings(totals) === seen ? quiet + 1 : 0;
      seen = endings(totals);
      return quiet >= longestQuiet || ended(totals) >= runsToSee;
    };
    let stopped = step(end, isEnough);
    while (stopped === 'passed' && end < instantOf(longest) && timesPassed(cluster) < runsToSee) {
      end += instantOf(fiveYears);
      stopped = step(end, isEnough);
    }
    const now = clock.now + clock.skipped.time;
    if (stopped === 'passed') return untilIdle({ end, why: 'years' });
    if (stopped === 'enough' && isFutile()) return upTo(wholeSecondAfter(now), 'missed');
    if (stopped === 'enough' && ended(totals) < runsToSee) return { end: now, why: 'events' };
    if (stopped !== 'enough') return { end: now, why: stopped };
    return upTo(wholeSecondAfter(now), 'third-run');
  }
}

/** Takes steps until a time has passed, there were enough, or the run is to stop early; all that it takes count together. */
function stepper(
  cluster: Cluster,
  { maxEvents = defaultMaxEvents, mostPods, mostJobs, mostStatusNumbers, cancelled }: PlayOptions,
  reach: Reach,
) {
  const { clock, recorder, cronJob } = cluster;
  let steps = 1;
  return (end: Instant, isEnough: () => boolean): 'passed' | 'enough' | EarlyEnd => {
    for (; clock.step(end); steps++) {
      const jobs = cronJob?.jobs.size ?? 0;
      if (jobs > mostJobs) return 'jobs';
      if (cluster.existingPods + jobs > mostPods) return 'pods';
      if (steps >= maxEvents || reach.isFull || recorder.pods.numbersWritten > mostStatusNumbers) return 'events';
      if (steps % stepsBetweenQuestions === 0 && cancelled?.()) return 'cancelled';
      if (isEnough()) return 'enough';
    }
    return 'passed';
  };
}

function wholeSecondAfter(now: Instant): Instant {
  return (Math.floor(now / microsecondsPerSecond) + 1) * microsecondsPerSecond;
}

/** How often a CronJob's schedule came up: a Job was started, kept back or missed each time. */
function timesPassed({ totals: { forbidden, missed }, created, clock }: Cluster): number {
  return created.jobs + clock.skipped.jobs + forbidden + missed;
}

/** The runs of a CronJob that are over. */
function ended({ complete, failed, replaced }: Totals): number {
  return complete + failed + replaced;
}

function endings(totals: Totals): number {
  return ended(totals) + totals.podsSucceeded + totals.podsFailed;
}
