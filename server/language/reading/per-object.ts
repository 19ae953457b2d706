import type { ObjectInText } from '../../application/analysis.ts';
import { oncePer } from '../../plain/once-per.ts';

/** What follows from an object alone; found once for as long as its document stays as it is. */
export function perObject<T>(compute: (object: ObjectInText) => T): (object: ObjectInText) => T {
  return oncePer(({ judged }) => judged, compute);
}

/** What follows from an object and the line on which its document begins; found once while both stay as they are. */
export function perObjectAndLine<T>(compute: (object: ObjectInText) => T): (object: ObjectInText) => T {
  const latest = perObject((): { at?: { readonly line: number; readonly value: T } } => ({}));
  return (object) => {
    const kept = latest(object);
    const { line } = object.source.text.positionAt(object.source.document.start);
    const at = kept.at?.line === line ? kept.at : { line, value: compute(object) };
    kept.at = at;
    return at.value;
  };
}
