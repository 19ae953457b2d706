import type { NodePath } from '../../plain/node-path.ts';
import { isRecord, type PlainRecord } from '../../plain/record.ts';
import { field, root } from '../finding/field-path.ts';
import { bad, type Finding, misplaced } from '../finding/finding.ts';
import { isJobKind, isOurs, type JobKind } from '../kinds.ts';
import { nearestNames } from '../names/nearest-name.ts';
import { fieldNames } from './field-names.ts';

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

/** The Jobs and CronJobs of a document, those in a List and in Lists within it; none for other kinds, for text, lists and nothing. */
export function objectsOf(value: unknown): readonly ObjectSource[] {
  if (!isRecord(value)) return [];
  if (isList(value))
    return itemsOf(value, []).flatMap(({ item, at }, index) => objectOf(item, at).map((source) => ({ ...source, item: index })));
  return objectOf(value, []);
}

interface List extends PlainRecord {
  readonly kind: string;
  readonly items: readonly unknown[];
}

function isList(value: unknown): value is List {
  return isRecord(value) && typeof value['kind'] === 'string' && value['kind'].endsWith('List') && Array.isArray(value['items']);
}

/** The items of a List in their order; in the place of a List its own. */
function itemsOf(list: List, at: NodePath): readonly { readonly item: unknown; readonly at: NodePath }[] {
  return list.items.flatMap((item, index) => {
    const path = [...at, 'items', index];
    return isList(item) ? itemsOf(item, path) : [{ item: isRecord(item) ? withListKind(item, list, list.kind) : item, at: path }];
  });
}

/** Items of a JobList need not say what they are (apimachinery, apis/meta/v1/unstructured, 1.37). */
function withListKind(item: Readonly<Record<string, unknown>>, list: Readonly<Record<string, unknown>>, listKind: string) {
  if (listKind === 'List' || !isAbsent(item['kind']) || !isAbsent(item['apiVersion'])) return item;
  return { ...item, apiVersion: list['apiVersion'], kind: listKind.slice(0, -'List'.length) };
}

/** None for what is none of ours, and for a patch that says no more than that the object is to go. */
function objectOf(value: unknown, at: NodePath): readonly ObjectSource[] {
  if (!isRecord(value) || value['$patch'] === 'delete') return [];
  const { apiVersion, kind } = value;
  if (!isOurs(apiVersion, kind) || isSettings(value)) return [];
  const known = isJobKind(kind) ? kind : undefined;
  const base = { name: nameOf(value), at, value };
  const findings = kindFindings(apiVersion, kind, value);
  return [{ ...base, kind: known, findings }];
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

const rootFields = new Set(['apiVersion', 'kind', 'metadata', 'spec', 'status']);

/** Of the document as a whole for the server, which names no field. */
function inAll(finding: Finding): Finding {
  return { ...finding, path: '' };
}

function nameOf(value: Readonly<Record<string, unknown>>): string | null {
  const metadata = value['metadata'];
  const name = isRecord(metadata) ? metadata['name'] : undefined;
  return typeof name === 'string' ? name : null;
}

function isName(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}
