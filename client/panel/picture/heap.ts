/** Numbers, each with the rank by which it comes out: the lowest first, and of equal ranks the lowest number. */
export interface Heap {
  readonly lowest: number | undefined;
  push(number: number, rank: number): void;
  pop(): number | undefined;
}

export function createHeap(): Heap {
  const items: { readonly number: number; readonly rank: number }[] = [];
  const isBefore = (a: number, b: number) => {
    const [one, other] = [items[a], items[b]];
    if (!one || !other) return false;
    return one.rank === other.rank ? one.number < other.number : one.rank < other.rank;
  };
  const swap = (a: number, b: number) => {
    const [one, other] = [items[a], items[b]];
    if (one && other) [items[a], items[b]] = [other, one];
  };
  function rise(place: number): void {
    const above = (place - 1) >> 1;
    if (place === 0 || !isBefore(place, above)) return;
    swap(place, above);
    rise(above);
  }
  function sink(place: number): void {
    const [left, right] = [2 * place + 1, 2 * place + 2];
    const lower = isBefore(right, left) ? right : left;
    if (!isBefore(lower, place)) return;
    swap(lower, place);
    sink(lower);
  }
  return {
    get lowest() {
      return items[0]?.rank;
    },
    push(number, rank) {
      items.push({ number, rank });
      rise(items.length - 1);
    },
    pop() {
      const [first] = items;
      const last = items.pop();
      if (!first || !last) return undefined;
      if (items.length > 0) {
        items[0] = last;
        sink(0);
      }
      return first.number;
    },
  };
}
