import { nothingSkipped, plus, type Skipped, times } from '../engine/skipped.ts';

/**
 * The rows of a log in order. Each that was lived has its place in the log's columns; between them come stretches of them
 * again, so much later, without standing in the columns once more: there may be very many.
 */
export interface Rows extends Iterable<Part> {
  /** Those included that come again. */
  readonly length: number;
  /** One more was written into the columns. */
  add(): void;
  /** Some of them come again: these. */
  repeat(again: Again): Iterable<Part>;
}

/** The rows from the `from`th to the one before the `to`th come so many times more: `first` later, then each time `by` later still. */
export interface Again {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly first: Skipped;
  readonly by: Skipped;
}

/** Rows that stand together in the columns, and how much later than it says there they came. */
export interface Part {
  readonly place: number;
  readonly length: number;
  readonly by: Skipped;
}

/** Parts that come one after the other, so many times. */
interface Stretch {
  /** How many rows come before it. */
  readonly start: number;
  readonly parts: readonly Part[];
  readonly count: number;
  /** How much later the parts come than they say, and how much later each time than the time before. */
  readonly first: Skipped;
  readonly by: Skipped;
}

export function createRows(): Rows {
  const before: Stretch[] = [];
  let written = 0;
  let closed = 0;
  let start = 0;

  /** What was lived since the last stretch becomes one. */
  function close(): void {
    const length = written - closed;
    if (length === 0) return;
    const parts = [{ place: closed, length, by: nothingSkipped }];
    before.push({ start, parts, count: 1, first: nothingSkipped, by: nothingSkipped });
    start += length;
    closed = written;
  }
  return {
    get length() {
      return start + written - closed;
    },
    add() {
      written++;
    },
    repeat({ from, to, ...how }) {
      close();
      if (to === from) return [];
      const stretch = { start, parts: [...partsBetween(before, from, to)], ...how };
      before.push(stretch);
      start += how.count * (to - from);
      return partsOf(stretch);
    },
    *[Symbol.iterator]() {
      for (const stretch of before) yield* partsOf(stretch);
      if (written > closed) yield { place: closed, length: written - closed, by: nothingSkipped };
    },
  };
}

function* partsOf({ parts, count, first, by }: Stretch): Iterable<Part> {
  for (let time = 0; time < count; time++) {
    const later = plus(first, times(time, by));
    for (const part of parts) yield later.time === 0 ? part : { ...part, by: plus(part.by, later) };
  }
}

function* partsBetween(stretches: readonly Stretch[], from: number, to: number): Iterable<Part> {
  const first = Math.max(
    0,
    stretches.findLastIndex(({ start }) => start <= from),
  );
  let skip = from - (stretches[first]?.start ?? 0);
  let left = to - from;
  for (const stretch of stretches.slice(first)) {
    for (const part of partsOf(stretch)) {
      const { place, by } = part;
      const length = Math.min(part.length - skip, left);
      if (length > 0) yield { place: place + skip, length, by };
      left -= Math.max(0, length);
      skip = Math.max(0, skip - part.length);
      if (left === 0) return;
    }
  }
}
