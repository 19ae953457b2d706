import { type Instant, shownSeconds, wallTime } from '../../engine/clock.ts';
import type { Seconds } from '../../engine/time.ts';
import type { Explanation, TraceCode, TurnCode } from '../../watch/log.ts';
import type { Place } from '../../watch/table.ts';
import { sums } from '../columns.ts';
import { type RunReading, readRun } from '../read-run.ts';
import type { Run } from '../run.ts';

/** Why something happened. */
export interface TraceRow extends Explanation {
  /** In tenths of a second. */
  readonly t: Seconds;
  /** The ordinal of the pod that it is about, where it is about one. */
  readonly pod?: number;
  /** The place of its reason in the run's table of them. */
  readonly step: Place;
}

/** In order of time, of the first `most` of them those of the wanted codes: one who asks for few spares the words of the others. */
export function traceOf(run: Run, most = Infinity, isWanted: (code: TraceCode) => boolean = () => true): readonly TraceRow[] {
  const { trace } = run;
  const reading = readRun(run);
  const [instants, pods, dues] = [sums(trace.at), sums(trace.pod), sums(trace.dues)];
  const wanted = trace.steps.map(({ code }) => isWanted(code));
  const rows: TraceRow[] = [];
  let turns = 0;
  for (const [at, place] of trace.step.entries()) {
    if (at >= most) break;
    const step = trace.steps[place];
    if (!step) continue;
    const due = 'args' in step ? 0 : (dues[turns++] ?? 0);
    if (!wanted[place]) continue;
    const pod = pods[at] ?? -1;
    const said = 'args' in step ? step : turnExplanation(reading, step.code, due);
    rows.push({ t: shownSeconds(instants[at] ?? 0), ...(pod < 0 ? {} : { pod }), step: place, ...said });
  }
  return rows;
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
