/** What follows from a key alone: computed once, and kept for as long as somebody holds the key. */
export function oncePer<Subject, Value>(
  keyOf: (subject: Subject) => object,
  compute: (subject: Subject) => Value,
): (subject: Subject) => Value {
  const known = new WeakMap<object, { readonly value: Value }>();
  return (subject) => {
    const key = keyOf(subject);
    const found = known.get(key);
    if (found) return found.value;
    const value = compute(subject);
    known.set(key, { value });
    return value;
  };
}

/**
 * As `oncePer`, of very many keys that live but shortly: it is kept in the key itself, in a field that nobody else sees. What a WeakMap
 * keeps V8 holds until it sweeps the old part of its heap, and with it the key where it leads there. For functions that live as long
 * as the program.
 */
export function onceIn<Subject, Value>(
  keyOf: (subject: Subject) => object,
  compute: (subject: Subject) => Value,
): (subject: Subject) => Value {
  class Kept extends Itself {
    readonly #value: Value;

    constructor(key: object, value: Value) {
      super(key);
      this.#value = value;
    }

    static in(key: object): { readonly value: Value } | undefined {
      return #value in key ? { value: key.#value } : undefined;
    }
  }
  return (subject) => {
    const key = keyOf(subject);
    const found = Kept.in(key);
    if (found) return found.value;
    const value = compute(subject);
    new Kept(key, value);
    return value;
  };
}

/** Makes nothing new, so that the fields of a class that extends it are put into what is given. */
class Itself {
  constructor(key: object) {
    // biome-ignore lint/correctness/noConstructorReturn: what it is for
    return key;
  }
}

/** What follows from a text alone, as what is given `besides` does: computed once while it is among the `most` asked for last. */
export function oncePerText<Value, Besides extends readonly unknown[]>(
  most: number,
  compute: (text: string, ...besides: Besides) => Value,
): (text: string, ...besides: Besides) => Value {
  const known = new Map<string, readonly [own: string, value: Value]>();
  let newest: readonly [own: string, value: Value] | undefined;
  return (text, ...besides) => {
    if (newest?.[0] === text) return newest[1];
    // A copy: a piece of a text holds on to all of it.
    newest = known.get(text) ?? [structuredClone(text), compute(text, ...besides)];
    const [own, value] = newest;
    known.delete(own);
    known.set(own, newest);
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) known.delete(oldest);
    return value;
  };
}
