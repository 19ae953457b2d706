/** Rows in order; some are only made when all are asked for, as there may be very many. */
export interface RowList<Row> {
  /** Of those that were pushed, as `slice` gives them. */
  readonly length: number;
  push(row: Row): void;
  slice(from: number, to: number): Row[];
  /** Here belong the rows that `write` gives for 1, 2 and so on up to `times`. */
  pushLater(times: number, write: (time: number) => readonly Row[]): void;
  all(): readonly Row[];
}

export function createRowList<Row>(): RowList<Row> {
  const pushed: Row[] = [];
  const later: { readonly after: number; readonly times: number; readonly write: (time: number) => readonly Row[] }[] = [];
  let whole: readonly Row[] | undefined;

  function putTogether(): readonly Row[] {
    const rows: Row[] = [];
    let from = 0;
    const copyUpTo = (to: number) => {
      for (const row of pushed.slice(from, to)) rows.push(row);
      from = to;
    };
    for (const { after, times, write } of later) {
      copyUpTo(after);
      for (let time = 1; time <= times; time++) for (const row of write(time)) rows.push(row);
    }
    copyUpTo(pushed.length);
    return rows;
  }
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
    all() {
      if (later.length === 0) return pushed;
      whole ??= putTogether();
      return whole;
    },
  };
}
