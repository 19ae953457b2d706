import type { NodePath } from '../../plain/node-path.ts';
import { api } from '../generated/api.ts';

/** One entry of schemas/fields.json: a field of the API, or what a list or map holds. */
export interface ApiField {
  readonly type?: string | readonly string[];
  readonly $ref?: string;
  readonly items?: ApiField;
  readonly additionalProperties?: ApiField;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly required?: boolean | { readonly in: readonly string[] };
  readonly since?: string;
  readonly until?: string;
  readonly default?: string;
}

interface ApiType {
  readonly properties?: Readonly<Record<string, ApiField>>;
  readonly shape?: ApiField;
}

export type Kind = 'Job' | 'CronJob';

/** A place in a Job or CronJob that the API knows. */
export interface KnownPlace {
  /** What stands at the place. */
  readonly field: ApiField;
  /** The short name of the type that has the field (`JobSpec`), and the field's name; of a list item or map entry those of the list or map. */
  readonly owner: string;
  readonly name: string;
}

const types: Readonly<Record<string, ApiType>> = api.types;
const roots: Readonly<Record<Kind, string>> = { Job: 'io.k8s.api.batch.v1.Job', CronJob: 'io.k8s.api.batch.v1.CronJob' };

/** What the API has at a path from the root of a Job or CronJob; undefined where it has nothing. */
export function knownPlace(kind: Kind, path: NodePath): KnownPlace | undefined {
  let place: KnownPlace = { field: { $ref: roots[kind] }, owner: kind, name: '' };
  for (const segment of path) {
    const next = typeof segment === 'number' ? itemOf(place) : entryOf(place, segment);
    if (!next) return undefined;
    place = next;
  }
  return place;
}

/** The fields of the object that stands at a place, in the API's order; undefined where no object with known fields stands. */
export function fieldsOf(field: ApiField): Readonly<Record<string, ApiField>> | undefined {
  return field.$ref === undefined ? undefined : types[field.$ref]?.properties;
}

export function typeName(field: ApiField): string | undefined {
  return field.$ref === undefined ? undefined : shortName(field.$ref);
}

/** What a scalar must be; undefined for objects, lists and maps. */
export function scalarShape(field: ApiField): ApiField | undefined {
  const shape = field.$ref === undefined ? field : types[field.$ref]?.shape;
  return shape && !['object', 'array'].includes(String(shape.type)) ? shape : undefined;
}

export function isList(field: ApiField): boolean {
  return field.type === 'array';
}

/** Free keys, such as labels. */
export function isMap(field: ApiField): boolean {
  return field.$ref === undefined ? field.type === 'object' : types[field.$ref]?.shape?.type === 'object';
}

function itemOf({ field, owner, name }: KnownPlace): KnownPlace | undefined {
  return field.items ? { field: field.items, owner, name } : undefined;
}

function entryOf({ field, owner, name }: KnownPlace, key: string): KnownPlace | undefined {
  const properties = fieldsOf(field);
  if (properties) {
    const found = Object.hasOwn(properties, key) ? properties[key] : undefined;
    return found ? { field: found, owner: typeName(field) ?? owner, name: key } : undefined;
  }
  return field.additionalProperties ? { field: field.additionalProperties, owner, name } : undefined;
}

export function shortName(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
