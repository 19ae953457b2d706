import { asStored } from '../../kubernetes/creation/as-stored.ts';
import { fieldPathOf, serverPath } from '../../kubernetes/finding/field-path.ts';
import type { Finding } from '../../kubernetes/finding/finding.ts';
import type { Job } from '../../kubernetes/generated/types.ts';
import { isCronJob } from '../../kubernetes/kinds.ts';
import type { KubernetesVersion } from '../../kubernetes/versions.ts';
import type { NodePath } from '../../plain/node-path.ts';
import { valueAt } from '../../plain/node-path.ts';
import { isRecord } from '../../plain/record.ts';
import { refusedJobChanges } from '../../validation/job/update.ts';
import type { JudgedObject } from '../../validation/judge/judge.ts';

/** More places than this in one Job say nothing new. */
const mostPlaces = 20;

/**
 * What Kubernetes would refuse to change on a Job that exists as it was committed; for information, as it may not exist.
 * Nothing for Jobs that get a new name each time, and for what was not committed or has faults.
 */
export function immutableChanges(judged: JudgedObject, committed: readonly JudgedObject[], version: KubernetesVersion): readonly Finding[] {
  const job = soundJob(judged);
  const old = committed.map(soundJob).find((one) => one && job && sameObject(one, job));
  if (!job || !old) return [];
  return refusedJobChanges(asStored(job, version), asStored(old, version), { version })
    .flatMap(({ at }) => differences(valueAt(old, at.path), valueAt(job, at.path), at.path))
    .slice(0, mostPlaces)
    .map((path) => finding(path, judged.at, valueAt(old, path)));
}

function soundJob({ kind, object, findings }: JudgedObject): Job | undefined {
  if (kind !== 'Job' || !object || findings.some(({ severity }) => severity === 'error')) return undefined;
  return isCronJob(object) ? undefined : object;
}

function sameObject({ metadata: a }: Job, { metadata: b }: Job): boolean {
  return (
    a?.name !== undefined &&
    a.generateName === undefined &&
    a.name === b?.name &&
    a.namespace === b.namespace &&
    b.generateName === undefined
  );
}

/** The innermost places that differ; a list of another length as a whole. */
function differences(old: unknown, now: unknown, path: NodePath): readonly NodePath[] {
  if (Object.is(old, now)) return [];
  if (Array.isArray(old) && Array.isArray(now) && old.length === now.length)
    return now.flatMap((item, index) => differences(old[index], item, [...path, index]));
  if (isRecord(old) && isRecord(now))
    return [...new Set([...Object.keys(now), ...Object.keys(old)])].flatMap((name) => differences(old[name], now[name], [...path, name]));
  return [path];
}

function finding(path: NodePath, at: NodePath, old: unknown): Finding {
  const scalar = typeof old === 'string' || typeof old === 'number' || typeof old === 'boolean';
  return {
    path: serverPath(fieldPathOf(path)),
    at: { path: [...at, ...path], part: 'value' },
    reason: 'Advice',
    code: 'immutable-change',
    args: { field: String(path.findLast((segment) => typeof segment === 'string') ?? ''), ...(scalar ? { old } : {}) },
    severity: 'info',
  };
}
