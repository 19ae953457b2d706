import { api } from '../generated/api.ts';
import { atLeast, type KubernetesVersion } from '../versions.ts';

/** What a value must be. */
export interface ValueShape {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly string[];
}

/** One entry of schemas/fields.json: a field of an API type, or what a list or a map holds. */
export interface ApiField extends ValueShape {
  readonly type?: string;
  /** The full name of its type, where that is one of the API's own. */
  readonly $ref?: string;
  readonly items?: ApiField;
  readonly additionalProperties?: ApiField;
  /** Of a list of objects: the field by which kubectl apply tells them apart. */
  readonly mergeKey?: string;
  readonly required?: boolean | { readonly in: readonly string[] };
  /** What the published API says that it is where it is left out. */
  readonly default?: string;
  /** The first version that has the field; absent where the oldest known version has it. */
  readonly since?: string;
  /** The last version that has it; absent where the newest does. */
  readonly until?: string;
}

export interface ApiType {
  readonly properties?: Readonly<Record<string, ApiField>>;
  /** Of a type without fields: what its values are. */
  readonly shape?: ValueShape;
}

const types: Readonly<Record<string, ApiType>> = api.types;

/** The names of the types at the root of a document. */
export const rootTypes = { Job: 'io.k8s.api.batch.v1.Job', CronJob: 'io.k8s.api.batch.v1.CronJob' } as const;

export const quantityType = 'io.k8s.apimachinery.pkg.api.resource.Quantity';
export const specTypes: ReadonlySet<string> = new Set(['io.k8s.api.batch.v1.JobSpec', 'io.k8s.api.batch.v1.CronJobSpec']);
export const podTemplateType = 'io.k8s.api.core.v1.PodTemplateSpec';
export const timeType = 'io.k8s.apimachinery.pkg.apis.meta.v1.Time';

/** The one type that takes any JSON object: what server-side apply keeps of who set which field. */
export const freeFormType = 'io.k8s.apimachinery.pkg.apis.meta.v1.FieldsV1';

/** The type of that full name; undefined for a name that the API does not have. */
export function apiType(name: string): ApiType | undefined {
  return types[name];
}

/** The field `name` of a type; undefined when no version has it. */
export function fieldOf({ properties }: ApiType, name: string): ApiField | undefined {
  return properties && Object.hasOwn(properties, name) ? properties[name] : undefined;
}

/** The fields of the object that stands in a field, in the API's order; undefined where no object with known fields does. */
export function fieldsOf({ $ref }: ApiField): Readonly<Record<string, ApiField>> | undefined {
  return $ref === undefined ? undefined : types[$ref]?.properties;
}

/** The short name of a field's type, `PodSpec`; undefined where it is none of the API's own. */
export function typeName({ $ref }: ApiField): string | undefined {
  return $ref === undefined ? undefined : shortName($ref);
}

export function shortName(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** What a scalar must be; undefined for objects, lists and maps. */
export function scalarShape(field: ApiField): ValueShape | undefined {
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

/** Whether a version of Kubernetes has the field. */
export function existsIn({ since, until }: ApiField, version: KubernetesVersion): boolean {
  return (!since || atLeast(version, since)) && (!until || version === until || !atLeast(version, until));
}
