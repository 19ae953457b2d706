/** Numbers of which the lowest comes out first. */
export interface Heap {
  push(number: number): void;
  pop(): number | undefined;
}

export function createHeap(): Heap {
  const numbers: number[] = [];
  const at = (place: number) => numbers[place] ?? Infinity;
  const swap = (a: number, b: number) => {
    [numbers[a], numbers[b]] = [at(b), at(a)];
  };
  function rise(place: number): void {
    const above = (place - 1) >> 1;
    if (place === 0 || at(above) <= at(place)) return;
    swap(place, above);
    rise(above);
  }
  function sink(place: number): void {
    const [left, right] = [2 * place + 1, 2 * place + 2];
    const lower = at(right) < at(left) ? right : left;
    if (at(lower) >= at(place)) return;
    swap(lower, place);
    sink(lower);
  }
  return {
    push(number) {
      numbers.push(number);
      rise(numbers.length - 1);
    },
    pop() {
      const [first] = numbers;
      const last = numbers.pop();
      if (last === undefined || numbers.length === 0) return first;
      numbers[0] = last;
      sink(0);
      return first;
    },
  };
}
