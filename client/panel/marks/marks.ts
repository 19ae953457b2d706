import type { RefusedAction, Seconds } from '../../../server/protocol/requests.ts';
import { wallTime } from '../../../server/simulator/engine/clock.ts';
import { readRun } from '../../../server/simulator/run/read-run.ts';
import { type TraceRow, traceOf } from '../../../server/simulator/run/reasons/trace-of.ts';
import type { Run } from '../../../server/simulator/run/run.ts';
import type { Action } from '../../../server/simulator/scenario/scenario.ts';
import type { TraceCode } from '../../../server/simulator/watch/log.ts';
import { droppedIn } from '../what-if/dropped-fields.ts';

/** Something that happens to a run at a second, from outside it or because a limit was reached. */
export type Mark = { readonly t: Seconds } & (
  | {
      readonly kind: 'action';
      readonly action: Action;
      /** Why it was refused; none where it was done. */
      readonly refused: readonly string[];
      /** The fields that an edit names and that there are not. */
      readonly dropped: readonly string[];
    }
  /** A node is gone, and these pods with it. */
  | { readonly kind: 'node-gone'; readonly node: string; readonly pods: readonly number[] }
  /** The namespace refuses pods. */
  | { readonly kind: 'pods-refused' }
  | { readonly kind: 'probe-failed'; readonly pod: number; readonly container: string; readonly probe: string }
  /** A time of the schedule without a Job: another was active, or it was too late. `due` is in milliseconds since 1970. */
  | { readonly kind: 'missed'; readonly due: number }
  | {
      readonly kind: 'forbidden';
      readonly due: number /** Its Job started all the same, when the other one had ended. */;
      readonly startsLater?: true;
    }
  /** A Job is deleted as the next is due. */
  | { readonly kind: 'replaced'; readonly job: string }
);

/** In order of time; what happens to many pods at once, or again and again, is one mark. */
export function marksOf(run: Run, actions: readonly Action[], refusals: readonly RefusedAction[]): readonly Mark[] {
  const done = actions.map((action, place): Mark => {
    const refused = refusals.filter((refusal) => refusal.action === place).map(({ text }) => text);
    const dropped = droppedIn(run)
      .filter((one) => one.action === place)
      .map(({ path }) => path);
    return { t: action.at, kind: 'action', action, refused, dropped };
  });
  return [...done, ...happenings(run)].sort((a, b) => a.t - b.t);
}

/** More of a kind are not drawn. */
const most = 200;

function happenings(run: Run): readonly Mark[] {
  const marks = new Map<string, Mark>();
  const counts = new Map<Mark['kind'], number>();
  const dues = new Set(Array.from(readRun(run).jobDues(), (due) => wholeSecondOf(wallTime(run.epoch, due))));
  for (const row of traceOf(run, Infinity, (code) => readers[code] !== undefined)) {
    const mark = readers[row.code]?.(row, dues);
    if (!mark || (counts.get(mark.kind) ?? 0) >= most) continue;
    const key = keyOf(mark);
    if (!marks.has(key)) counts.set(mark.kind, (counts.get(mark.kind) ?? 0) + 1);
    const known = marks.get(key);
    if (known?.kind === 'node-gone' && mark.kind === 'node-gone') marks.set(key, { ...known, pods: [...known.pods, ...mark.pods] });
    else if (!known) marks.set(key, mark);
  }
  return [...marks.values()];
}

/** What of the run's trace is a mark, by its code. `dues` are the times for which there was a Job, in seconds. */
const readers: Partial<Readonly<Record<TraceCode, (row: TraceRow, dues: ReadonlySet<number>) => Mark | undefined>>> = {
  'trace-node-gone': ({ t, args, pod }) => ({ t, kind: 'node-gone', node: textIn(args, 'node'), pods: pod === undefined ? [] : [pod] }),
  'trace-pod-refused': ({ t }) => ({ t, kind: 'pods-refused' }),
  'trace-probe-failed': ({ t, args, pod }) =>
    pod === undefined ? undefined : { t, kind: 'probe-failed', pod, container: textIn(args, 'container'), probe: textIn(args, 'probe') },
  'trace-forbidden': ({ t, args }, dues) => {
    const due = Date.parse(textIn(args, 'time'));
    return { t, kind: 'forbidden', due, ...(dues.has(wholeSecondOf(due)) ? { startsLater: true } : {}) };
  },
  'trace-too-late': ({ t, args }) => ({ t, kind: 'missed', due: Date.parse(textIn(args, 'time')) }),
  'trace-replaced': ({ t, args }) => ({ t, kind: 'replaced', job: textIn(args, 'job') }),
};

function keyOf(mark: Mark): string {
  switch (mark.kind) {
    case 'node-gone':
      return `node ${mark.node} ${mark.t}`;
    case 'probe-failed':
      return `probe ${mark.pod} ${mark.t}`;
    case 'forbidden':
    case 'missed':
      return `${mark.kind} ${mark.due}`;
    case 'replaced':
      return `replaced ${mark.job}`;
    default:
      return mark.kind;
  }
}

function wholeSecondOf(milliseconds: number): number {
  return Math.floor(milliseconds / 1000);
}

function textIn(args: object, name: string): string {
  return name in args ? String(Reflect.get(args, name)) : '';
}
