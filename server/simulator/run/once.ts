/** What `make` gives, made when it is asked for, and once; what it is made of is let go then. */
export function once<Value>(make: () => Value): () => Value {
  let read = () => {
    const value = make();
    read = () => value;
    return value;
  };
  return () => read();
}
