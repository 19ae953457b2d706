import { shownSeconds } from '../engine/clock.ts';
import type { Seconds } from '../engine/time.ts';
import { sums } from './columns.ts';
import type { Run, TraceStep } from './run.ts';

/** Why something happened. */
export interface TraceRow extends TraceStep {
  /** In tenths of a second. */
  readonly t: Seconds;
  /** The ordinal of the pod that it is about, where it is about one. */
  readonly pod?: number;
}

/** In order of time. */
export function traceOf({ trace }: Run): readonly TraceRow[] {
  const [instants, pods] = [sums(trace.at), sums(trace.pod)];
  return trace.step.flatMap((place, at) => {
    const step = trace.steps[place];
    const pod = pods[at] ?? -1;
    return step ? [{ t: shownSeconds(instants[at] ?? 0), ...(pod < 0 ? {} : { pod }), ...step }] : [];
  });
}
