import { type FieldPath, field, item, shownAs } from '../../../kubernetes/finding/field-path.ts';
import { bad, type Finding, misplaced, missing } from '../../../kubernetes/finding/finding.ts';
import { type NameCheck, nameFindings } from '../../../kubernetes/names/name-problems.ts';
import type { CodeGiven, PlainCode } from '../../../messages/en/index.ts';

/** Required unless there is a text that is not empty. */
export function required(value: string | undefined, path: FieldPath): Finding[] {
  if (value) return [];
  const args = { field: fieldName(path) };
  return [value === undefined ? missing(path, 'field-required', { args }) : bad(path, 'Required', 'field-required', { args })];
}

/** Required unless the list has an item. */
export function requiredList(list: readonly unknown[] | undefined, path: FieldPath): Finding[] {
  return list?.length ? [] : required(list && '', path);
}

/** Required, with a text of its own: at the list if it is there, though empty or of the wrong length. */
export function wantedValues(
  values: readonly unknown[] | undefined,
  path: FieldPath,
  code: CodeGiven<{ operator: string }>,
  operator: string,
): Finding {
  const details = { args: { operator } };
  return values ? bad(path, 'Required', code, details) : missing(path, code, details);
}

/** Required unless there is a text; then it must be a name of the kind that `check` knows. */
export function requiredName(value: string | undefined, path: FieldPath, check: NameCheck): Finding[] {
  return value ? nameFindings(path, check(value)) : required(value, path);
}

/** An absent or empty text is fine; another must be a name of the kind that `check` knows. */
export function optionalName(value: string | undefined, path: FieldPath, check: NameCheck): Finding[] {
  return value ? nameFindings(path, check(value)) : [];
}

/** NotSupported unless absent or one of `values`; an empty text is a value like any other. */
export function supported(value: string | undefined, path: FieldPath, values: readonly string[]): Finding[] {
  return value === undefined || values.includes(value) ? [] : [notSupported(value, path, values)];
}

/** Required if absent or empty, NotSupported unless one of `values`. */
export function requiredChoice(value: string | undefined, path: FieldPath, values: readonly string[]): Finding[] {
  return value ? supported(value, path, values) : required(value, path);
}

/** NotSupported unless one of `values`; so is an absent one, where the server has no word of its own for it. */
export function strictChoice(value: string | undefined, path: FieldPath, values: readonly string[]): Finding[] {
  return values.includes(value ?? '') ? [] : [notSupported(value ?? '', path, values)];
}

function notSupported(value: string, path: FieldPath, values: readonly string[]): Finding {
  return bad(path, 'NotSupported', 'value-not-supported', { args: { field: fieldName(path), value, supported: values } });
}

/** Invalid if there is a number and it is not from `min` to `max`, both included. */
export function inRange(value: number | undefined, path: FieldPath, min: number, max: number): Finding[] {
  if (value === undefined || (value >= min && value <= max)) return [];
  return [bad(path, 'Invalid', 'number-range', { args: { field: fieldName(path), value, min, max } })];
}

export function inPortRange(value: number, path: FieldPath): Finding[] {
  return inRange(value, path, 1, 65_535);
}

/** User and group numbers, as Linux has them. */
export function inIdRange(value: number | undefined, path: FieldPath): Finding[] {
  return inRange(value, path, 0, 2_147_483_647);
}

/** Permission bits of a file. */
export function inModeRange(value: number | undefined, path: FieldPath): Finding[] {
  if (value === undefined || (value >= 0 && value <= 0o777)) return [];
  return [bad(path, 'Invalid', 'file-mode', { args: { value } })];
}

/** Forbidden: a field that may not stand where it does. */
export function forbidden(path: FieldPath, code: CodeGiven<{ field: string }> | PlainCode): Finding {
  return misplaced(path, 'Forbidden', code, { args: { field: fieldName(path) } });
}

/** The findings of every item under its path. */
export function each<Item>(
  items: readonly Item[] | undefined,
  path: FieldPath,
  rule: (value: Item, at: FieldPath, index: number) => Finding[],
): Finding[] {
  return (items ?? []).flatMap((value, index) => rule(value, item(path, index), index));
}

/**
 * The items that the server keeps, each with its path: the server counts them anew after it dropped the others, the
 * document does not.
 */
export function keptItems<Item>(
  items: readonly Item[] | undefined,
  path: FieldPath,
  keep: (value: Item) => boolean,
): readonly { value: Item; path: FieldPath }[] {
  return (items ?? [])
    .map((value, index) => ({ value, node: item(path, index) }))
    .filter(({ value }) => keep(value))
    .map(({ value, node }, index) => ({ value, path: shownAs(item(path, index), node) }));
}

/** A field whose name in the server's errors is not that of the API. */
export function renamed(parent: FieldPath, serverName: string, name: string): FieldPath {
  return shownAs(field(parent, serverName), field(parent, name));
}

/** The name of the field that the path ends in; of a list's item or a map's value, that of the list or map. */
export function fieldName(path: FieldPath): string {
  let at: FieldPath = path.node ?? path;
  while (typeof at.segment === 'number' && at.parent) at = at.parent;
  return String(at.segment);
}
