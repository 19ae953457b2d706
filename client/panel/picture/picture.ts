import type { Seconds } from '../../../server/protocol/requests.ts';
import { shownSeconds } from '../../../server/simulator/engine/clock.ts';
import { toldUntil } from '../../../server/simulator/run/at.ts';
import { finishOf, removedAt } from '../../../server/simulator/run/finish.ts';
import { readRun } from '../../../server/simulator/run/read-run.ts';
import { type Wait, waitsOf } from '../../../server/simulator/run/reasons/waits-of.ts';
import type { Run } from '../../../server/simulator/run/run.ts';
import type { View } from '../axis/view.ts';
import type { WallClock } from '../axis/wall-clock.ts';
import { type Limit, limitsOf } from './limits.ts';
import { type Place, placesOf } from './places.ts';
import { type PodLives, podLives } from './pod-lives.ts';
import { endedAt, type JobLine, jobLines } from './segments.ts';

/** What is drawn of a run, but for what depends on width, zoom and wishes. */
export interface Picture {
  readonly run: Run;
  readonly lives: PodLives;
  readonly places: readonly Place[];
  readonly jobs: readonly JobLine[];
  readonly waits: readonly Wait[];
  /** Those of a Job, drawn through all lines. Of a CronJob each Job's are drawn on its own line. */
  readonly limits: readonly Limit[];
  /** The last second of the axis. */
  readonly end: Seconds;
  /** The second that counts as the end for kubectl's output: what is drawn has happened, and is still there. */
  readonly finish: Seconds;
  /** What the axis shows while nobody has chosen a part: all of a Job, the first run of a CronJob. */
  readonly opening: View;
  /** Of a CronJob: by which clock its runs are told. */
  readonly clock: WallClock | undefined;
}

/** Right of the last change, for the name of the last state: a share of the axis. */
const room = 0.14;
const year: Seconds = 366 * 86_400;
/** A CronJob's first run has this before it. */
const before: Seconds = 60;

/** `zone`: of a CronJob, the time zone of its schedule. */
export function pictureOf(run: Run, zone?: string): Picture {
  return wholeOf(picturing(run, zone));
}

/** The same in pieces, of 100,000 pods each a few hundredths of a second, so that the page can answer between them. */
export function* picturing(run: Run, zone = 'UTC'): Generator<void, Picture, void> {
  readRun(run).podJobs();
  yield;
  readRun(run).pods();
  yield;
  const lives = podLives(run);
  yield;
  const places = placesOf(lives);
  yield;
  const finish = finishOf(run);
  const end = endOf(run, finish);
  const jobs = jobLines(run, end);
  yield;
  const clock = run.kind === 'CronJob' ? { epoch: run.epoch, zone, hasYears: end > year } : undefined;
  const opening = run.kind === 'CronJob' ? openingOf(jobs, end) : { from: 0, to: end };
  return {
    run,
    lives,
    places,
    jobs,
    waits: waitsOf(run),
    limits: run.kind === 'Job' ? limitsOf(run, 0) : [],
    end,
    finish,
    opening,
    clock,
  };
}

function wholeOf<Value>(pieces: Generator<void, Value, void>): Value {
  for (;;) {
    const { done, value } = pieces.next();
    if (done) return value;
  }
}

/** From a minute before the first run to a little after its end; all, where that is no small part of it. */
function openingOf([first]: readonly JobLine[], end: Seconds): View {
  const [begin, over] = [first?.segments[0]?.from ?? 0, (first && endedAt(first)) ?? end];
  const from = Math.max(0, Math.floor(begin / 60) * 60 - before);
  const to = Math.min(end, over + Math.max(before, (over - begin) / 2));
  return first === undefined || to - from > end / 4 ? { from: 0, to: end } : { from, to };
}

/**
 * The whole time watched where the run goes on, of a CronJob a minute at least, otherwise a little after the last change. The removal by a TTL is among the
 * changes where it does not leave most of the axis empty.
 */
function endOf(run: Run, finish: Seconds): Seconds {
  const { outcome } = run.summary;
  if (outcome === 'Scheduled') return Math.max(toldUntil(run), before);
  if (outcome === 'Running') return Math.max(toldUntil(run), 1);
  const removed = removedAt(run);
  const last = removed !== undefined && removed <= 3 * finish ? Math.max(removed, lastChange(run)) : finish;
  return Math.max(last / (1 - room), 1);
}

function lastChange(run: Run): Seconds {
  const reading = readRun(run);
  return Math.max(...[reading.jobs(), reading.pods()].map(({ at }) => shownSeconds(at.at(-1) ?? 0)));
}
