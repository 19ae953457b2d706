import type { Seconds } from '../engine/time.ts';
import { recordedRows } from '../run/recording-of.ts';
import type { Run } from '../run/run.ts';

/** What kubectl printed of one object, as it changed. */
export interface TimelineLine {
  /** Of a Job its name, of a pod its ordinal and completion index: `#3 [1]`. */
  readonly name: string;
  readonly isPod: boolean;
  /** In the order of their times; the first is its creation. `text` is what the columns say: `Running 1/3`. */
  readonly changes: readonly { readonly at: Seconds; readonly status: string; readonly text: string }[];
  /** When it was deleted; undefined where it is left at the end. */
  readonly gone: Seconds | undefined;
}

interface Timeline {
  /** Jobs first, then pods, each in the order of their creation. */
  readonly lines: readonly TimelineLine[];
  /** How many there are that are not among the lines. */
  readonly left: number;
  /** When the last of all changes happened, at least one second. */
  readonly last: Seconds;
}

/** The first `most` objects of a run as lines of a timeline. */
export function timelineLines(run: Run, most: number): Timeline {
  const lines = new Map<string, Drawing>();
  const rows = recordedRows(run);
  let last = 1;
  for (const { t: at, event, NAME = run.name, STATUS: status, COMPLETIONS } of rows.jobs) {
    last = Math.max(last, at);
    draw(lineOf(lines, NAME, false), event, { at, status, text: `${status} ${COMPLETIONS}` });
  }
  for (const { t: at, event, pod, index, STATUS: status } of rows.pods) {
    last = Math.max(last, at);
    draw(lineOf(lines, index === undefined ? `#${pod}` : `#${pod} [${index}]`, true), event, { at, status, text: status });
  }
  const all = [...lines.values()];
  return { lines: all.slice(0, most), left: Math.max(0, all.length - most), last };
}

type Drawing = { -readonly [Key in keyof TimelineLine]: TimelineLine[Key] } & { readonly changes: TimelineLine['changes'][number][] };

function lineOf(lines: Map<string, Drawing>, name: string, isPod: boolean): Drawing {
  const known = lines.get(name);
  if (known) return known;
  const line: Drawing = { name, isPod, changes: [], gone: undefined };
  lines.set(name, line);
  return line;
}

function draw(line: Drawing, event: string, change: TimelineLine['changes'][number]): void {
  if (event === 'DELETED') line.gone = change.at;
  else if (line.changes.at(-1)?.text !== change.text) line.changes.push(change);
}
