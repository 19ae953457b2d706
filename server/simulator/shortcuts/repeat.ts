import type { Cluster, Totals } from '../api-server/cluster.ts';
import type { Instant } from '../engine/clock.ts';
import { type Skipped, times } from '../engine/skipped.ts';
import type { CronJobObject, JobObject } from '../objects/objects.ts';
import { namelessKey, valueLater } from '../objects/text.ts';
import type { Recorder } from '../watch/recorder.ts';
import type { Part } from '../watch/rows.ts';

/** How far a run had come at some time; times and numbers count since the create request. */
export interface Mark {
  readonly at: Instant;
  readonly jobs: number;
  readonly pods: number;
  /** Of a Job without a CronJob. */
  readonly completions: number;
  readonly totals: Totals;
  /** How much was written down in each log. */
  readonly written: readonly number[];
}

/** All that was between the two marks comes so often again. */
export interface Repetition<Place extends Mark = Mark> {
  readonly from: Place;
  readonly to: Place;
  readonly count: number;
}

export function markOf({ clock: { now, skipped }, job, created, totals, recorder }: Cluster): Mark {
  return {
    at: now + skipped.time,
    jobs: created.jobs + skipped.jobs,
    pods: created.pods + skipped.pods,
    completions: (job?.status.succeeded ?? 0) + skipped.completions,
    totals: { ...totals },
    written: rowsOf(recorder).map(({ length }) => length),
  };
}

/** Of all logs, always in the same order. */
function rowsOf({ jobs, pods, cronjobs, trace, events }: Recorder) {
  return [jobs, jobs.created, pods, pods.created, cronjobs, trace, events].map(({ rows }) => rows);
}

function keysOf(totals: Totals): readonly (keyof Totals)[] {
  return Object.keys(totals) as (keyof Totals)[];
}

/** What passed between two marks. */
function between(from: Mark, to: Mark): Skipped {
  return {
    time: to.at - from.at,
    jobs: to.jobs - from.jobs,
    pods: to.pods - from.pods,
    completions: to.completions - from.completions,
  };
}

/**
 * All that happened between two marks of the simulated object happens so many times more, one after the other, and time has
 * passed; by how much things have come on then.
 */
export function repeat(cluster: Cluster, simulated: CronJobObject | JobObject, { from, to, count }: Repetition): Skipped {
  const { recorder, clock, totals } = cluster;
  const first = between(from, markOf(cluster));
  const by = between(from, to);
  const { events } = recorder;
  for (const [place, rows] of rowsOf(recorder).entries()) {
    const again = rows.repeat({ from: from.written[place] ?? 0, to: to.written[place] ?? 0, count, first, by });
    if (rows === events.rows) for (const part of again) sendAgain(cluster, simulated, part);
  }
  for (const name of keysOf(totals)) totals[name] += count * (to.totals[name] - from.totals[name]);
  const more = times(count, by);
  clock.skip(more);
  return more;
}

/** What becomes of an event of the simulated object depends on all before it, so each is sent anew; that of others does not. */
function sendAgain({ events: correlator, recorder }: Cluster, simulated: CronJobObject | JobObject, { place, length, by }: Part): void {
  const { events } = recorder;
  const kind = 'pods' in simulated ? 'Job' : 'CronJob';
  for (let row = place; row < place + length; row++) {
    const said = events.steps[events.step[row] ?? -1];
    if (said?.kind !== kind) continue;
    const named = typeof said.message === 'string' ? undefined : said.message.name;
    const value = named && valueLater(named, events.named.values[events.named.from[row] ?? -1] ?? 0, by);
    const message = namelessKey(said.message, value);
    recorder.eventAgain(correlator.send(simulated, { ...said, message }, (events.at[row] ?? 0) + by.time));
  }
}
