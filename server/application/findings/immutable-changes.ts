import { fieldPathOf, serverPath } from '../../kubernetes/finding/field-path.ts';
import type { Finding } from '../../kubernetes/finding/finding.ts';
import { isCronJob } from '../../kubernetes/kinds.ts';
import type { KubernetesVersion } from '../../kubernetes/versions.ts';
import type { NodePath } from '../../plain/node-path.ts';
import type { JudgedObject } from '../../validation/judge/judged-object.ts';
import { deliveryOf } from '../changes/delivery.ts';
import { existingAmong, sameAmong } from '../changes/existing-objects.ts';
import { type ChangedPlace, refusedChanges } from '../changes/refused-changes.ts';

/** More places than this in one Job say nothing new. */
const mostPlaces = 20;

/**
 * What Kubernetes would refuse to change on a Job that exists as it was committed; for information, as it may not exist.
 * Nothing for Jobs that get a new name each time, for hooks, which are not changed but made anew, and for what was not committed or has faults.
 */
export function immutableChanges(judged: JudgedObject, committed: readonly JudgedObject[], version: KubernetesVersion): readonly Finding[] {
  const { kind, object, findings } = judged;
  if (kind !== 'Job' || !object || isCronJob(object) || findings.some(({ severity }) => severity === 'error')) return [];
  const old = sameAmong(existingAmong(committed), { kind, object });
  if (!old || deliveryOf(object.metadata ?? {}).outcome !== 'refused') return [];
  return refusedChanges(object, old, version)
    .flatMap(({ places }) => places)
    .slice(0, mostPlaces)
    .map((place) => finding(place, judged.at));
}

function finding({ path, old }: ChangedPlace, at: NodePath): Finding {
  return {
    path: serverPath(fieldPathOf(path)),
    at: { path: [...at, ...path], part: 'value' },
    reason: 'Advice',
    code: 'immutable-change',
    args: { field: fieldIn(path), ...(isScalar(old) ? { old } : {}) },
    severity: 'info',
  };
}

/** The name of the field that a path leads to, or into an item of. */
export function fieldIn(path: NodePath): string {
  return String(path.findLast((segment) => typeof segment === 'string') ?? '');
}

export function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
