import type { ObjectInText } from '../../application/analysis.ts';
import type { Settings } from '../../application/settings/settings.ts';
import { decode } from '../../kubernetes/decoding/decode.ts';
import { setCronJobDefaults, setJobDefaults } from '../../kubernetes/defaults/job.ts';
import { type JobKind, jobSpecPath } from '../../kubernetes/kinds.ts';
import type { KubernetesVersion } from '../../kubernetes/versions.ts';
import { type NodePath, startsWith, valueAt, withValueAt } from '../../plain/node-path.ts';
import { isRecord, type PlainRecord } from '../../plain/record.ts';
import { kindOf } from '../reading/place-at.ts';

/** An object as far as it is written, about whose places Kubernetes is asked. */
export interface WrittenObject {
  readonly kind: JobKind;
  /** Plain values from the object's root, sound or not; undefined where nothing could be read. */
  readonly value: unknown;
  readonly version: KubernetesVersion;
}

/** An object of a text, in the version of Kubernetes that is in force. */
export function writtenObject(object: ObjectInText, { kubernetesVersion }: Pick<Settings, 'kubernetesVersion'>): WrittenObject {
  const { source, judged } = object;
  return { kind: kindOf(object), value: valueAt(source.document.body.value, judged.at), version: kubernetesVersion };
}

/**
 * What Kubernetes fills in for the scalar fields that are left out of the object at a path, by their names. Of the Job in a
 * CronJob, what it fills in when it makes the Job. Empty texts are no news and left out.
 */
export function defaultsAt({ kind, value, version }: WrittenObject, path: NodePath): Readonly<Record<string, string | number | boolean>> {
  const whole = isRecord(valueAt(value, path)) ? value : withValueAt(value, path, {});
  const filled = kind === 'Job' ? filledJob(whole, path, version) : filledCronJob(whole, path, version);
  const written = valueAt(whole, path);
  return Object.fromEntries(
    Object.entries(filled).flatMap(([name, entry]) => (isNews(entry) && valueAt(written, [name]) == null ? [[name, entry]] : [])),
  );
}

/** The default in force for the field at a path, as if it were left out; undefined where there is none. */
export function defaultAt(object: WrittenObject, path: NodePath): string | number | boolean | undefined {
  const without = { ...object, value: withValueAt(object.value, path, undefined) };
  const name = path.at(-1);
  return name === undefined ? undefined : defaultsAt(without, path.slice(0, -1))[name];
}

function filledJob(whole: unknown, path: NodePath, version: KubernetesVersion): PlainRecord {
  return recordAt(setJobDefaults(decode('Job', whole, version).object, version), path);
}

function filledCronJob(whole: unknown, path: NodePath, version: KubernetesVersion): PlainRecord {
  const { object } = decode('CronJob', whole, version);
  const filled = recordAt(setCronJobDefaults(object, version), path);
  const ofJob = jobSpecPath('CronJob');
  if (!startsWith(path, ofJob)) return filled;
  const job = setJobDefaults({ spec: object.spec?.jobTemplate?.spec ?? {} }, version);
  return { ...recordAt(job, [...jobSpecPath('Job'), ...path.slice(ofJob.length)]), ...filled };
}

function recordAt(value: unknown, path: NodePath): PlainRecord {
  const found = valueAt(value, path);
  return isRecord(found) ? found : {};
}

function isNews(value: unknown): value is string | number | boolean {
  return typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && value !== '');
}
