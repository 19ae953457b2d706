import { isRecord, type PlainRecord } from '../../plain/record.ts';
import { type ApiField, apiType, fieldOf, rootTypes } from '../fields/api-fields.ts';
import type { CronJob, Job } from '../generated/types.ts';
import type { JobKind } from '../kinds.ts';

/** The annotation in which kubectl apply keeps what it applied last, as JSON. */
export const lastAppliedAnnotation = 'kubectl.kubernetes.io/last-applied-configuration';

/**
 * An object of the cluster as it is to become when a manifest is applied to it (kubectl apply, Helm and Argo CD alike): what the
 * manifest says replaces what there is, what was applied last and is said no more goes, and what others put there stays: defaults,
 * labels, injected containers. Lists are merged by the keys that the API gives them (strategic merge patch, apimachinery 0.37). Where it is not known what was
 * applied last, nothing goes.
 */
export function applied(kind: JobKind, live: object, last: unknown, written: object): PlainRecord {
  return mergeFields({ $ref: rootTypes[kind] }, { ...live }, last, { ...written });
}

/** What was applied last, as the object itself keeps it; undefined where it does not, or not legibly. */
export function lastApplied({ metadata }: Job | CronJob): unknown {
  const text = metadata?.annotations?.[lastAppliedAnnotation];
  try {
    return typeof text === 'string' ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

function merge(field: ApiField | undefined, live: unknown, last: unknown, written: unknown): unknown {
  if (isRecord(live) && isRecord(written)) return mergeFields(field, live, last, written);
  if (Array.isArray(live) && Array.isArray(written) && field?.mergeKey !== undefined) {
    return mergeItems(field.items, field.mergeKey, live, Array.isArray(last) ? last : [], written);
  }
  return written;
}

function mergeFields(field: ApiField | undefined, live: PlainRecord, last: unknown, written: PlainRecord): PlainRecord {
  const before = isRecord(last) ? last : {};
  const kept = Object.entries(live).filter(([name]) => written[name] === undefined && !Object.hasOwn(before, name));
  const said = Object.entries(written).map(([name, value]) => [name, merge(inner(field, name), live[name], before[name], value)]);
  return Object.fromEntries([...kept, ...said]);
}

function inner(field: ApiField | undefined, name: string): ApiField | undefined {
  const type = field?.$ref === undefined ? undefined : apiType(field.$ref);
  return type ? fieldOf(type, name) : field?.additionalProperties;
}

/** Those of the manifest in its order; what others put there stays before what it stood before. */
function mergeItems(
  field: ApiField | undefined,
  key: string,
  live: readonly unknown[],
  last: readonly unknown[],
  written: readonly unknown[],
): readonly unknown[] {
  const keyOf = (item: unknown) => (isRecord(item) ? item[key] : undefined);
  const placeIn = (items: readonly unknown[], item: unknown) => items.findIndex((one) => keyOf(one) === keyOf(item));
  const others = live.filter((item) => placeIn(written, item) < 0 && placeIn(last, item) < 0);
  const merged = written.flatMap((item) => {
    const place = placeIn(live, item);
    if (place < 0) return [item];
    const before = others.splice(0, others.findLastIndex((other) => live.indexOf(other) < place) + 1);
    return [...before, merge(field, live[place], last[placeIn(last, item)], item)];
  });
  return [...merged, ...others];
}
