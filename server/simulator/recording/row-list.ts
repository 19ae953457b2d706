/** Rows in order; some are only made when they are read, as there may be very many. */
export interface RowList<Row> extends Iterable<Row> {
  /** Those included that are yet to be made. */
  readonly length: number;
  push(row: Row): void;
  /** The rows from that place on. */
  from(place: number): readonly Row[];
  /** Here follow the rows that `write` gives for 1, 2 and so on up to `times`, `each` of them every time. */
  pushLater(times: number, each: number, write: (time: number) => readonly Row[]): void;
}

/** Rows that stand together. */
interface Stretch<Row> {
  readonly start: number;
  readonly length: number;
  rows(): Iterable<Row>;
}

export function createRowList<Row>(): RowList<Row> {
  const before: Stretch<Row>[] = [];
  let pushed: Row[] = [];
  let start = 0;

  function close(): void {
    const rows = pushed;
    if (rows.length > 0) before.push({ start, length: rows.length, rows: () => rows });
    start += rows.length;
    pushed = [];
  }
  return {
    get length() {
      return start + pushed.length;
    },
    push(row) {
      pushed.push(row);
    },
    from(place) {
      if (place >= start) return pushed.slice(place - start);
      const first = before.findLastIndex((stretch) => stretch.start <= place);
      const rows = before.slice(first).flatMap((stretch) => [...stretch.rows()]);
      return [...rows.slice(place - (before[first]?.start ?? 0)), ...pushed];
    },
    pushLater(times, each, write) {
      close();
      const length = times * each;
      before.push({ start, length, rows: () => written(times, write) });
      start += length;
    },
    *[Symbol.iterator]() {
      for (const stretch of before) yield* stretch.rows();
      yield* pushed;
    },
  };
}

function* written<Row>(times: number, write: (time: number) => readonly Row[]): Iterable<Row> {
  for (let time = 1; time <= times; time++) yield* write(time);
}
