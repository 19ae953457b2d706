import { setCronJobDefaults, setJobDefaults } from '../../kubernetes/defaults/job.ts';
import type { CronJob, Job } from '../../kubernetes/generated/types.ts';
import { jobSpecPath } from '../../kubernetes/kinds.ts';
import type { KubernetesVersion } from '../../kubernetes/versions.ts';
import { type NodePath, startsWith, valueAt, withValueAt } from '../../plain/node-path.ts';
import { isRecord, type PlainRecord } from '../../plain/record.ts';
import type { AskedObject } from './asked-object.ts';

/**
 * What Kubernetes fills in for the scalar fields that are left out of the object at a path, by their names. Of the Job in a
 * CronJob, what it fills in when it makes the Job. Empty texts are no news and left out.
 */
export function defaultsAt(asked: AskedObject, path: NodePath): Readonly<Record<string, string | number | boolean>> {
  const { kind, object, version } = asked;
  const written = valueAt(object, path);
  const filled =
    kind === 'Job' ? filledJob(withObjectAt(object, path), path, version) : filledCronJob(withObjectAt(object, path), path, version);
  return Object.fromEntries(
    Object.entries(filled).flatMap(([name, entry]) => (isNews(entry) && valueAt(written, [name]) === undefined ? [[name, entry]] : [])),
  );
}

/** The default in force for the field at a path, as if it were left out; undefined where there is none. */
export function defaultAt(asked: AskedObject, path: NodePath): string | number | boolean | undefined {
  const name = path.at(-1);
  return name === undefined ? undefined : defaultsAt(without(asked, path), path.slice(0, -1))[name];
}

function without(asked: AskedObject, path: NodePath): AskedObject {
  return asked.kind === 'Job'
    ? { ...asked, object: withValueAt(asked.object, path, undefined) }
    : { ...asked, object: withValueAt(asked.object, path, undefined) };
}

function withObjectAt<T extends Job | CronJob>(object: T, path: NodePath): T {
  return isRecord(valueAt(object, path)) ? object : withValueAt(object, path, {});
}

function filledJob(job: Job, path: NodePath, version: KubernetesVersion): PlainRecord {
  return recordAt(setJobDefaults(job, version), path);
}

function filledCronJob(cronJob: CronJob, path: NodePath, version: KubernetesVersion): PlainRecord {
  const filled = recordAt(setCronJobDefaults(cronJob, version), path);
  const ofJob = jobSpecPath('CronJob');
  if (!startsWith(path, ofJob)) return filled;
  const job = setJobDefaults({ spec: cronJob.spec?.jobTemplate?.spec ?? {} }, version);
  return { ...recordAt(job, [...jobSpecPath('Job'), ...path.slice(ofJob.length)]), ...filled };
}

function recordAt(value: unknown, path: NodePath): PlainRecord {
  const found = valueAt(value, path);
  return isRecord(found) ? found : {};
}

function isNews(value: unknown): value is string | number | boolean {
  return typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && value !== '');
}
