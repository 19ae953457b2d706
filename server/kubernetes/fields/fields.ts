import { api, gates } from '../generated/api.ts';
import { atLeast, type KubernetesVersion } from '../versions.ts';

/** A field of an API type, or the type of a list's items or a map's values. */
export interface Property {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly items?: Property;
  readonly additionalProperties?: Property;
  /** The first version that has the field; absent where all known versions do. */
  readonly since?: string;
  /** The last version that has it. */
  readonly until?: string;
}

export interface ApiType {
  readonly properties?: Readonly<Record<string, Property>>;
  readonly shape?: { readonly type: string | readonly string[]; readonly format?: string };
}

const types: Readonly<Record<string, ApiType>> = api.types;

/** The names of the types at the root of a document. */
export const rootTypes = { Job: 'io.k8s.api.batch.v1.Job', CronJob: 'io.k8s.api.batch.v1.CronJob' } as const;

export const quantityType = 'io.k8s.apimachinery.pkg.api.resource.Quantity';
export const timeType = 'io.k8s.apimachinery.pkg.apis.meta.v1.Time';

/** The one type that takes any JSON object: what server-side apply keeps of who set which field. */
export const freeFormType = 'io.k8s.apimachinery.pkg.apis.meta.v1.FieldsV1';

/** The type of that full name; undefined for a name that the API does not have. */
export function apiType(name: string): ApiType | undefined {
  return types[name];
}

/** The field `name` of a type; undefined when no version has it. */
export function propertyOf(type: ApiType, name: string): Property | undefined {
  return type.properties && Object.hasOwn(type.properties, name) ? type.properties[name] : undefined;
}

export function existsIn(property: Property, version: KubernetesVersion): boolean {
  return (!property.since || atLeast(version, property.since)) && (!property.until || !newerThan(version, property.until));
}

function newerThan(version: KubernetesVersion, until: string): boolean {
  return atLeast(version, until) && version !== until;
}

interface Stage {
  readonly since: string;
  readonly stage: string;
  readonly default: boolean;
}

const stages: Readonly<Record<string, readonly Stage[]>> = gates.gates;

/** The gates of fields, by type and then by field: most types have none. */
const fieldGates = new Map<string, Map<string, readonly string[]>>();
for (const [place, names] of Object.entries<readonly string[]>(gates.fields)) {
  const dot = place.lastIndexOf('.');
  const type = place.slice(0, dot);
  const fields = fieldGates.get(type) ?? new Map();
  fieldGates.set(type, fields.set(place.slice(dot + 1), names));
}

/** The feature gate that a cluster would have to turn on for the field to be read; undefined when none is off. */
export function closedGate(type: string, field: string, version: KubernetesVersion): string | undefined {
  return fieldGates
    .get(type)
    ?.get(field)
    ?.find((gate) => stages[gate]?.findLast(({ since }) => atLeast(version, since))?.default === false);
}
