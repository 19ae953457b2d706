import { asStored } from '../../kubernetes/creation/as-stored.ts';
import { storedSpec } from '../../kubernetes/creation/prepare-for-create.ts';
import { type ApiField, fieldsOf, isMap, scalarShape } from '../../kubernetes/fields/api-fields.ts';
import { knownPlace } from '../../kubernetes/fields/places.ts';
import type { CronJob, Job } from '../../kubernetes/generated/types.ts';
import { semanticallyEqual } from '../../kubernetes/values/semantic-equality.ts';
import type { KubernetesVersion } from '../../kubernetes/versions.ts';
import { type NodePath, valueAt, withValueAt } from '../../plain/node-path.ts';
import { isRecord } from '../../plain/record.ts';
import { refusedCronJobChanges, refusedJobChanges } from '../../validation/job/update.ts';
import type { AskedObject } from './asked-object.ts';

/** Whether `kubectl apply` can change a field of an object that exists; partly: some of what stands inside it. */
export type Change = 'yes' | 'no' | 'with-parallelism' | 'while-suspended' | 'partly-while-suspended';

/**
 * Asks the rules for edits what they say of other values at a path. Undefined where there is nothing to say: of the object as
 * a whole, of what its server or its controller writes, and of fields that the version drops.
 */
export function changeOf(asked: AskedObject, path: NodePath): Change | undefined {
  const { kind, object, version } = asked;
  const place = knownPlace(kind, path);
  if (!place || path.length < 2 || path[0] === 'status') return undefined;
  const change = kind === 'Job' ? jobChange(object, path, place.field, version) : cronJobChange(object, path, place.field);
  // Most of the metadata is the server's own; of it only what names the object is told.
  return place.owner === 'ObjectMeta' && path[0] === 'metadata' && change === 'yes' ? undefined : change;
}

function cronJobChange(old: CronJob, path: NodePath, field: ApiField): Change {
  const edits = otherValues(field, valueAt(old, path)).map((other) => withValueAt(old, path, other));
  return edits.some((edit) => refusedCronJobChanges(edit, old).length === 0) ? 'yes' : 'no';
}

function jobChange(written: Job, path: NodePath, field: ApiField, version: KubernetesVersion): Change | undefined {
  const stored = asStored(written, version);
  const now = valueAt(stored, path);
  if (now === undefined && valueAt(written, path) !== undefined) return undefined;
  // What the version drops is no change.
  const keeps = ({ spec = {} }: Job) => storedSpec(spec, version);
  const others = otherValues(field, now).filter((other) => {
    const edited = withValueAt(stored, path, other);
    return path[0] !== 'spec' || !semanticallyEqual(keeps(edited), keeps(stored));
  });
  if (others.length === 0) return undefined;
  const isAllowed = (old: Job, other: unknown) => isAccepted(withValueAt(old, path, other), old, version);
  const running = { ...stored, spec: { ...stored.spec, suspend: false }, status: { startTime: '2026-01-01T00:00:00Z', active: 1 } };
  // A Job that is suspended and has no pods allows whatever one that runs does.
  const suspended = withValueAt(stored, ['spec', 'suspend'], true);
  const allowed = others.filter((other) => isAllowed(suspended, other));
  if (allowed.some((other) => isAllowed(running, other))) return 'yes';
  if (allowed.length > 0) return allowed.length === others.length ? 'while-suspended' : 'partly-while-suspended';
  const together = others.some((other) => isAccepted(withParallelism(withValueAt(running, path, other), other), running, version));
  return together ? 'with-parallelism' : 'no';
}

function isAccepted(job: Job, old: Job, version: KubernetesVersion): boolean {
  return refusedJobChanges(job, old, { version }).length === 0;
}

function withParallelism(job: Job, other: unknown): Job {
  return typeof other === 'number' ? { ...job, spec: { ...job.spec, parallelism: other } } : job;
}

/** How far inside a value other ones are tried: as far as from a pod template to the labels and the node selector in it. */
const depthTried = 2;

/** Values that could stand in a field instead of the one that does: for a scalar one, for what has fields one for each of them. */
function otherValues(field: ApiField, value: unknown, depth = depthTried): readonly unknown[] {
  const shape = scalarShape(field);
  if (shape) return [otherScalar(shape, value)];
  if (field.items) return otherLists(field.items, Array.isArray(value) ? value : [], depth);
  if (isMap(field)) return [{ ...(isRecord(value) ? value : {}), 'example.com/other': 'other' }];
  if (depth === 0) return [];
  return Object.entries(fieldsOf(field) ?? {}).flatMap(([name, inner]) =>
    otherValues(inner, valueAt(value, [name]), depth - 1).map((other) => withValueAt(isRecord(value) ? value : {}, [name], other)),
  );
}

/** With something else in the first item, and with one item more. */
function otherLists(items: ApiField, list: readonly unknown[], depth: number): readonly unknown[] {
  const [first, ...rest] = list;
  const edited = list.length === 0 ? [] : otherValues(items, first, depth).map((other) => [other, ...rest]);
  return [...edited, [...list, scalarShape(items) ? otherScalar(items, undefined) : {}]];
}

function otherScalar(
  { type, enum: allowed }: Pick<ApiField, 'enum'> & { readonly type?: string | readonly string[] },
  value: unknown,
): string | number | boolean {
  if (allowed) return allowed.find((one) => one !== value) ?? 'other';
  if (type === 'boolean') return value !== true;
  return type === 'integer' ? Number(value ?? 0) + 1 : `other-${String(value ?? '')}`;
}
