import { isRecord, type PlainRecord } from '../../plain/record.ts';

const kinds = ['Namespace', 'LimitRange', 'ResourceQuota', 'PriorityClass'];
const ofObject = ['name', 'namespace', 'labels'];

/**
 * What `kubectl get … -o json` printed, single objects or Lists of them, as the documents of a file of facts: of each object what
 * says what is in force, without what the cluster notes for itself.
 */
export function factsOfCluster(printed: readonly unknown[]): readonly PlainRecord[] {
  return printed
    .flatMap((value) => (isRecord(value) && Array.isArray(value['items']) ? value['items'] : [value]))
    .flatMap((value) => (isRecord(value) && kinds.some((kind) => kind === value['kind']) ? [withoutNotes(value)] : []));
}

function withoutNotes({ apiVersion, kind, metadata, spec, status, value, globalDefault, preemptionPolicy }: PlainRecord): PlainRecord {
  return {
    apiVersion,
    kind,
    metadata: chosen(metadata, ofObject),
    ...(kind === 'LimitRange' || kind === 'ResourceQuota' ? { spec } : {}),
    ...(kind === 'ResourceQuota' ? { status: chosen(status, ['used']) } : {}),
    ...(kind === 'PriorityClass' ? chosen({ value, globalDefault, preemptionPolicy }, ['value', 'globalDefault', 'preemptionPolicy']) : {}),
  };
}

function chosen(value: unknown, names: readonly string[]): PlainRecord {
  const fields = isRecord(value) ? value : {};
  return Object.fromEntries(names.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])));
}
