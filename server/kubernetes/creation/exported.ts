import { type NodePath, valueAt } from '../../plain/node-path.ts';
import { isRecord, type PlainRecord } from '../../plain/record.ts';
import { type JobKind, jobSpecPath } from '../kinds.ts';
import { lastAppliedAnnotation } from './applied.ts';
import { generatedLabels } from './identity.ts';
import { scheduledTimestamp } from './job-from-cronjob.ts';

/** Whether an object was read from a cluster: a server gives these, nobody writes them. A creation time may be written as null. */
export function isExported(value: PlainRecord): boolean {
  const { uid, resourceVersion, managedFields } = metadataOf(value);
  return [uid, resourceVersion].some((one) => typeof one === 'string' && one !== '') || Array.isArray(managedFields);
}

/**
 * The places in an object read from a cluster that the cluster made: the outermost, so that nothing empty is left. Without them it is the
 * manifest of another object of the same name. What the server filled in as defaults says what is in force anyway, and stays.
 */
export function madeByCluster(kind: JobKind, value: PlainRecord): readonly NodePath[] {
  const template = [...jobSpecPath(kind), 'template'];
  const metadata: readonly NodePath[] = [['metadata'], ['spec', 'jobTemplate', 'metadata'], [...template, 'metadata']];
  const spec = jobSpecPath(kind);
  const isManual = valueAt(value, [...spec, 'manualSelector']) === true;
  const gone = [
    ['status'],
    ...metadata.flatMap((path) => ofServer.map((name) => [...path, name])),
    ...controllers(value),
    ...annotations.map((name) => ['metadata', 'annotations', name]),
    ...(isManual ? [] : [[...spec, 'selector'], [...spec, 'manualSelector'], ...labelsOf(value, metadata)]),
  ].filter((path) => valueAt(value, path) !== undefined);
  return outermost(value, gone);
}

/** What the server keeps in the metadata of any object (apimachinery, ObjectMeta). */
const ofServer = [
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
  'managedFields',
  'selfLink',
];

/** What kubectl apply, the Job controller and the CronJob controller write. */
const annotations = [lastAppliedAnnotation, 'batch.kubernetes.io/job-tracking', scheduledTimestamp];

function metadataOf(value: PlainRecord): PlainRecord {
  const metadata = value['metadata'];
  return isRecord(metadata) ? metadata : {};
}

/** An owner is known by the uid that it has in that cluster: in another the object would be collected as garbage. */
function controllers(value: PlainRecord): readonly NodePath[] {
  const owners = metadataOf(value)['ownerReferences'];
  return Array.isArray(owners) ? [['metadata', 'ownerReferences']] : [];
}

/** The labels that the server gave the Job and its pods, whatever they say. */
function labelsOf(value: PlainRecord, metadata: readonly NodePath[]): readonly NodePath[] {
  const { name = '', uid = '' } = metadataOf(value);
  const generated = Object.entries(generatedLabels(String(name), String(uid)));
  return metadata.flatMap((path) =>
    generated.filter(([label, text]) => valueAt(value, [...path, 'labels', label]) === text).map(([label]) => [...path, 'labels', label]),
  );
}

/** Where all that a map holds goes, the map goes instead; as far up as that holds, but not the object's metadata. */
function outermost(value: PlainRecord, gone: readonly NodePath[]): readonly NodePath[] {
  const parents = new Map(gone.map((path) => [path.slice(0, -1).join('\0'), path.slice(0, -1)]));
  const emptied = [...parents.values()].filter((parent) => {
    const held = valueAt(value, parent);
    const going = gone.filter((path) => path.length === parent.length + 1 && parent.every((segment, at) => path[at] === segment));
    return parent.length > 1 && isRecord(held) && Object.keys(held).length === going.length;
  });
  if (emptied.length === 0) return gone;
  const left = gone.filter(
    (path) => !emptied.some((parent) => parent.length === path.length - 1 && parent.every((segment, at) => path[at] === segment)),
  );
  return outermost(value, [...left, ...emptied]);
}
