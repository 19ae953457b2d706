import { type ApiField, fieldsOf, type KnownPlace, knownPlace, typeName } from '../../kubernetes/fields/places.ts';
import type { NodePath } from '../../plain/node-path.ts';
import { valueAt } from '../../plain/node-path.ts';
import { perObject } from './per-object.ts';
import { kindOf } from './place-at.ts';

/** A scalar of an object that the API knows. */
export interface KnownScalar {
  readonly place: KnownPlace;
  /** From the root of the document. */
  readonly path: NodePath;
  readonly value: string | number | boolean | bigint;
}

/** Every scalar of an object in a field that the API has, in the order of the text. */
export const knownScalars = perObject((object): readonly KnownScalar[] => {
  const { source, judged } = object;
  const root = knownPlace(kindOf(object), []);
  const found: KnownScalar[] = [];
  if (root) walk(valueAt(source.document.body.value, judged.at), root, judged.at);
  return found;

  function walk(value: unknown, place: KnownPlace, path: NodePath): void {
    if (Array.isArray(value)) {
      const items = place.field.items;
      if (items) for (const [index, item] of value.entries()) walk(item, { ...place, field: items }, [...path, index]);
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, entry] of Object.entries(value)) {
        const next = entryOf(place, name);
        if (next) walk(entry, next, [...path, name]);
      }
    } else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') {
      found.push({ place, path, value });
    }
  }
});

function entryOf({ field, owner, name }: KnownPlace, key: string): KnownPlace | undefined {
  const fields: Readonly<Record<string, ApiField>> | undefined = fieldsOf(field);
  const child = fields ? (Object.hasOwn(fields, key) ? fields[key] : undefined) : field.additionalProperties;
  if (!child) return undefined;
  return fields ? { field: child, owner: typeName(field) ?? owner, name: key } : { field: child, owner, name };
}
