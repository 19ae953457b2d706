import type { Instant } from '../engine/clock.ts';
import type { Skipped } from '../engine/skipped.ts';
import type { Rows } from '../watch/rows.ts';

interface Log {
  readonly rows: Rows;
  readonly at: readonly Instant[];
}

/** Each row of a log up to that time: its place in the columns, how much later than it says there it came, and when. */
export function eachRow({ rows, at }: Log, until: Instant, visit: (row: number, by: Skipped, at: Instant) => void): void {
  for (const { place, length, by } of rows) {
    for (let row = place; row < place + length; row++) {
      const instant = (at[row] ?? 0) + by.time;
      if (instant > until) return;
      visit(row, by, instant);
    }
  }
}

/** When the first row came that is meant; undefined where none did. */
export function firstTime({ rows, at }: Log, isMeant: (row: number, by: Skipped) => boolean): Instant | undefined {
  for (const { place, length, by } of rows) {
    for (let row = place; row < place + length; row++) if (isMeant(row, by)) return (at[row] ?? 0) + by.time;
  }
  return undefined;
}

/** When the row came that so many come before; undefined where there is none. */
export function timeOfRow({ rows, at }: Log, before: number): Instant | undefined {
  let left = before;
  for (const { place, length, by } of rows) {
    if (left < length) return (at[place + left] ?? 0) + by.time;
    left -= length;
  }
  return undefined;
}

/** The first so many rows of a log that has no times of its own. */
export function eachOf(rows: Rows, count: number, visit: (row: number, by: Skipped) => void): void {
  let left = count;
  for (const { place, length, by } of rows) {
    const end = place + Math.min(length, left);
    for (let row = place; row < end; row++) visit(row, by);
    left -= length;
    if (left <= 0) return;
  }
}
