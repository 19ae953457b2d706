import { isRecord } from '../../plain/record.ts';
import type { KubernetesVersion } from '../versions.ts';
import { type ApiField, existsIn, fieldsOf, isList, isMap, scalarShape } from './api-fields.ts';

/** Whether a value has the form of what a field takes: a scalar, a list or an object. Nothing fits everywhere. */
export function hasFormOf(value: unknown, field: ApiField): boolean {
  if (value === null || value === undefined) return true;
  if (Array.isArray(value)) return isList(field);
  return isRecord(value) ? !isList(field) && scalarShape(field) === undefined : scalarShape(field) !== undefined;
}

/** Whether a value has that form all the way down, and no field that its object does not have. Whether scalars are right is not asked. */
export function fits(value: unknown, field: ApiField, version: KubernetesVersion): boolean {
  if (!hasFormOf(value, field)) return false;
  if (Array.isArray(value)) return value.every((item) => !field.items || fits(item, field.items, version));
  if (!isRecord(value)) return true;
  const fields = fieldsOf(field);
  return Object.entries(value).every(([name, entry]) => {
    const inside = fields ? fieldNamed(fields, name, version) : field.additionalProperties;
    return inside ? fits(entry, inside, version) : isMap(field) && !field.additionalProperties;
  });
}

/** The field of that name, where the version has it. */
export function fieldNamed(fields: Readonly<Record<string, ApiField>>, name: string, version: KubernetesVersion): ApiField | undefined {
  const found = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return found && existsIn(found, version) ? found : undefined;
}
