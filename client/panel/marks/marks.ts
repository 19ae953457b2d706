import type { RefusedAction, Seconds } from '../../../server/protocol/requests.ts';
import type { Run } from '../../../server/simulator/run/run.ts';
import { type TraceRow, traceOf } from '../../../server/simulator/run/trace-of.ts';
import type { Action } from '../../../server/simulator/scenario/scenario.ts';

/** Something that happens to a run at a second, from outside it or because a limit was reached. */
export type Mark = { readonly t: Seconds } & (
  | {
      readonly kind: 'action';
      readonly action: Action /** Why it was refused; none where it was done. */;
      readonly refused: readonly string[];
    }
  /** A node is gone, and these pods with it. */
  | { readonly kind: 'node-gone'; readonly node: string; readonly pods: readonly number[] }
  /** The namespace refuses pods. */
  | { readonly kind: 'pods-refused' }
  | { readonly kind: 'probe-failed'; readonly pod: number; readonly container: string; readonly probe: string }
);

/** In order of time; what happens to many pods at once, or again and again, is one mark. */
export function marksOf(run: Run, actions: readonly Action[], refusals: readonly RefusedAction[]): readonly Mark[] {
  const done = actions.map((action): Mark => {
    const refused = refusals.filter(({ t }) => t === action.at).map(({ text }) => text);
    return { t: action.at, kind: 'action', action, refused };
  });
  return [...done, ...happenings(run)].sort((a, b) => a.t - b.t);
}

/** More of a kind are not drawn. */
const most = 100;

function happenings(run: Run): readonly Mark[] {
  const marks = new Map<string, Mark>();
  for (const row of traceOf(run)) {
    const mark = markIn(row);
    if (!mark || marks.size > most) continue;
    const key = keyOf(mark);
    const known = marks.get(key);
    if (known?.kind === 'node-gone' && mark.kind === 'node-gone') marks.set(key, { ...known, pods: [...known.pods, ...mark.pods] });
    else if (!known) marks.set(key, mark);
  }
  return [...marks.values()];
}

function markIn({ t, code, args, pod }: TraceRow): Mark | undefined {
  switch (code) {
    case 'trace-node-gone':
      return { t, kind: 'node-gone', node: textIn(args, 'node'), pods: pod === undefined ? [] : [pod] };
    case 'trace-pod-refused':
      return { t, kind: 'pods-refused' };
    case 'trace-probe-failed':
      return pod === undefined
        ? undefined
        : { t, kind: 'probe-failed', pod, container: textIn(args, 'container'), probe: textIn(args, 'probe') };
    default:
      return undefined;
  }
}

function keyOf(mark: Mark): string {
  if (mark.kind === 'node-gone') return `node ${mark.node} ${mark.t}`;
  return mark.kind === 'probe-failed' ? `probe ${mark.pod} ${mark.t}` : `${mark.kind}`;
}

function textIn(args: object, name: string): string {
  return name in args ? String(Reflect.get(args, name)) : '';
}
