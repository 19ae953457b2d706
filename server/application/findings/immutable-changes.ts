import { prepareForCreate } from '../../kubernetes/creation/prepare-for-create.ts';
import { setJobDefaults } from '../../kubernetes/defaults/job.ts';
import type { Finding } from '../../kubernetes/finding/finding.ts';
import type { Job } from '../../kubernetes/generated/types.ts';
import { isCronJob } from '../../kubernetes/kinds.ts';
import type { KubernetesVersion } from '../../kubernetes/versions.ts';
import type { NodePath } from '../../plain/node-path.ts';
import { valueAt } from '../../plain/node-path.ts';
import { isRecord } from '../../plain/record.ts';
import { validateJobUpdate } from '../../validation/job/update.ts';
import type { JudgedObject } from '../../validation/judge/judge.ts';

/** What `validateJobUpdate` calls changes that are refused, besides what is wrong with the Job itself. */
const refusals: ReadonlySet<string> = new Set([
  'field-immutable',
  'job-completions-parallelism',
  'job-template-immutable',
  'job-template-scheduling-only',
  'job-template-suspended-only',
]);

/** More places than this in one Job say nothing new. */
const mostPlaces = 20;

/**
 * What Kubernetes would refuse to change on a Job that exists as it was committed; for information, as it may not exist.
 * Nothing for Jobs that get a new name each time or remove themselves, and for what was not committed or has faults.
 */
export function immutableChanges(judged: JudgedObject, committed: readonly JudgedObject[], version: KubernetesVersion): readonly Finding[] {
  const job = jobOf(judged);
  const old = committed.map(jobOf).find((one) => one && job && sameObject(one, job));
  if (!job || !old || removesItself(job) || removesItself(old)) return [];
  const stored = asStored(old, version);
  const found = validateJobUpdate(asStored(job, version), stored, { version }).filter(({ code }) => refusals.has(code));
  return found
    .flatMap(({ at }) => differences(valueAt(old, at.path), valueAt(job, at.path), at.path))
    .slice(0, mostPlaces)
    .map((path) => finding(path, judged.at, valueAt(old, path)));
}

function jobOf({ kind, object, findings }: JudgedObject): Job | undefined {
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

function removesItself({ spec }: Job): boolean {
  return spec?.ttlSecondsAfterFinished !== undefined;
}

/** With defaults and generated labels, so that only what somebody wrote differs. */
function asStored(job: Job, version: KubernetesVersion): Job {
  return prepareForCreate(setJobDefaults(job, version), { name: job.metadata?.name ?? '', uid: 'stored' }, version);
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
    path: path.reduce<string>(
      (text, segment) => (typeof segment === 'number' ? `${text}[${segment}]` : text === '' ? segment : `${text}.${segment}`),
      '',
    ),
    at: { path: [...at, ...path], part: 'value' },
    reason: 'Advice',
    code: 'immutable-change',
    args: { field: String(path.findLast((segment) => typeof segment === 'string') ?? ''), ...(scalar ? { old } : {}) },
    severity: 'info',
  };
}
