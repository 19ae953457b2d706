/** Numbers, each with the rank by which it comes out: the lowest first, and of equal ranks the lowest number. */
export interface Heap {
  readonly lowest: number | undefined;
  push(number: number, rank: number): void;
  pop(): number | undefined;
}

/** Two lists of numbers rather than one of pairs: of a hundred thousand pods each goes in and out. */
export function createHeap(): Heap {
  const numbers: number[] = [];
  const ranks: number[] = [];
  const isBefore = (a: number, b: number) => {
    const [one = Infinity, other = Infinity] = [ranks[a], ranks[b]];
    return one === other ? (numbers[a] ?? 0) < (numbers[b] ?? 0) : one < other;
  };
  const put = (place: number, number: number, rank: number) => {
    numbers[place] = number;
    ranks[place] = rank;
  };
  const swap = (a: number, b: number) => {
    const [number = 0, rank = 0] = [numbers[a], ranks[a]];
    put(a, numbers[b] ?? 0, ranks[b] ?? 0);
    put(b, number, rank);
  };
  function rise(place: number): void {
    const above = (place - 1) >> 1;
    if (place === 0 || !isBefore(place, above)) return;
    swap(place, above);
    rise(above);
  }
  function sink(place: number): void {
    const [left, right] = [2 * place + 1, 2 * place + 2];
    const lower = right < numbers.length && isBefore(right, left) ? right : left;
    if (lower >= numbers.length || !isBefore(lower, place)) return;
    swap(lower, place);
    sink(lower);
  }
  return {
    get lowest() {
      return ranks[0];
    },
    push(number, rank) {
      put(numbers.length, number, rank);
      rise(numbers.length - 1);
    },
    pop() {
      const [first] = numbers;
      const [number, rank] = [numbers.pop(), ranks.pop()];
      if (number === undefined || rank === undefined) return undefined;
      if (numbers.length === 0) return first;
      put(0, number, rank);
      sink(0);
      return first;
    },
  };
}
