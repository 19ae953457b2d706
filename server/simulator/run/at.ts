import { type Instant, instantOf, secondsOf, shownSeconds } from '../engine/clock.ts';
import type { Seconds } from '../engine/time.ts';
import type { Moment } from '../kubectl/moment.ts';
import { cronJobsAt, seenCronJobs } from './cronjob-at.ts';
import { eventsAboutAt, eventsAt, seenEvents } from './events-at.ts';
import { countOfJobChanges, jobsAt, seenJobs } from './jobs-at.ts';
import { podsAt, seenPods } from './pods-at.ts';
import { readRun } from './read-run.ts';
import type { Run } from './run.ts';

/**
 * The run at second `t`, counted from the create request: what kubectl prints then is the same, to the byte, as at the end
 * of a run that was only watched up to then. Without `t` it is the end. A moment before the beginning is the beginning;
 * one beyond what is told is the last that is told, unless nothing more can happen: then only ages grow.
 */
export function at(run: Run, t?: Seconds): Moment {
  const reading = readRun(run);
  const instant = instantIn(run, t);
  return {
    now: secondsOf(instant),
    epoch: run.epoch,
    namespace: run.namespace,
    version: run.version,
    get jobs() {
      return jobsAt(reading, instant);
    },
    get pods() {
      return podsAt(reading, instant);
    },
    get cronJobs() {
      return cronJobsAt(reading, instant);
    },
    get events() {
      return eventsAt(reading, instant);
    },
    eventsAbout: (kind, name) => eventsAboutAt(reading, instant, kind, name),
    seen: {
      get jobs() {
        return seenJobs(reading, instant);
      },
      get pods() {
        return seenPods(reading, instant);
      },
      get cronJobs() {
        return seenCronJobs(reading, instant);
      },
      get events() {
        return seenEvents(reading, instant);
      },
    },
    get object() {
      return run.kind === 'CronJob' ? cronJobsAt(reading, instant)[0] : jobsAt(reading, instant)[0];
    },
  };
}

/**
 * How many changes of Jobs a watcher has seen at second `t`. As a watch only grows, the lines about so many of them in the watch of
 * all are those that were printed up to then.
 */
export function jobChangesSeen(run: Run, t?: Seconds): number {
  return countOfJobChanges(readRun(run), instantIn(run, t));
}

function instantIn({ end, told, settled }: Run, t: Seconds | undefined): Instant {
  const wanted = t === undefined ? end : Math.max(0, instantOf(t));
  return settled && told === end ? wanted : Math.min(wanted, told);
}

/** The second up to which the run tells what happened. */
export function toldUntil({ end, told, until }: Run): Seconds {
  return told === end ? until : shownSeconds(told);
}
