import type { ApiField } from '../../kubernetes/fields/api-fields.ts';
import { knownPlace } from '../../kubernetes/fields/places.ts';
import { type JobKind, podSpecPath } from '../../kubernetes/kinds.ts';
import type { KubernetesVersion } from '../../kubernetes/versions.ts';
import { type NodePath, startsWith, valueAt } from '../../plain/node-path.ts';
import { isRecord, type PlainRecord } from '../../plain/record.ts';

/** An object as it was written, in which the places of fields are looked for. */
export interface Subject {
  readonly kind: JobKind;
  readonly value: PlainRecord;
  readonly version: KubernetesVersion;
}

/** An object on the way from the root of a manifest to a container. */
export interface Level {
  readonly path: NodePath;
  readonly field: ApiField;
}

/** The objects from the root to a container, from the outside inwards: the container that a path leads through, else the first. */
export function levelsAround({ kind, value }: Subject, path: NodePath): readonly Level[] {
  const pod = podSpecPath(kind);
  const containers = valueAt(value, [...pod, 'containers']);
  const [list, index] = path.slice(pod.length);
  const isInside = startsWith(path, pod) && (list === 'containers' || list === 'initContainers') && typeof index === 'number';
  const container = isInside ? [...pod, list, index] : [...pod, 'containers', 0];
  const paths = [[], ...prefixes(pod), ...(isInside || Array.isArray(containers) ? [container] : [])];
  return paths.flatMap((one) => {
    const place = knownPlace(kind, one);
    return place && mayHoldFields(valueAt(value, one), one) ? [{ path: one, field: place.field }] : [];
  });
}

/** Whether something that is moved to a container might as well have been meant for another one. */
export function isOneOfSeveral({ kind, value }: Subject, from: NodePath, to: NodePath): boolean {
  const containers = [...podSpecPath(kind), 'containers'];
  const items = valueAt(value, containers);
  const first = [...containers, 0];
  return startsWith(to, first) && !startsWith(from, first) && Array.isArray(items) && items.length > 1;
}

function prefixes(path: NodePath): readonly NodePath[] {
  return path.map((_, index) => path.slice(0, index + 1));
}

/** An object, or nothing yet; of a list's item there must be one. */
function mayHoldFields(value: unknown, path: NodePath): boolean {
  return isRecord(value) || (typeof path.at(-1) !== 'number' && (value === undefined || value === null));
}
