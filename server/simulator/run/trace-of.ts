import { type Instant, shownSeconds, wallTime } from '../engine/clock.ts';
import type { Seconds } from '../engine/time.ts';
import type { Explanation, TurnCode } from '../watch/log.ts';
import type { Place } from '../watch/table.ts';
import { sums } from './columns.ts';
import { type RunReading, readRun } from './read-run.ts';
import type { Run } from './run.ts';

/** Why something happened. */
export interface TraceRow extends Explanation {
  /** In tenths of a second. */
  readonly t: Seconds;
  /** The ordinal of the pod that it is about, where it is about one. */
  readonly pod?: number;
  /** The place of its reason in the run's table of them. */
  readonly step: Place;
}

/** In order of time; no more of them than `most`. */
export function traceOf(run: Run, most = Infinity): readonly TraceRow[] {
  const { trace } = run;
  const reading = readRun(run);
  const [instants, pods, dues] = [sums(trace.at), sums(trace.pod), sums(trace.dues)];
  let turns = 0;
  return trace.step.slice(0, most).flatMap((place, at) => {
    const step = trace.steps[place];
    const pod = pods[at] ?? -1;
    if (!step) return [];
    const said = 'args' in step ? step : turnExplanation(reading, step.code, dues[turns++] ?? 0);
    return { t: shownSeconds(instants[at] ?? 0), ...(pod < 0 ? {} : { pod }), step: place, ...said };
  });
}

/** Of the Job for that time of the schedule. */
function turnExplanation({ run, names }: RunReading, code: TurnCode, due: Instant): Explanation {
  const job = names().job(due);
  const time = new Date(wallTime(run.epoch, due)).toISOString();
  switch (code) {
    case 'trace-scheduled':
      return { code, args: { job, time } };
    case 'trace-history-full':
    case 'trace-replaced':
      return { code, args: { job } };
    case 'trace-too-late':
    case 'trace-forbidden':
      return { code, args: { time } };
  }
}
