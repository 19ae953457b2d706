import type { ObjectInText } from '../../application/analysis.ts';

/** What follows from an object alone; found once for as long as its document stays as it is. */
export function perObject<T>(compute: (object: ObjectInText) => T): (object: ObjectInText) => T {
  const known = new WeakMap<ObjectInText['judged'], { readonly value: T }>();
  return (object) => {
    let found = known.get(object.judged);
    if (!found) {
      found = { value: compute(object) };
      known.set(object.judged, found);
    }
    return found.value;
  };
}
