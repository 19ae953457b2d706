import type { NodePath } from '../../plain/node-path.ts';
import { onceIn, oncePerText } from '../../plain/once-per.ts';
import { isRecord } from '../../plain/record.ts';
import {
  type ApiField,
  type ApiType,
  apiType,
  existsIn,
  fieldOf,
  freeFormType,
  podTemplateType,
  quantityType,
  rootTypes,
  specTypes,
} from '../fields/api-fields.ts';
import { closedGate } from '../fields/gates.ts';
import { type FieldPath, field, item, key, nodePath, root } from '../finding/field-path.ts';
import { bad, type Finding, misplaced, mostFindings } from '../finding/finding.ts';
import { cronJob, job } from '../generated/decoder.js';
import type { CronJob, Job } from '../generated/types.ts';
import type { JobKind, ObjectOfKind } from '../kinds.ts';
import { nearestNames } from '../names/nearest-name.ts';
import { oncePerVersion } from '../once-per-version.ts';
import { atLeast, type KubernetesVersion } from '../versions.ts';
import { expectedType, isUnreadable, zeroOf } from './expected-type.ts';
import { type Misfits, misfitsOf } from './misfits.ts';

export interface Decoded<T> {
  /** The object without what is null, unknown or mistyped; a mistyped list item is its zero value. */
  readonly object: T;
  /** Behind more than `mostFindings` nobody looks for others. */
  readonly findings: readonly Finding[];
  /** What was taken out of the object because it was unknown or mistyped; as far as it is told. */
  readonly pruned: readonly Pruned[];
  /** Notes about fields that the version has but leaves unread, unless a feature gate is turned on. */
  readonly gated: readonly Finding[];
}

/** The same with the kind, which tells the object's type. */
export type DecodedAs = ObjectOfKind & Decoded<Job | CronJob>;

export interface Pruned {
  readonly path: NodePath;
  /** Of an unknown field: the names that may have been meant, but for those that stand beside it. */
  readonly nearest: readonly string[];
}

/** Reads a value as the API server decodes it, strictly, and reports everything that does not fit. */
export function decode(kind: 'Job', value: unknown, version: KubernetesVersion): Decoded<Job>;
export function decode(kind: 'CronJob', value: unknown, version: KubernetesVersion): Decoded<CronJob>;
export function decode(kind: JobKind, value: unknown, version: KubernetesVersion): Decoded<Job | CronJob> {
  const check = kind === 'Job' ? job : cronJob;
  const misfits = check(value) ? undefined : misfitsOf(check.errors ?? []);
  // Of thousands of wrong values they take more memory than the object, and the function would keep them.
  check.errors = null;
  const notes = notesOf(version);
  const object = read({ property: { $ref: rootTypes[kind] }, path: root, misfits }, value, notes);
  return { object: isRecord(object) ? object : {}, findings: notes.findings, pruned: notes.pruned, gated: [...notes.gated.values()] };
}

/** As `decode`, for either kind. */
export function decodeAs(kind: JobKind, value: unknown, version: KubernetesVersion): DecodedAs {
  return kind === 'Job' ? { kind, ...decode(kind, value, version) } : { kind, ...decode(kind, value, version) };
}

/** What is said of a value while it is read. */
interface Notes {
  readonly version: KubernetesVersion;
  readonly findings: Finding[];
  readonly pruned: Pruned[];
  /** By type and field: one note is enough. */
  readonly gated: Map<string, Finding>;
}

function notesOf(version: KubernetesVersion): Notes {
  return { version, findings: [], pruned: [], gated: new Map() };
}

/** Where a value stands: what it must be there, and what has the wrong type in it, if anything has. */
interface Spot {
  readonly property: ApiField;
  readonly path: FieldPath | undefined;
  readonly misfits: Misfits | undefined;
}

type Fields = Readonly<Record<string, unknown>>;

/** Undefined for what has the wrong type. */
function read(spot: Spot, value: unknown, notes: Notes): unknown {
  const { property } = spot;
  if (spot.misfits?.itself || isUnreadable(value, property)) {
    if (isFull(notes)) return undefined;
    notes.pruned.push({ path: nodePath(spot.path), nearest: [] });
    notes.findings.push(wrongType(value, property, spot.path));
    return undefined;
  }
  if (typeof value === 'bigint') return property.$ref === quantityType ? String(value) : Number(value);
  if (Array.isArray(value)) return readItems(spot, value, notes);
  if (!isRecord(value)) return value;
  const type = property.$ref === undefined || property.$ref === freeFormType ? undefined : apiType(property.$ref);
  if (type && property.$ref === podTemplateType) return readTemplate(spot, type, value, notes);
  if (type && specTypes.has(property.$ref ?? '') && !spot.misfits) return readSpec(spot, type, value, notes);
  if (type) return readFields(spot, type, value, notes);
  return property.additionalProperties ? readEntries(spot, property.additionalProperties, value, notes) : value;
}

/**
 * Templates that say the same are one object where there is nothing to say of them, in any version: many Jobs of a repository share
 * theirs, and what is found out about one holds for all.
 */
function readTemplate(spot: Spot, type: ApiType, value: Fields, notes: Notes): Fields {
  const text = spot.misfits ? undefined : textOf(value);
  if (text === undefined || text.length > longestShared) return readFields(spot, type, value, notes);
  const known = sharedTemplate(text);
  if (known.object && known.silentIn.has(notes.version)) return known.object;
  const { object, isSilent } = readApart(spot, type, value, notes);
  // A copy: a piece of a text holds on to all of it, and what is kept here outlives the file.
  return isSilent ? kept(known.object ?? structuredClone(object), known, notes) : object;
}

/** A spec that several documents share (`manifest/known-end.ts`), or one document in several versions, is one object likewise. */
function readSpec(spot: Spot, type: ApiType, value: Fields, notes: Notes): Fields {
  const known = sharedSpec(value).get(spot.property.$ref ?? '') ?? { silentIn: new Set() };
  if (known.object && known.silentIn.has(notes.version)) return known.object;
  const { object, isSilent } = readApart(spot, type, value, notes);
  return isSilent ? kept(known.object ?? object, known, notes) : object;
}

/** What a value is decoded to where there is nothing to say of it, and the versions in which that is so. */
interface Shared {
  object?: Fields;
  readonly silentIn: Set<KubernetesVersion>;
}

function kept(object: Fields, known: Shared, { version }: Notes): Fields {
  known.object = object;
  known.silentIn.add(version);
  return object;
}

/** Reads fields and says whether there was nothing to say of them. */
function readApart(spot: Spot, type: ApiType, value: Fields, notes: Notes): { readonly object: Fields; readonly isSilent: boolean } {
  const own = notesOf(notes.version);
  const object = readFields(spot, type, value, own);
  if (own.findings.length + own.pruned.length + own.gated.size === 0) return { object, isSilent: true };
  notes.findings.push(...own.findings);
  notes.pruned.push(...own.pruned);
  for (const [field, note] of own.gated) if (!notes.gated.has(field)) notes.gated.set(field, note);
  return { object, isSilent: false };
}

/** In characters of JSON: few are longer, and the last hundred are kept. */
const longestShared = 16_384;
const sharedTemplate = oncePerText(100, (): Shared => ({ silentIn: new Set() }));
/** Of what is written as a spec, for each type that it may be read as: a Job's spec may be meant for that of a CronJob. */
const sharedSpec = onceIn(
  (value: Fields) => value,
  () => new Map([...specTypes].map((type): [string, Shared] => [type, { silentIn: new Set() }])),
);

/** Undefined of a value with integers that are larger than a number holds. */
function textOf(value: Fields): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}

function readFields({ property, path, misfits }: Spot, type: ApiType, value: Fields, notes: Notes): Fields {
  const object: Record<string, unknown> = {};
  for (const name of Object.keys(value)) {
    const at = field(path, name);
    const known = knownField(type, { name, beside: value }, at, notes);
    if (!known || value[name] === null) continue;
    noteGate(property.$ref ?? '', name, at, notes);
    const entry = read({ property: known, path: at, misfits: misfits?.inside.get(name) }, value[name], notes);
    if (entry !== undefined) object[name] = entry;
  }
  return object;
}

function readEntries({ path, misfits }: Spot, property: ApiField, value: Fields, notes: Notes): Fields {
  const object: Record<string, unknown> = {};
  for (const name of Object.keys(value)) {
    const at = path ? key(path, name) : field(path, name);
    const entry =
      value[name] === null ? zeroOf(property) : read({ property, path: at, misfits: misfits?.inside.get(name) }, value[name], notes);
    if (entry === undefined) continue;
    if (name === '__proto__') Object.defineProperty(object, name, { value: entry, enumerable: true });
    else object[name] = entry;
  }
  return object;
}

function readItems({ property: { items }, path, misfits }: Spot, value: readonly unknown[], notes: Notes): readonly unknown[] {
  if (!items || !path) return value;
  return value.map((entry, index) => {
    if (entry === null) return zeroOf(items);
    return read({ property: items, path: item(path, index), misfits: misfits?.inside.get(String(index)) }, entry, notes) ?? zeroOf(items);
  });
}

/** The field of that name, where the version has it; otherwise it is reported and taken out. */
function knownField(
  type: ApiType,
  { name, beside }: { readonly name: string; readonly beside: Fields },
  path: FieldPath,
  notes: Notes,
): ApiField | undefined {
  const { version } = notes;
  const property = fieldOf(type, name);
  if (property && existsIn(property, version)) return property;
  const nearest = property ? [] : nearestNames(name, fieldNames(type, version));
  if (isFull(notes)) return undefined;
  notes.pruned.push({ path: nodePath(path), nearest: nearest.filter((other) => (beside[other] ?? null) === null) });
  notes.findings.push(unknownField(path, name, property, nearest, version));
  return undefined;
}

function isFull({ findings }: Notes): boolean {
  return findings.length > mostFindings;
}

function noteGate(type: string, name: string, path: FieldPath, { version, gated }: Notes): void {
  const gate = closedGate(type, name, version);
  if (gate && !gated.has(`${type}.${name}`)) gated.set(`${type}.${name}`, gatedField(path, name, gate, version));
}

const fieldNames = oncePerVersion((type: ApiType, version): readonly string[] =>
  Object.entries(type.properties ?? {}).flatMap(([name, property]) => (existsIn(property, version) ? [name] : [])),
);

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
  const args = { expected: type, got: jsonType(value), value: scalar ? String(value) : '' };
  // The server names no field here, as its decoder gives up inside the value.
  const unreadable = type === 'quantity' || (type === 'time' && typeof value === 'string');
  if (unreadable) return { ...bad(path, 'Unreadable', scalar ? `unreadable-${type}` : 'wrong-type', { args }), path: '' };
  return bad(path, 'WrongType', 'wrong-type', { args });
}

function jsonType(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return typeof value === 'bigint' ? 'number' : typeof value;
}
