import type { FieldPath } from '../../../kubernetes/finding/field-path.ts';
import { bad, type Finding } from '../../../kubernetes/finding/finding.ts';

/** A path may go down and sideways, but no part of it may be `..`. */
export function withoutParent(value: string, path: FieldPath): Finding[] {
  return value.split('/').includes('..') ? [bad(path, 'Invalid', 'path-parent', { args: { value } })] : [];
}

/** A path below some directory: not absolute, no part of it `..`. */
export function descendingPath(value: string, path: FieldPath): Finding[] {
  const found = withoutParent(value, path);
  return value.startsWith('/') ? [bad(path, 'Invalid', 'path-absolute', { args: { value } }), ...found] : found;
}

/** A file that the kubelet writes into a volume: as `descendingPath`, and not beginning with `..`, which it keeps for itself. */
export function projectedPath(value: string, path: FieldPath): Finding[] {
  const found = descendingPath(value, path);
  const reserved = found.length === 0 && value.startsWith('..');
  return reserved ? [bad(path, 'Invalid', 'path-reserved', { args: { value } })] : found;
}
