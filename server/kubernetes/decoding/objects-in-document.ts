import { filledIn } from '../../plain/filled-in.ts';
import type { NodePath } from '../../plain/node-path.ts';
import { isRecord, type PlainRecord } from '../../plain/record.ts';
import { asSeen } from '../../unicode/look-alikes.ts';
import { isCronJobField } from '../fields/kind-in-text.ts';
import { field, root } from '../finding/field-path.ts';
import { bad, type Finding, misplaced } from '../finding/finding.ts';
import { setting } from '../finding/remedy.ts';
import { isJobKind, isOurs, type JobKind } from '../kinds.ts';
import { nearestNames } from '../names/nearest-name.ts';
import { fieldNames } from './field-names.ts';
import { type Item, isList, itemsOf, type List } from './lists.ts';

/** An object of a document that claims to be a Job or CronJob of Kubernetes. */
export interface ObjectSource {
  /** Undefined when the kind is none that could be decoded; the findings say why. */
  readonly kind: JobKind | undefined;
  readonly name: string | null;
  /** Its place in a List. */
  readonly item?: number;
  /** Where the object begins in the document. */
  readonly at: NodePath;
  readonly value: Readonly<Record<string, unknown>>;
  /** What is wrong with its kind and apiVersion. Paths begin at the object. */
  readonly findings: readonly Finding[];
}

/**
 * The Jobs and CronJobs of a document, those in a List and in Lists within it, and what else in a List keeps kubectl from
 * reading the file; none for other kinds, for text, lists and nothing, unless Jobs stand in them.
 */
export function objectsOf(value: unknown): readonly ObjectSource[] {
  if (isList(value)) return objectsOfList(value);
  if (Array.isArray(value)) return objectsOfBareList(value);
  if (typeof value === 'string') return objectsBehindSlashes(value);
  return isListOfNoKind(value) ? objectsOfListOfNoKind(value.items) : objectOf(value, []);
}

/** Counted through all Lists, which do not count themselves. */
function objectsOfList(list: List): readonly ObjectSource[] {
  let next = 0;
  return itemsOf(list, []).flatMap((one) => {
    const item = isList(one.item) ? next : next++;
    return objectsOfItem(one).map((source) => ({ ...source, item }));
  });
}

function objectsOfItem({ item, at, faults }: Item): readonly ObjectSource[] {
  const found = objectOf(item, at);
  return found.length > 0 || faults.length === 0 ? found : [{ ...nothing, at, findings: faults }];
}

/** kubectl sends what a document holds as it stands, and the API takes objects alone. */
function objectsOfBareList(items: readonly unknown[]): readonly ObjectSource[] {
  const found = items.flatMap((item, index) => objectOf(item, [index]));
  return found.length > 0 ? [{ ...nothing, at: [], findings: [bad(root, 'Unreadable', 'bare-list')] }, ...found] : [];
}

/** Whether a value has an apiVersion and items, but does not say what it is. */
function isListOfNoKind(value: unknown): value is { readonly items: readonly unknown[] } {
  return isRecord(value) && isName(value['apiVersion']) && !isName(value['kind']) && Array.isArray(value['items']);
}

/** kubectl reads nothing of it; an empty or null kind is none. */
function objectsOfListOfNoKind(items: readonly unknown[]): readonly ObjectSource[] {
  const found = items.flatMap((item, index) => objectOf(item, ['items', index]).map((source) => ({ ...source, item: index })));
  const fault = bad(root, 'NoKind', 'list-without-kind', { at: { path: ['kind'], part: 'parent' } });
  const told = { ...fault, remedies: [setting(field(root, 'kind'), 'List')] };
  return found.length > 0 ? [{ ...nothing, at: [], findings: [told] }, ...found] : [];
}

/** `// text` before JSON makes plain text of all of it. */
function objectsBehindSlashes(text: string): readonly ObjectSource[] {
  const [, json = ''] = /^\/\/[^{]*(\{.*\})\s*$/s.exec(text) ?? [];
  const claims = /"apiVersion"\s*:\s*"batch\/|"kind"\s*:\s*"(?:Job|CronJob)"/.test(json);
  return claims ? [{ ...nothing, at: [], findings: [bad(root, 'Unreadable', 'slash-comment')] }] : [];
}

/** What claims to be ours where it is not read, behind a value that is none of ours: for the server that is an object without a kind, or another one. */
export function unreadObject(value: unknown): ObjectSource {
  const isOther = isRecord(value) && isName(value['kind']);
  return { ...nothing, at: [], findings: isOther ? [] : [noKind('kind', 'no-kind', isRecord(value) ? value : {})] };
}

/** What cannot be read as an object. */
const nothing = { kind: undefined, name: null, value: {} } as const;

/** None for what is none of ours, and for a patch that says no more than that the object is to go. */
function objectOf(value: unknown, at: NodePath): readonly ObjectSource[] {
  if (!isRecord(value) || value['$patch'] === 'delete') return [];
  const { apiVersion, kind } = value;
  if (!(isOurs(apiVersion, kind) || looksLikeOurs(value)) || isSettings(value)) return [];
  const known = isJobKind(kind) ? kind : filledInKind(kind, value);
  return [{ kind: known, name: nameOf(value), at, value, findings: kindFindings(apiVersion, kind, value) }];
}

/** Whether both keys are there, and say what is ours, for who takes look-alikes for the letters they look like and sees no case in keys. */
function looksLikeOurs(value: PlainRecord): boolean {
  const seen = new Map(Object.entries(value).map(([key, one]) => [asSeen(key).toLowerCase(), typeof one === 'string' ? asSeen(one) : one]));
  return seen.has('apiversion') && seen.has('kind') && isOurs(seen.get('apiversion'), seen.get('kind'));
}

/** A kind that a template fills in: of the two that there are the one whose body the object has. */
function filledInKind(kind: unknown, { spec }: PlainRecord): JobKind | undefined {
  if (typeof kind !== 'string' || !kind.includes('{{')) return undefined;
  return isRecord(spec) && Object.keys(spec).some(isCronJobField) ? 'CronJob' : 'Job';
}

/** Whether a map with a kind of ours is the settings of a program: it says no API, no metadata and no spec, but what no Job has. */
function isSettings(value: PlainRecord): boolean {
  const [kind, keys] = [value['kind'], Object.keys(value)];
  if (!isJobKind(kind) || keys.some((key) => key !== 'kind' && (rootFields.has(key) || nearestNames(key, [...rootFields]).length > 0)))
    return false;
  return keys.some((key) => key !== 'kind' && !fieldNames(kind).has(key));
}

function kindFindings(apiVersion: unknown, kind: unknown, value: Readonly<Record<string, unknown>>): readonly Finding[] {
  const none = [
    ...(isName(kind) ? [] : [noKind('kind', 'no-kind', value)]),
    ...(isName(apiVersion) ? [] : [noKind('apiVersion', 'no-api-version', value)]),
  ];
  if (none.length || typeof kind !== 'string' || typeof apiVersion !== 'string') return none;
  if (apiVersion.split('/').length > 2)
    return [inAll(bad(field(root, 'apiVersion'), 'Unreadable', 'api-version-unreadable', { args: { apiVersion } }))];
  if (kind === 'CronJob' && apiVersion === 'batch/v1beta1') return [inAll(bad(field(root, 'apiVersion'), 'WrongKind', 'cron-job-v1beta1'))];
  if (!isJobKind(kind)) return [inAll(bad(field(root, 'kind'), 'UnknownKind', 'unknown-kind', { args: { kind } }))];
  if (apiVersion !== 'batch/v1')
    return [inAll(bad(field(root, 'apiVersion'), 'UnknownKind', 'unknown-api-version', { args: { kind, apiVersion } }))];
  return [];
}

function noKind(name: 'kind' | 'apiVersion', code: 'no-kind' | 'no-api-version', value: Readonly<Record<string, unknown>>): Finding {
  const misspelt = Object.keys(value).find((key) => !rootFields.has(key) && nearestNames(key, [name]).length > 0);
  if (misspelt !== undefined) {
    return inAll(misplaced(field(root, misspelt), 'NoKind', 'unknown-field', { args: { field: misspelt, nearest: [name] } }));
  }
  const there = Object.hasOwn(value, name);
  return bad(root, 'NoKind', code, { at: { path: [name], part: there ? 'value' : 'parent' } });
}

/** What an object of the API has at its root. */
export const rootFields: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata', 'spec', 'status']);

/** Of the document as a whole for the server, which names no field. */
function inAll(finding: Finding): Finding {
  return { ...finding, path: '' };
}

/** Null also where a template fills it in. */
function nameOf(value: Readonly<Record<string, unknown>>): string | null {
  const metadata = value['metadata'];
  const name = isRecord(metadata) ? metadata['name'] : undefined;
  return typeof name === 'string' && !name.includes(filledIn) ? name : null;
}

function isName(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}
