import type { Instant } from '../engine/clock.ts';
import type { Explanation, TraceCode, TurnExplanation } from './log.ts';
import { createRows, type Rows } from './rows.ts';
import type { Place } from './table.ts';

/** Why things happened: each reason, the pod that it is about, -1 for none, and the time of the schedule where it is about that. */
export interface TraceLog {
  readonly rows: Rows;
  readonly at: readonly Instant[];
  readonly pod: readonly number[];
  readonly due: readonly Instant[];
  readonly step: readonly Place[];
  readonly steps: readonly (Explanation | TurnExplanation)[];
}

export interface TraceWriter extends TraceLog {
  explain(at: Instant, pod: number, reason: Explanation): void;
  explainTurn(at: Instant, due: Instant, reason: TurnExplanation): void;
}

export function createTraceLog(): TraceWriter {
  const [at, pod, due, step]: [Instant[], number[], Instant[], Place[]] = [[], [], [], []];
  const steps: (Explanation | TurnExplanation)[] = [];
  const rows = createRows();

  /** By code: where it last stands. */
  const latest = new Map<TraceCode, Place>();

  /** What is said of many one after the other stands once. */
  function placeOf(reason: Explanation | TurnExplanation): Place {
    const known = latest.get(reason.code);
    if (known !== undefined && isSame(steps[known], reason)) return known;
    latest.set(reason.code, steps.length);
    return steps.push(reason) - 1;
  }
  function write(instant: Instant, ofPod: number, time: Instant, reason: Explanation | TurnExplanation): void {
    rows.add();
    at.push(instant);
    pod.push(ofPod);
    due.push(time);
    step.push(placeOf(reason));
  }
  return {
    rows,
    at,
    pod,
    due,
    step,
    steps,
    explain: (instant, ofPod, reason) => write(instant, ofPod, 0, reason),
    explainTurn: (instant, time, reason) => write(instant, -1, time, reason),
  };
}

/** Of the same code: their arguments have the same names, in the same order. */
function isSame(a: Explanation | TurnExplanation | undefined, b: Explanation | TurnExplanation): boolean {
  const before = argumentsOf(a);
  return argumentsOf(b).every((value, place) => value === before[place]);
}

function argumentsOf(reason: Explanation | TurnExplanation | undefined): readonly unknown[] {
  return reason && 'args' in reason ? Object.values(reason.args) : [];
}
