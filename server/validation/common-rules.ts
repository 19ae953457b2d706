import { type FieldPath, field, nodePath } from '../kubernetes/finding/field-path.ts';
import { bad, type Finding, type Related } from '../kubernetes/finding/finding.ts';
import { byteLength } from '../kubernetes/names/byte-length.ts';
import type { CodeGiven } from '../messages/en/index.ts';
import type { Choice } from '../messages/en/job.ts';

/** Invalid unless the number is absent or at least 0. */
export function nonNegative(value: number | undefined, path: FieldPath): Finding[] {
  return value !== undefined && value < 0 ? [bad(path, 'Invalid', 'number-negative', { args: { value } })] : [];
}

/** TooLong where the text has more bytes of UTF-8. */
export function atMostBytes(value: string, limit: number, path: FieldPath): Finding[] {
  const length = byteLength(value);
  return length > limit ? [bad(path, 'TooLong', 'name-length', { args: { value, length, limit } })] : [];
}

/** NotSupported unless the value is absent or one of `supported`. */
export function oneOf(value: string | undefined, supported: readonly string[], path: FieldPath, code: CodeGiven<Choice>): Finding[] {
  if (value === undefined || supported.includes(value)) return [];
  return [bad(path, 'NotSupported', code, { args: { value, supported } })];
}

/** Points at a field of `path` that is the other half of a conflict. */
export function relatedField(path: FieldPath, name: string): Related {
  return { at: { path: nodePath(field(path, name)), part: 'key' }, code: 'related-field', args: { field: name } };
}
