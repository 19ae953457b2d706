import type { NodePath } from '../../plain/node-path.ts';
import { isRecord } from '../../plain/record.ts';
import {
  type ApiField,
  type ApiType,
  apiType,
  existsIn,
  fieldOf,
  freeFormType,
  quantityType,
  rootTypes,
  timeType,
} from '../fields/api-fields.ts';
import { closedGate } from '../fields/gates.ts';
import { type FieldPath, field, item, key, nodePath, root } from '../finding/field-path.ts';
import { bad, type Finding, misplaced } from '../finding/finding.ts';
import { cronJob, job, type ShapeError } from '../generated/decoder.js';
import type { CronJob, Job } from '../generated/types.ts';
import type { JobKind } from '../kinds.ts';
import { nearestNames } from '../names/nearest-name.ts';
import { parseQuantity } from '../values/quantity.ts';
import { isTime } from '../values/time.ts';
import { atLeast, type KubernetesVersion } from '../versions.ts';

export interface Decoded<T> {
  /** The object without what is null, unknown or mistyped; a mistyped list item is its zero value. */
  readonly object: T;
  readonly findings: readonly Finding[];
  /** What was taken out of the object because it was unknown or mistyped. */
  readonly pruned: readonly Pruned[];
  /** Notes about fields that the version has but leaves unread, unless a feature gate is turned on. */
  readonly gated: readonly Finding[];
}

export interface Pruned {
  readonly path: NodePath;
  /** Of an unknown field: the names that may have been meant. */
  readonly nearest: readonly string[];
}

/** Reads a value as the API server decodes it, strictly, and reports everything that does not fit. */
export function decode(kind: 'Job', value: unknown, version: KubernetesVersion): Decoded<Job>;
export function decode(kind: 'CronJob', value: unknown, version: KubernetesVersion): Decoded<CronJob>;
export function decode(kind: JobKind, value: unknown, version: KubernetesVersion): Decoded<Job | CronJob> {
  const check = kind === 'Job' ? job : cronJob;
  const mistyped = check(value) ? undefined : mistypedPlaces(check.errors ?? []);
  const findings: Finding[] = [];
  const pruned: Pruned[] = [];
  const gated = new Map<string, Finding>();
  const object = read(value, { $ref: rootTypes[kind] }, root, '');
  return { object: isRecord(object) ? object : {}, findings, pruned, gated: [...gated.values()] };

  function read(value: unknown, property: ApiField, path: FieldPath | undefined, pointer: string): unknown {
    if (mistyped?.has(pointer) || isUnreadable(value, property)) {
      pruned.push({ path: nodePath(path), nearest: [] });
      findings.push(wrongType(value, property, path));
      return undefined;
    }
    if (typeof value === 'bigint') return property.$ref === quantityType ? String(value) : Number(value);
    if (Array.isArray(value)) return readItems(value, property, path, pointer);
    if (!isRecord(value)) return value;
    const type = property.$ref && property.$ref !== freeFormType ? apiType(property.$ref) : undefined;
    if (type) return readFields(value, { type, name: property.$ref ?? '' }, path, pointer);
    return property.additionalProperties ? readEntries(value, property.additionalProperties, path, pointer) : value;
  }

  function readFields(value: Fields, { type, name }: NamedType, path: FieldPath | undefined, pointer: string) {
    const object: Record<string, unknown> = {};
    for (const key of Object.keys(value)) {
      const property = fieldOf(type, key);
      const at = field(path, key);
      if (!property || !existsIn(property, version)) {
        const nearest = property ? [] : nearestNames(key, fieldNames(type, version));
        pruned.push({ path: nodePath(at), nearest });
        findings.push(unknownField(at, key, property, nearest, version));
        continue;
      }
      if (value[key] === null) continue;
      const gate = closedGate(name, key, version);
      if (gate && !gated.has(`${name}.${key}`)) gated.set(`${name}.${key}`, gatedField(at, key, gate, version));
      const entry = read(value[key], property, at, mistyped ? `${pointer}/${escaped(key)}` : '');
      if (entry !== undefined) object[key] = entry;
    }
    return object;
  }

  function readEntries(value: Fields, property: ApiField, path: FieldPath | undefined, pointer: string) {
    const object: Record<string, unknown> = {};
    for (const name of Object.keys(value)) {
      const entry = value[name];
      const at = path ? key(path, name) : field(path, name);
      const decoded = entry === null ? zeroOf(property) : read(entry, property, at, mistyped ? `${pointer}/${escaped(name)}` : '');
      if (decoded === undefined) continue;
      if (name === '__proto__') Object.defineProperty(object, name, { value: decoded, enumerable: true });
      else object[name] = decoded;
    }
    return object;
  }

  function readItems(value: readonly unknown[], property: ApiField, path: FieldPath | undefined, pointer: string) {
    const items = property.items;
    if (!items || !path) return value;
    return value.map((entry, index) =>
      entry === null ? zeroOf(items) : (read(entry, items, item(path, index), mistyped ? `${pointer}/${index}` : '') ?? zeroOf(items)),
    );
  }
}

type Fields = Readonly<Record<string, unknown>>;

interface NamedType {
  readonly name: string;
  readonly type: ApiType;
}

function mistypedPlaces(errors: readonly ShapeError[]): ReadonlySet<string> {
  return new Set(errors.flatMap(({ keyword, instancePath }) => (keyword === 'additionalProperties' ? [] : [instancePath])));
}

function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

function fieldNames(type: ApiType, version: KubernetesVersion): readonly string[] {
  return Object.entries(type.properties ?? {}).flatMap(([name, property]) => (existsIn(property, version) ? [name] : []));
}

function unknownField(
  path: FieldPath,
  name: string,
  property: ApiField | undefined,
  nearest: readonly string[],
  version: KubernetesVersion,
): Finding {
  if (property) {
    const { since, until } = property;
    const args = { field: name, version, since: since ?? '', until: until ?? '' };
    return misplaced(path, 'UnknownField', since && !atLeast(version, since) ? 'field-too-new' : 'field-gone', { args });
  }
  return misplaced(path, 'UnknownField', 'unknown-field', { args: { field: name, nearest } });
}

function gatedField(path: FieldPath, name: string, gate: string, version: KubernetesVersion): Finding {
  return { ...misplaced(path, 'Advice', 'gated-field', { args: { field: name, gate, version } }), severity: 'info' };
}

function wrongType(value: unknown, property: ApiField, path: FieldPath | undefined): Finding {
  const type = expectedType(property);
  const scalar = typeof value !== 'object';
  const args = { expected: type, got: typeName(value), value: scalar ? String(value) : '' };
  // The server names no field here, as its decoder gives up inside the value.
  const unreadable = type === 'quantity' || (type === 'time' && typeof value === 'string');
  if (unreadable) return { ...bad(path, 'Unreadable', scalar ? `unreadable-${type}` : 'wrong-type', { args }), path: '' };
  return bad(path, 'WrongType', 'wrong-type', { args });
}

function expectedType(property: ApiField): string {
  const shape = property.$ref ? apiType(property.$ref)?.shape : undefined;
  if (shape?.format === 'date-time') return 'time';
  if (shape) return shape.format ?? 'object';
  return property.$ref ? 'object' : (property.format ?? property.type ?? 'object');
}

function typeName(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return typeof value === 'bigint' ? 'number' : typeof value;
}

/** Whether text of the right type says no time or quantity. */
function isUnreadable(value: unknown, { $ref }: ApiField): boolean {
  if (typeof value !== 'string' || $ref === undefined) return false;
  // A quantity is read from the text as JSON writes it, so one with a line break has a backslash in it.
  if ($ref === quantityType) return /[^ -~]/.test(value) || parseQuantity(value) === undefined;
  return $ref === timeType && !isTime(value);
}

/** What Go makes of null in a list or a map. */
function zeroOf(property: ApiField): unknown {
  switch (expectedType(property)) {
    case 'string':
      return '';
    case 'int32':
    case 'int64':
    case 'int-or-string':
    case 'quantity':
      return 0;
    case 'boolean':
      return false;
    case 'array':
      return [];
    default:
      return {};
  }
}
