import { type FieldPath, nodePath } from '../../kubernetes/finding/field-path.ts';
import { bad, type Finding, type Place } from '../../kubernetes/finding/finding.ts';
import { byteLength } from '../../kubernetes/names/byte-length.ts';
import { annotationKeyProblems, labelValueProblems, nameFindings, qualifiedNameProblems } from '../../kubernetes/names/name-problems.ts';

type StringMap = Readonly<Record<string, string>>;

const annotationBytes = 256 * 1024;

/** Label keys and values; the server names the map, the finding shows at the one key or value. */
export function validateLabels(labels: StringMap | undefined, path: FieldPath): Finding[] {
  return Object.entries(labels ?? {}).flatMap(([key, value]) => [
    ...nameFindings(path, qualifiedNameProblems(key), placeIn(path, key, 'key')),
    ...nameFindings(path, labelValueProblems(value), placeIn(path, key, 'value')),
  ]);
}

/** Annotation keys, and the bytes of all annotations together. */
export function validateAnnotations(annotations: StringMap | undefined, path: FieldPath): Finding[] {
  const entries = Object.entries(annotations ?? {});
  const found = entries.flatMap(([key]) => nameFindings(path, annotationKeyProblems(key), placeIn(path, key, 'key')));
  const length = entries.reduce((sum, [key, value]) => sum + byteLength(key) + byteLength(value), 0);
  if (length <= annotationBytes) return found;
  const at: Place = { path: nodePath(path), part: 'key' };
  return [...found, bad(path, 'TooLong', 'annotations-too-long', { args: { length, limit: annotationBytes }, at })];
}

function placeIn(path: FieldPath, key: string, part: Place['part']): Place {
  return { path: [...nodePath(path), key], part };
}
