/** What follows from a key alone: computed once, and kept for as long as somebody holds the key. */
export function oncePer<Subject, Value>(
  keyOf: (subject: Subject) => object,
  compute: (subject: Subject) => Value,
): (subject: Subject) => Value {
  const known = new WeakMap<object, { readonly value: Value }>();
  return (subject) => {
    const key = keyOf(subject);
    const found = known.get(key) ?? { value: compute(subject) };
    known.set(key, found);
    return found.value;
  };
}
