import type { Calendar, Seconds } from '../../../server/protocol/requests.ts';
import { instantOf, wallTime } from '../../../server/simulator/engine/clock.ts';
import { toldUntil } from '../../../server/simulator/run/at.ts';
import { fromStretches, sums } from '../../../server/simulator/run/columns.ts';
import { type RunReading, readRun, storedAt } from '../../../server/simulator/run/read-run.ts';
import { traceOf } from '../../../server/simulator/run/reasons/trace-of.ts';
import type { Run } from '../../../server/simulator/run/run.ts';
import type { TraceCode } from '../../../server/simulator/watch/log.ts';
import { endedAt, type JobLine } from '../picture/segments.ts';

/** What became of a time of the schedule; `due` where nothing is known of it, as the run was not watched so far. */
export type RunState = 'due' | 'complete' | 'failed' | 'running' | 'replaced' | 'forbidden' | 'missed' | 'suspended';

export interface ScheduledRun {
  /** In milliseconds since 1970. */
  readonly at: number;
  readonly state: RunState;
  /** The ordinal of its Job, where it has one. */
  readonly job?: number;
  /** Another one still ran when it began. */
  readonly overlaps: boolean;
  /** From its start to its end; undefined where it has none yet. */
  readonly seconds?: Seconds;
  /** When the limits of the history removed its Job, in seconds of the run. */
  readonly removed?: Seconds;
}

/** Those of the first week, and those that were watched, in order of time. Of those that were watched and had no Job, each has its reason. */
export function scheduledRuns(run: Run, jobs: readonly JobLine[], calendar: Calendar): readonly ScheduledRun[] {
  const reading = readRun(run);
  const runs = new Map<number, ScheduledRun>();
  for (const at of sums(fromStretches(calendar.times))) runs.set(at, { at, state: withoutJob(reading, at), overlaps: false });
  for (const { code, args } of traceOf(run, Infinity, (one) => states[one] !== undefined)) {
    const at = 'time' in args ? Date.parse(String(args.time)) : Number.NaN;
    const state = states[code];
    if (state && Number.isFinite(at)) runs.set(at, { at, state, overlaps: false });
  }
  const dues = reading.jobDues();
  let busyUntil: Seconds = 0;
  for (const job of jobs) {
    const at = Math.floor(wallTime(run.epoch, dues[job.ordinal] ?? 0) / 1000) * 1000;
    const known = ofJob(job, at, busyUntil);
    runs.set(at, known);
    busyUntil = Math.max(busyUntil, endedAt(job) ?? Infinity);
  }
  return [...runs.values()].sort((a, b) => a.at - b.at);
}

/** What a time is for which no Job was started, by the reason. */
const states: Partial<Readonly<Record<TraceCode, RunState>>> = { 'trace-forbidden': 'forbidden', 'trace-too-late': 'missed' };

/**
 * What a time of the schedule is for which no Job is started, and none is kept back: beyond the run the CronJob stays as it is at
 * its end. What came while that schedule was in force and the CronJob was there is missed; the controller looks a moment later.
 */
function withoutJob({ run, storedCronJob }: RunReading, at: number): RunState {
  const second = (at - run.epoch) / 1000;
  const { suspend, schedule } = storedAt(storedCronJob(), instantOf(second))?.spec ?? {};
  if (suspend === true) return 'suspended';
  const isInForce = schedule === storedCronJob()[0]?.object.spec?.schedule && run.summary.outcome !== 'Deleted';
  // A run that ended because its times passed without a Job goes on like that.
  const isKnown = second + 1 < toldUntil(run) || run.watched === 'missed';
  return isInForce && isKnown ? 'missed' : 'due';
}

function ofJob(job: JobLine, at: number, busyUntil: Seconds): ScheduledRun {
  const begin = job.segments[0]?.from ?? 0;
  const end = endedAt(job);
  return {
    at,
    state: stateOf(job),
    job: job.ordinal,
    overlaps: begin < busyUntil,
    ...(end === undefined ? {} : { seconds: Math.round((end - begin) * 10) / 10 }),
    ...(job.deleted === undefined ? {} : { removed: job.deleted }),
  };
}

function stateOf({ segments, deleted }: JobLine): RunState {
  if (segments.some(({ state }) => state === 'succeeded')) return 'complete';
  if (segments.some(({ state }) => state === 'failed')) return 'failed';
  return deleted === undefined ? 'running' : 'replaced';
}
