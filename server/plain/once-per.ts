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

/** What follows from a text alone, as what is given `besides` does: computed once while it is among the `most` asked for last. */
export function oncePerText<Value, Besides extends readonly unknown[]>(
  most: number,
  compute: (text: string, ...besides: Besides) => Value,
): (text: string, ...besides: Besides) => Value {
  const known = new Map<string, readonly [own: string, value: Value]>();
  return (text, ...besides) => {
    // A copy: a piece of a text holds on to all of it.
    const [own, value] = known.get(text) ?? [structuredClone(text), compute(text, ...besides)];
    known.delete(own);
    known.set(own, [own, value]);
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) known.delete(oldest);
    return value;
  };
}
