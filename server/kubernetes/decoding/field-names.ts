import { type ApiField, fieldsOf } from '../fields/api-fields.ts';
import { rootPlace } from '../fields/places.ts';
import type { JobKind } from '../kinds.ts';
import { remembered } from '../values/remembered.ts';

/** The names of the fields of everything inside an object of that kind. */
export const fieldNames = remembered((kind: JobKind): ReadonlySet<string> => {
  const types = new Set<string>();
  const namesOf = (field: ApiField): readonly string[] => {
    const fields = Object.entries(fieldsOf(field) ?? {});
    return fields.flatMap(([name, child]) => [name, ...namesInside(child.items ?? child)]);
  };
  const namesInside = (field: ApiField): readonly string[] => {
    if (field.$ref === undefined || types.has(field.$ref)) return [];
    types.add(field.$ref);
    return namesOf(field);
  };
  return new Set(namesOf(rootPlace(kind).field));
});
