import type { NodePath } from '../../plain/node-path.ts';
import type { JobKind } from '../kinds.ts';
import { type ApiField, fieldsOf, rootTypes, typeName } from './api-fields.ts';

/** A place in a Job or CronJob that the API knows. */
export interface KnownPlace {
  /** What stands at the place. */
  readonly field: ApiField;
  /** The short name of the type that has the field (`JobSpec`), and the field's name; of a list item or map entry those of the list or map. */
  readonly owner: string;
  readonly name: string;
}

/** What the API has at a path from the root of a Job or CronJob; undefined where it has nothing. */
export function knownPlace(kind: JobKind, path: NodePath): KnownPlace | undefined {
  return path.reduce<KnownPlace | undefined>((place, segment) => place && placeIn(place, segment), rootPlace(kind));
}

export function rootPlace(kind: JobKind): KnownPlace {
  return { field: { $ref: rootTypes[kind] }, owner: kind, name: '' };
}

/** One step further: the place of a list's item, of an object's field or of a map's entry. */
export function placeIn(place: KnownPlace, segment: string | number): KnownPlace | undefined {
  const { field, owner, name } = place;
  if (typeof segment === 'number') return field.items && { field: field.items, owner, name };
  const fields = fieldsOf(field);
  if (!fields) return field.additionalProperties && { field: field.additionalProperties, owner, name };
  const found = Object.hasOwn(fields, segment) ? fields[segment] : undefined;
  return found && { field: found, owner: typeName(field) ?? owner, name: segment };
}
