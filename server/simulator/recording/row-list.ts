/** Rows in order; some are only made when they are read, as there may be very many. */
export interface RowList<Row> extends Iterable<Row> {
  /** Of those that were pushed, as `slice` gives them. */
  readonly length: number;
  push(row: Row): void;
  slice(from: number, to: number): Row[];
  /** Here belong the rows that `write` gives for 1, 2 and so on up to `times`. */
  pushLater(times: number, write: (time: number) => readonly Row[]): void;
}

export function createRowList<Row>(): RowList<Row> {
  const pushed: Row[] = [];
  const later: { readonly after: number; readonly times: number; readonly write: (time: number) => readonly Row[] }[] = [];
  return {
    get length() {
      return pushed.length;
    },
    push(row) {
      pushed.push(row);
    },
    slice: (from, to) => pushed.slice(from, to),
    pushLater(times, write) {
      later.push({ after: pushed.length, times, write });
    },
    *[Symbol.iterator]() {
      let from = 0;
      for (const { after, times, write } of later) {
        yield* pushed.slice(from, after);
        from = after;
        for (let time = 1; time <= times; time++) yield* write(time);
      }
      yield* from === 0 ? pushed : pushed.slice(from);
    },
  };
}
