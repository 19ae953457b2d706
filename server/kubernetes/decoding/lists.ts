import type { NodePath } from '../../plain/node-path.ts';
import { isRecord, type PlainRecord } from '../../plain/record.ts';
import { root } from '../finding/field-path.ts';
import { bad, type Finding } from '../finding/finding.ts';
import { isOurs } from '../kinds.ts';

export interface List extends PlainRecord {
  readonly kind: string;
  readonly items: readonly unknown[];
}

/** What stands in a List, and why kubectl refuses the whole file for it. */
export interface Item {
  readonly item: unknown;
  /** Where it begins in the document. */
  readonly at: NodePath;
  readonly faults: readonly Finding[];
}

/**
 * Whether kubectl takes what a value holds instead of the value: that does whatever has items and a kind (apimachinery,
 * apis/meta/v1/unstructured, 1.37), be it `list` or `Foo`. A Job with items is a slip, for which one had better be told of the field.
 */
export function isList(value: unknown): value is List {
  if (!isRecord(value) || !Array.isArray(value['items'])) return false;
  const { apiVersion, kind } = value;
  return typeof kind === 'string' && kind !== '' && (kind.endsWith('List') || !isOurs(apiVersion, kind));
}

/** The items of a List in their order; behind a List that stands in it come its own. */
export function itemsOf(list: List, at: NodePath): readonly Item[] {
  return list.items.flatMap((item, index) => {
    const path = [...at, 'items', index];
    const own = { item: isRecord(item) ? withListKind(item, list) : item, at: path, faults: faultsOf(item, list) };
    return isList(item) ? [own, ...itemsOf(item, path)] : [own];
  });
}

/** Items of a JobList need not say what they are (apimachinery, apis/meta/v1/unstructured, 1.37). */
function withListKind(item: PlainRecord, { kind, apiVersion }: List): PlainRecord {
  if (kind === 'List' || !isAbsent(item['kind']) || !isAbsent(item['apiVersion'])) return item;
  return { ...item, apiVersion, kind: kind.replace(/List$/, '') };
}

/**
 * What kubectl wants of each item of a `v1` List before it sends any (k8s.io/kubectl pkg/validation/schema.go
 * validateList; apimachinery pkg/api/meta/help.go, 0.37): an object that says what it is, and holds no items itself.
 */
function faultsOf(item: unknown, { apiVersion, kind }: List): readonly Finding[] {
  if (kind !== 'List' || apiVersion !== 'v1') return [];
  if (!isRecord(item)) return [bad(root, 'Unreadable', 'list-item-no-object')];
  if (Array.isArray(item['items'])) return [bad(root, 'Unreadable', 'list-in-list')];
  return (['apiVersion', 'kind'] as const).flatMap((name) =>
    isAbsent(item[name]) ? [bad(root, 'NoKind', 'list-item-incomplete', { args: { field: name } })] : [],
  );
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}
