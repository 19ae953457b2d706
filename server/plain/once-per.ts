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

/** What follows from a text alone: computed once for as long as it is among the texts that were asked for last, `most` of them. */
export function oncePerText<Value>(most: number, compute: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, { readonly value: Value }>();
  return (text) => {
    const found = known.get(text) ?? { value: compute(text) };
    known.delete(text);
    known.set(text, found);
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) known.delete(oldest);
    return found.value;
  };
}
