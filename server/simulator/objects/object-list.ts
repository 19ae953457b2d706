/** Objects by ordinal. Those that are gone may be very many: they can be made when somebody asks for them. */
export interface ObjectList<T> extends Iterable<T> {
  readonly length: number;
  at(ordinal: number): T | undefined;
  push(object: T): void;
  /** Takes the place of another. */
  set(ordinal: number, object: T): void;
  /** Those from `from` on give way to `count` that `make` gives by ordinal. */
  extend(from: number, count: number, make: (ordinal: number) => T): void;
}

interface Stretch<T> {
  readonly from: number;
  readonly pushed: T[];
  /** How many are made behind the pushed ones. */
  made: number;
  make: (ordinal: number) => T | undefined;
  /** What stands in the place of those, by ordinal. */
  readonly instead: Map<number, T>;
}

export function createObjectList<T>(): ObjectList<T> {
  let last = newStretch<T>(0);
  const stretches = [last];
  const stretchOf = (ordinal: number) => stretches.findLast(({ from }) => from <= ordinal) ?? last;
  return {
    get length() {
      return last.from + last.pushed.length;
    },
    at(ordinal) {
      const { from, pushed, made, make, instead } = stretchOf(ordinal);
      if (ordinal < from + pushed.length) return pushed[ordinal - from];
      return ordinal < from + pushed.length + made ? (instead.get(ordinal) ?? make(ordinal)) : undefined;
    },
    push(object) {
      last.pushed.push(object);
    },
    set(ordinal, object) {
      const { from, pushed, instead } = stretchOf(ordinal);
      if (ordinal < from + pushed.length) pushed[ordinal - from] = object;
      else instead.set(ordinal, object);
    },
    extend(from, count, make) {
      while (last.from > from && stretches.length > 1) {
        stretches.pop();
        last = stretches.at(-1) ?? last;
      }
      const pushed = last.from + last.pushed.length;
      if (from < pushed) last.pushed.length = from - last.from;
      last.made = Math.max(0, Math.min(last.made, from - pushed));
      stretches.push({ ...newStretch<T>(from), made: count, make });
      last = newStretch(from + count);
      stretches.push(last);
    },
    *[Symbol.iterator]() {
      for (const { from, pushed, made, make, instead } of stretches) {
        yield* pushed;
        const begin = from + pushed.length;
        for (let ordinal = begin; ordinal < begin + made; ordinal++) {
          const object = instead.get(ordinal) ?? make(ordinal);
          if (object) yield object;
        }
      }
    },
  };
}

function newStretch<T>(from: number): Stretch<T> {
  return { from, pushed: [], made: 0, make: () => undefined, instead: new Map() };
}
