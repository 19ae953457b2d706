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
  /** All rows since the `from`th come so many times more, each time `by` later than the time before: these. */
  repeat(from: number, count: number, by: Skipped): Iterable<Part>;
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
    before.push({ start, parts, count: 1, by: nothingSkipped });
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
    repeat(from, count, by) {
      close();
      const parts = [...partsFrom(before, from)];
      const each = start - from;
      if (each === 0) return [];
      const stretch = { start, parts, count, by };
      before.push(stretch);
      start += count * each;
      return partsOf(stretch);
    },
    *[Symbol.iterator]() {
      for (const stretch of before) yield* partsOf(stretch);
      if (written > closed) yield { place: closed, length: written - closed, by: nothingSkipped };
    },
  };
}

/** What is lived comes when it says; what comes again, for the first time, once later. */
function* partsOf({ parts, count, by }: Stretch): Iterable<Part> {
  for (let time = 1; time <= count; time++) {
    const later = times(time, by);
    for (const part of parts) yield later.time === 0 ? part : { ...part, by: plus(part.by, later) };
  }
}

function* partsFrom(stretches: readonly Stretch[], from: number): Iterable<Part> {
  const first = Math.max(
    0,
    stretches.findLastIndex(({ start }) => start <= from),
  );
  let skip = from - (stretches[first]?.start ?? 0);
  for (const stretch of stretches.slice(first)) {
    for (const part of partsOf(stretch)) {
      const { place, length, by } = part;
      if (skip < length) yield { place: place + skip, length: length - skip, by };
      skip = Math.max(0, skip - length);
    }
  }
}
