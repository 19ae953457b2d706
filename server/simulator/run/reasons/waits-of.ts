import type { Seconds } from '../../engine/time.ts';
import type { TraceCode } from '../../watch/log.ts';
import type { Run } from '../run.ts';
import { type TraceRow, traceOf } from './trace-of.ts';

/** A time in which a controller, or the kubelet, does nothing because of failures. */
export interface Wait {
  /** For a new pod, for the next try of some completion index, or for a restart in place. */
  readonly for: 'pod' | 'index' | 'restart';
  readonly from: Seconds;
  readonly to: Seconds;
  /** How long the back-off is that is being waited for; it began with the failure, before `from`. */
  readonly whole: Seconds;
  /** The ordinal of the pod that restarts in place. */
  readonly pod?: number;
}

const kinds: Partial<Readonly<Record<TraceCode, Wait['for']>>> = {
  'trace-waits-after-failures': 'pod',
  'trace-index-waits': 'index',
  'trace-restart-waits': 'restart',
};

/** In order of time, each once. */
export function waitsOf(run: Run): readonly Wait[] {
  return withoutRepeatedWaits(traceOf(run, Infinity, (code) => kinds[code] !== undefined)).flatMap((row) => waitIn(row) ?? []);
}

/**
 * A controller that looks again while it waits says so again: of those rows the first stays. So does the first of pods that are
 * refused until one is created.
 */
export function withoutRepeatedWaits(rows: readonly TraceRow[]): readonly TraceRow[] {
  const open = new Map<string, Seconds>();
  let isRefused = false;
  return rows.filter((row) => {
    const wasRefused = isRefused;
    isRefused = row.code === 'trace-pod-refused' || (isRefused && !creations.has(row.code));
    if (row.code === 'trace-pod-refused') return !wasRefused;
    const wait = waitIn(row);
    if (!wait) return true;
    const key = `${wait.for} ${wait.pod ?? ''} ${wait.whole}`;
    if (wait.from < (open.get(key) ?? 0)) return false;
    open.set(key, wait.to);
    return true;
  });
}

const creations: ReadonlySet<TraceRow['code']> = new Set(['trace-created', 'trace-created-retry']);

function waitIn({ t, code, args, pod }: TraceRow): Wait | undefined {
  const kind = kinds[code];
  if (!kind || !('whole' in args) || typeof args.whole !== 'number' || typeof args.seconds !== 'number') return undefined;
  return { for: kind, from: t, to: t + args.seconds, whole: args.whole, ...(pod === undefined ? {} : { pod }) };
}
